package dev.warder.issuers;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateBuilder;
import dev.warder.gate.GateRequest;
import dev.warder.gate.Outcome;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.token.RemoteKeys;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.model.CatalogueReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gate of the notes API. Each issuer's account has a note of the issuer's name. */
final class NotesGate implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int SEEN_TOKENS = 1000;

  private final List<RemoteKeys> keys = new ArrayList<>();
  private final RevocationSet revocations =
      RevocationSet.create(InstantSource.system(), new SecureRandom());
  private final Gate gate;

  private NotesGate(Map<String, String> owners, List<Issuer> issuers) throws Exception {
    GateBuilder builder =
        Gate.builder()
            .catalogue(
                CatalogueReader.read(Path.of("src/test/resources/notes.yaml")),
                ResourceOwners.of(Map.of("note", owners)))
            .revocations(revocations);
    if (issuers.size() == 1) {
      builder.tokens(tokens(issuers.get(0)));
    } else {
      issuers.forEach(issuer -> builder.issuer(issuer.name() + "/", tokens(issuer)));
    }
    this.gate = builder.build();
  }

  /** Makes a gate that trusts one issuer. */
  static NotesGate of(Issuer issuer) throws Exception {
    return new NotesGate(Map.of(issuer.name(), issuer.account()), List.of(issuer));
  }

  /** Makes a gate that trusts several issuers, each with its name as prefix of its accounts. */
  static NotesGate ofSeveral(List<Issuer> issuers) throws Exception {
    Map<String, String> owners = new HashMap<>();
    issuers.forEach(issuer -> owners.put(issuer.name(), issuer.name() + "/" + issuer.account()));
    return new NotesGate(owners, issuers);
  }

  private TokenVerifierBuilder tokens(Issuer issuer) {
    RemoteKeys published =
        RemoteKeys.builderOfIssuer(issuer.address())
            .profile(issuer.profile())
            .timeout(TIMEOUT)
            .build();
    keys.add(published);
    return TokenVerifier.builder()
        .issuer(issuer.address())
        .audience(Issuer.AUDIENCE)
        .profile(issuer.profile())
        .keys(published)
        .withoutClockSkew()
        .keepSeenTokens(SEEN_TOKENS);
  }

  RevocationSet revocations() {
    return revocations;
  }

  /** Returns the answer to a request to get an issuer's note. */
  Outcome get(String note, String token) {
    return ask("GET", note, token, "192.0.2.1");
  }

  /** Returns the answer to a request to put an issuer's note. */
  Outcome put(String note, String token) {
    return ask("PUT", note, token, "192.0.2.1");
  }

  Outcome ask(String method, String note, String token, String client) {
    return gate.authorize(
        GateRequest.builder()
            .authorization("Bearer " + token)
            .method(method)
            .target("/notes/" + note)
            .client(client)
            .build());
  }

  @Override
  public void close() {
    gate.close();
    keys.forEach(RemoteKeys::close);
  }
}
