package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.authority.key.KeyWrapping;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateReason;
import dev.warder.gate.GateRequest;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenVerifier;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hosts cannot give a store's keys to a gate, nor a store's authority to a process with a gate,
 * unless the gate follows the store's revocations.
 */
class WiringTest {
  private static final String IMPORTS =
      "import dev.warder.authority.*; import dev.warder.authority.key.*; import dev.warder.gate.*;"
          + " import dev.warder.gate.token.*; import dev.warder.gate.revocation.*;"
          + " import java.time.*; import java.security.*;";
  private static final String PARAMETERS =
      "TokenService service, Operator operator, KeyRing ring, FollowedKeys followed";

  @TempDir private Path folder;

  private String compiled(String statement) {
    return Snippet.compile(IMPORTS, PARAMETERS, statement, folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TokenAuthority.builder().follower(service.follower());",
        "TokenAuthority.builder().keys(() -> ring);",
        "TokenVerifier.builder().keys(followed.source());",
        "KeyRing found = followed.get();",
        "KeyRing found = service.keys().ring(Algorithm.ES256);",
        "KeyRing found = service.keys().rotate(operator, Algorithm.ES256, Duration.ZERO);",
        "RevocationFollower.builder(service.store().revocations());",
        "TokenVerifier.builder().keys(service.keys());",
        "TokenVerifier.builder().keys(followed);",
      })
  void keysAndRevocationsOfAStore_givenToAnother_doNotCompile(String statement) {
    assertThat(compiled(statement)).startsWith("does not compile");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TokenAuthority.builder().keys(followed).withoutGateInThisProcess();",
        "TokenAuthority.builder().keysAsTheyAreNow(service.keys(), Algorithm.ES256);",
        "Gate gate = service.gate();",
        "String published = service.keys().publicJwks();",
        "Gate.builder().revocations(service.follower());",
      })
  void whatIsLeft_compiles(String statement) {
    assertThat(compiled(statement)).isEmpty();
  }

  /** The published keys leave the store; beside them stands the follower of the same service. */
  @Test
  void secondGate_ofPublishedKeysAndTheServicesFollower_refusesWhatWasRevoked() throws Exception {
    ResourceOwners owners = ResourceOwners.checkedByCaller();
    try (TokenService service =
            TokenService.builder()
                .store(folder.resolve("tokens.db").toString())
                .encryptionKey(KeyWrapping.of(new byte[32]))
                .auditKey(new byte[32])
                .mark(folder.resolve("mark"))
                .acceptAnyLogWhenThereIsNoMark()
                .catalogue(Authority.CATALOGUE, owners)
                .issuer(Authority.ISSUER)
                .audience("control-api")
                .bound(Duration.ofSeconds(1))
                .open();
        Gate second =
            Gate.builder()
                .catalogue(Authority.CATALOGUE, owners)
                .tokens(
                    TokenVerifier.builder()
                        .issuer(Authority.ISSUER)
                        .audience("control-api")
                        .keys(KeySet.parse(service.keys().publicJwks()))
                        .withoutClockSkew()
                        .keepSeenTokens(10))
                .revocations(service.follower())
                .build()) {
      service.accounts().add(WithStore.OPERATOR, "A", "Account A", "ada");
      Actor ada = new Actor("ada");
      IssuedToken token = service.authority().issue(ada, TokenRequest.of("CI", "all"));
      GateRequest request =
          GateRequest.builder()
              .authorization("Bearer " + token.value())
              .method("PATCH")
              .target("/v1/apps/28AB9a")
              .client("192.0.2.7")
              .build();
      assertThat(second.authorize(request).reason()).isEqualTo(GateReason.ALLOWED);
      service.authority().revoke(ada, token.info().id());
      assertThat(second.authorize(request).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
    }
  }
}
