package dev.warder.servlet;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateBuilder;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueFile;
import dev.warder.testkit.TestIssuer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/** A small API, its gate, and tokens for it. */
final class Notes {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);

  static final TestIssuer ISSUER = TestIssuer.create();

  private Notes() {}

  static Catalogue catalogue(String file) {
    try {
      return CatalogueFile.read(Path.of(Notes.class.getResource(file).toURI())).catalogue();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static GateBuilder gate() {
    return gate(catalogue("notes.yaml"));
  }

  static GateBuilder gate(Catalogue catalogue) {
    return Gate.builder()
        .catalogue(catalogue, ResourceOwners.checkedByCaller())
        .tokens(ISSUER.verifierBuilder().withoutClockSkew().keepSeenTokens(1_000))
        .revocations(RevocationSet.create(CLOCK, new SecureRandom()))
        .clock(CLOCK);
  }

  /** Returns the field of a token of account A. */
  static String token(String... capabilities) {
    return tokenOf("A", capabilities);
  }

  static String tokenOf(String account, String... capabilities) {
    return "Authorization: Bearer "
        + ISSUER.token(NOW).account(account).capabilities(capabilities).sign();
  }
}
