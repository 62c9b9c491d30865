package dev.warder.gate;

import dev.warder.gate.revocation.RevocationSet;
import java.security.SecureRandom;

/** A gate over the notes, and what tests ask of it. */
abstract class WithGate {
  static final SignedToken READER = SignedToken.of("t-1", "A", "read:note");

  final MutableClock clock = new MutableClock();
  final RevocationSet revocations = RevocationSet.create(clock, new SecureRandom());

  GateBuilder builder() {
    return Gate.builder()
        .catalogue(Notes.catalogue(), Notes.OWNERS)
        .tokens(SignedToken.verifier())
        .revocations(revocations)
        .clock(clock);
  }

  static Outcome get(Gate gate, SignedToken token) {
    return gate.authorize(Asked.request(token.bearer(), "GET", "/v1/notes/n1", "192.0.2.7"));
  }

  static Outcome anonymous(Gate gate, String client) {
    return gate.authorize(Asked.request(null, "GET", "/v1/status", client));
  }
}
