package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.concurrent.Together;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.model.Catalogue;
import dev.warder.model.Limits;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What holds of a gate whatever threads do at once. */
class GateConcurrencyTest {
  private static final int ROUNDS = 2_000;
  private static final int THREADS = 4;

  private final MutableClock clock = new MutableClock();
  private final RevocationSet revocations = RevocationSet.create(clock, new SecureRandom());

  private GateBuilder builder() {
    return Gate.builder()
        .catalogue(Notes.catalogue(), Notes.OWNERS)
        .tokens(SignedToken.verifier())
        .revocations(revocations)
        .limits(Limits.NONE)
        .clock(clock);
  }

  private static Outcome get(Gate gate, String bearer) {
    return gate.authorize(Asked.request(bearer, "GET", "/v1/notes/n1", "192.0.2.7"));
  }

  /** A token seen before, or just being seen: once revoked, nobody is let through by it. */
  @Test
  void revoke_returned_noAuthorizeThatStartsLaterAllows() throws Exception {
    Gate gate = builder().build();
    try (Together together = new Together(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        String id = "t-" + round;
        String bearer = SignedToken.of(id, "A", "read:note").bearer();
        if (round % 2 == 0) {
          assertThat(get(gate, bearer).isAllowed()).isTrue();
        }
        Callable<GateReason> revoking =
            () -> {
              revocations.revoke(new Revocation.OfToken(SignedToken.ISSUER, id));
              return get(gate, bearer).reason();
            };
        Callable<GateReason> asking = () -> get(gate, bearer).reason();
        List<GateReason> reasons = together.run(revoking, asking, asking, asking);
        assertThat(reasons.get(0)).isEqualTo(GateReason.REVOKED_TOKEN);
        assertThat(reasons).isSubsetOf(GateReason.REVOKED_TOKEN, GateReason.ALLOWED);
        assertThat(get(gate, bearer).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
      }
    }
  }

  @Test
  void limit_manyThreads_exactlySoManyAreAdmitted() throws Exception {
    Gate gate = builder().limits(Limits.NONE.withAccount(7).withToken(5).withClient(6)).build();
    try (Together together = new Together(THREADS)) {
      for (int round = 0; round < ROUNDS / 10; round++) {
        String account = "A" + round;
        String one = SignedToken.of("one-" + round, account, "read:note").bearer();
        String two = SignedToken.of("two-" + round, account, "read:note").bearer();
        String client = "10.0." + round / 256 + "." + round % 256;
        Callable<List<GateReason>> asking =
            () -> {
              List<GateReason> reasons = new ArrayList<>();
              for (int i = 0; i < 5; i++) {
                reasons.add(
                    gate.authorize(Asked.request(one, "GET", "/v1/status", client)).reason());
                reasons.add(
                    gate.authorize(Asked.request(two, "GET", "/v1/status", client)).reason());
                reasons.add(
                    gate.authorize(Asked.request("x", "GET", "/v1/status", client)).reason());
              }
              return reasons;
            };
        List<GateReason> reasons =
            together.run(asking, asking, asking, asking).stream().flatMap(List::stream).toList();
        assertThat(reasons).filteredOn(GateReason.ALLOWED::equals).hasSize(7);
        assertThat(reasons).filteredOn(GateReason.INVALID_TOKEN::equals).hasSize(6);
        assertThat(reasons).filteredOn(GateReason.CLIENT_LIMIT::equals).hasSize(20 - 6);
      }
    }
  }

  /** One outcome tells of one catalogue: its fingerprint, what it asks for, and its labels. */
  @Test
  void replaceCatalogue_atAnyTime_noAnswerMixesTwo() throws Exception {
    Catalogue one = Notes.catalogue(Notes.TEXT.replace("Write Note", "One"));
    Catalogue two =
        Notes.catalogue(
            Notes.TEXT
                .replace("  read:note: {label: Read Note, category: notes, access: read}\n", "")
                .replace("Write Note", "Two")
                .replace(
                    "operations:\n", "  read:note: {label: R, category: notes}\noperations:\n"));
    Gate gate = builder().build();
    gate.replaceCatalogue(one);
    String bearer = SignedToken.of("t-1", "A", "read:note").bearer();
    try (Together together = new Together(3)) {
      for (int round = 0; round < ROUNDS; round++) {
        Catalogue next = round % 2 == 0 ? two : one;
        Callable<Outcome> asking =
            () -> gate.authorize(Asked.request(bearer, "PUT", "/v1/notes/n1", "192.0.2.7"));
        Callable<Outcome> replacing =
            () -> {
              gate.replaceCatalogue(next);
              return asking.call();
            };
        List<Outcome> outcomes = together.run(replacing, asking, asking);
        assertThat(outcomes.get(0).fingerprint()).isEqualTo(next.fingerprint());
        for (Outcome outcome : outcomes) {
          String label = outcome.fingerprint().equals(one.fingerprint()) ? "One" : "Two";
          assertThat(outcome.reason()).isEqualTo(GateReason.MISSING_CAPABILITY);
          assertThat(outcome.body())
              .contains(
                  "\"missing\":[[{\"capability\":\"write:note\",\"label\":\"" + label + "\"}]]")
              .contains(outcome.fingerprint());
        }
      }
    }
  }
}
