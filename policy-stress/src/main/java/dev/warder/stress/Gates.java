package dev.warder.stress;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateRequest;
import dev.warder.gate.Outcome;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.revocation.Revocations;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** A gate for the one token, and two catalogues that differ in labels and in the order of bits. */
final class Gates {
  static final Catalogue ONE =
      catalogue("a: {label: One, category: c}, b: {label: One, category: c}");
  static final Catalogue TWO =
      catalogue("b: {label: Two, category: c}, a: {label: Two, category: c}");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));

  private Gates() {}

  private static Catalogue catalogue(String capabilities) {
    String text =
        """
        catalogue: stress
        format: 1
        version: "1"
        title: Stress
        categories: {c: C}
        capabilities: {%s}
        operations: {get: {method: GET, path: /x, summary: Get, requires: a}, free: {method: GET, path: /y, summary: Get, requires: any token}}
        """;
    try {
      return CatalogueReader.parse("stress.yaml", text.formatted(capabilities));
    } catch (InvalidCatalogue e) {
      throw new IllegalStateException(e);
    }
  }

  static RevocationSet nothingRevoked() {
    return RevocationSet.create(CLOCK, new SecureRandom());
  }

  static Gate gate(Revocations revocations) {
    return Gate.builder()
        .catalogue(ONE, ResourceOwners.checkedByCaller())
        .tokens(Tokens.builder())
        .revocations(revocations)
        .clock(CLOCK)
        .build();
  }

  /** Returns the reason for an operation that every token may ask. */
  static String reason(Gate gate) {
    return get("/y", gate).reason().code();
  }

  /** Returns by which catalogue it was judged that the token misses a capability, or mixed. */
  static String judgedBy(Gate gate) {
    Outcome outcome = get("/x", gate);
    String label = outcome.fingerprint().equals(ONE.fingerprint()) ? "One" : "Two";
    boolean isWhole =
        outcome
            .body()
            .contains("\"missing\":[[{\"capability\":\"a\",\"label\":\"" + label + "\"}]]");
    return isWhole ? label : "mixed";
  }

  private static Outcome get(String target, Gate gate) {
    return gate.authorize(
        GateRequest.builder()
            .authorization(Tokens.FIELD)
            .method("GET")
            .target(target)
            .client("c")
            .build());
  }
}
