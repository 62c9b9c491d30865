package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateReason;
import dev.warder.gate.GateRequest;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.token.TokenVerifier;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A gate of one process heeds what another has revoked: not after a time, but once it has said so.
 */
@ParameterizedClass
@EnumSource(Database.class)
class FollowingGateTest extends WithStore {
  private static final Duration BOUND = Duration.ofSeconds(1);

  FollowingGateTest(Database database) {
    super(database);
  }

  private Gate gate(RevocationFollower follower) throws Exception {
    return Gate.builder()
        .catalogue(Authority.CATALOGUE, ResourceOwners.checkedByCaller())
        .tokens(
            TokenVerifier.builder()
                .issuer(Authority.ISSUER)
                .audience("control-api")
                .keys(Worker.keys(store).keySet())
                .withoutClockSkew()
                .keepSeenTokens(100))
        .revocations(follower)
        .clock(() -> NOW)
        .build();
  }

  private static GateReason ask(Gate gate, String value) {
    return gate.authorize(
            GateRequest.builder()
                .authorization("Bearer " + value)
                .method("PATCH")
                .target("/v1/apps/28AB9a")
                .client("192.0.2.7")
                .build())
        .reason();
  }

  /** Asks until the gate is sure, as it is not when this process had to wait for a second. */
  private static GateReason askSurely(RevocationFollower follower, Gate gate, String value)
      throws Exception {
    GateReason reason = ask(gate, value);
    while (reason == GateReason.UNAVAILABLE) {
      follower.poll();
      reason = ask(gate, value);
    }
    return reason;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rotate", "revoke"})
  void authorize_onceAnotherProcessSaidItIsDone_refused(String kind) throws Exception {
    Ledger.ofNewAccount(store);
    try (WorkerProcess worker = WorkerProcess.free(place, folder.resolve("worker.mark"), BOUND);
        RevocationFollower follower =
            RevocationFollower.builder(store.revocations())
                .mark(folder.resolve("gate.mark"))
                .acceptAnyLogWhenThereIsNoMark()
                .clock(() -> NOW)
                .randomness(new SecureRandom())
                .bound(BOUND)
                .build();
        Gate gate = gate(follower)) {
      worker.ready();
      follower.start(Duration.ofMillis(200));
      worker.send(Operation.ISSUE);
      List<String> issued = List.of(worker.read().split(" ", -1));
      String value = issued.get(2);
      assertThat(askSurely(follower, gate, value)).isEqualTo(GateReason.ALLOWED);
      worker.send(new Operation(kind, issued.get(1)));
      assertThat(worker.read()).startsWith("done " + issued.get(1));
      assertThat(ask(gate, value)).isIn(GateReason.REVOKED_TOKEN, GateReason.UNAVAILABLE);
      assertThat(askSurely(follower, gate, value)).isEqualTo(GateReason.REVOKED_TOKEN);
    }
  }
}
