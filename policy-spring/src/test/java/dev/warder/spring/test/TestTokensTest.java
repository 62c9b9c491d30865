package dev.warder.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateRequest;
import dev.warder.spring.WarderAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Tokens for tests are accepted where they are imported, and only there. */
class TestTokensTest {
  private final WebApplicationContextRunner runner =
      new WebApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(WarderAutoConfiguration.class))
          .withBean(ResourceOwners.class, ResourceOwners::checkedByCaller)
          .withUserConfiguration(TestTokens.class)
          .withPropertyValues("warder.catalogue=classpath:notes.yaml");

  private static int status(Gate gate, String authorization) {
    return gate.authorize(
            GateRequest.builder()
                .authorization(authorization)
                .method("GET")
                .target("/v1/notes")
                .client("192.0.2.1")
                .build())
        .status();
  }

  @Test
  void bearer_isAcceptedWithItsCapabilitiesAlone() {
    runner.run(
        context -> {
          TestTokens tokens = context.getBean(TestTokens.class);
          Gate gate = context.getBean(Gate.class);
          assertThat(status(gate, tokens.bearer("A", "read:note"))).isEqualTo(200);
          assertThat(status(gate, tokens.bearer("A"))).isEqualTo(403);
          assertThat(status(gate, new TestTokens().bearer("A", "read:note"))).isEqualTo(401);
        });
  }
}
