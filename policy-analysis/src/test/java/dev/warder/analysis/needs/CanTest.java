package dev.warder.analysis.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanTest {
  private static final Catalogue CATALOGUE = ControlApi.catalogue();
  private static final PolicyEngine ENGINE = Sample.engine(CATALOGUE);

  private static Can can(String... capabilities) throws Exception {
    return Can.of(ENGINE, ENGINE.grant("A", List.of(capabilities)));
  }

  private static Can.CommandAnswer command(Can can, String name) {
    return can.commands().stream()
        .filter(answer -> answer.command().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void of_writeApp_allowsWhatWriteAppAloneNeeds() throws Exception {
    assertThat(can("write:app")).hasToString("[create-app, update-app, delete-app, get-me]");
    assertThat(can()).hasToString("[get-me]");
    assertThat(Can.of(ENGINE, ENGINE.anonymous())).hasToString("[]");
  }

  @Test
  void of_command_tellsTheCallsAlwaysMadeFromThoseOfConditions() throws Exception {
    Can.CommandAnswer list = command(can("read:queue"), "ably queues list");
    assertThat(list.always().map(Preflight::isAllowed)).hasValue(true);
    assertThat(list.inConditions().values().stream().map(Preflight::enough).toList())
        .hasToString("[[read:app]]");
    Can.CommandAnswer apns = command(can("write:app"), "ably push config set-apns");
    assertThat(apns.always()).isEmpty();
    assertThat(apns.inConditions())
        .hasToString(
            "{p8=allowed, p12=unmapped-operation, sandbox=unmapped-operation,"
                + " app=missing-capability}");
  }

  @Test
  void grant_isTheOneAskedAbout() throws Exception {
    Grant grant = ENGINE.grant("A", List.of("read:app", "x"));
    assertThat(Can.of(ENGINE, grant).grant()).isSameAs(grant);
    assertThat(grant.held().stream().map(Capability::raw)).containsExactly("read:app");
  }

  @Test
  void of_grantOfAnotherEngine_isRefused() throws Exception {
    Grant other = Sample.engine(CATALOGUE).grant("A", List.of());
    assertThatThrownBy(() -> Can.of(ENGINE, other)).isInstanceOf(IllegalArgumentException.class);
  }
}
