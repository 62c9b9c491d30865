package dev.warder.gate;

import dev.warder.engine.Ownership;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.limit.ChargedClient;
import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.revocation.TokenIdentity;
import dev.warder.gate.token.RemoteKeys;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Limits;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A gate as a vector has it, with what was given. */
public final class GateUnderTest implements AutoCloseable {
  private static final URI NOBODY_LISTENS = URI.create("http://127.0.0.1:1/keys");

  /** Who sends the vectors' requests. */
  public static final String CLIENT = "192.0.2.7";

  private static final GateVectorFile.Given NOTHING = new GateVectorFile.Given(null, null, null);

  private final GateVectorFile.Vector vector;
  private final GateVectorFile.Given given;
  private final HourlyLimits counts = HourlyLimits.create(new SecureRandom());
  private final InstantSource clock;
  private final RevocationSet revoked;
  private final Gate gate;

  /** Makes the gate of one vector, and does what the vector has given. */
  public GateUnderTest(GateVectorFile file, GateVectorFile.Vector vector) throws InvalidCatalogue {
    this.vector = vector;
    this.given = vector.given() == null ? NOTHING : vector.given();
    this.clock = InstantSource.fixed(Instant.ofEpochSecond(file.now()));
    this.revoked = RevocationSet.create(clock, new SecureRandom());
    Catalogue catalogue = CatalogueReader.parse("notes", file.catalogue().toString());
    this.gate =
        Gate.builder()
            .catalogue(catalogue, owners(file.owners()))
            .tokens(tokens())
            .revocations("revocations".equals(given.fails()) ? new TooOld() : revoked)
            .rateLimits(
                "counts".equals(given.fails())
                    ? new FailingLimits(new IllegalStateException("counts cannot be had"))
                    : counts)
            .disclosure(Disclosure.valueOf(vector.disclosure().toUpperCase(Locale.ROOT)))
            .clock(clock)
            .build();
    use(catalogue.limits(), file.now() * 1_000);
    if (given.revoked() != null) {
      revoke(file.now());
    }
  }

  private TokenVerifierBuilder tokens() {
    return "keys".equals(given.fails())
        ? TokenVerifier.builder()
            .acceptTokensOfAnyIssuer()
            .audience("notes")
            .keys(RemoteKeys.builder(NOBODY_LISTENS).build())
            .withoutClockSkew()
        : SignedToken.verifier().acceptTokensWithoutAccount();
  }

  private static ResourceOwners owners(Map<String, Map<String, String>> accounts) {
    return (account, kind, path, start, end) -> {
      Map<String, String> byId = accounts.get(kind);
      String id = path.substring(start, end);
      return byId.containsKey(id) && byId.get(id) == null
          ? Ownership.UNAVAILABLE
          : account.equals(byId.get(id)) ? Ownership.OWNED : Ownership.NOT_OWNED;
    };
  }

  /** Uses some of each limit: the account's by other tokens. */
  private void use(Limits limits, long nowMillis) {
    GateVectorFile.Used used = given.used();
    if (used == null) {
      return;
    }
    for (int i = 0; i < used.token(); i++) {
      counts.charge(tokenOfVector(), limits, nowMillis);
    }
    for (int i = 0; i < used.account(); i++) {
      counts.charge(ChargedToken.of(SignedToken.ISSUER, "other-" + i, "A"), limits, nowMillis);
    }
    for (int i = 0; i < used.client(); i++) {
      counts.charge(ChargedClient.of(CLIENT), limits, nowMillis);
    }
    for (int i = 0; i < used.publicRequests(); i++) {
      counts.chargePublic(ChargedClient.of(CLIENT), limits, nowMillis);
    }
  }

  private ChargedToken tokenOfVector() {
    boolean isWithoutAccount = vector.token() != null && vector.token().account() == null;
    return isWithoutAccount
        ? ChargedToken.withoutAccount(SignedToken.ISSUER, "t-1")
        : ChargedToken.of(SignedToken.ISSUER, "t-1", "A");
  }

  private void revoke(long now) {
    SignedToken token = vector.token().signed();
    revoked.revoke(
        switch (given.revoked()) {
          case "token" -> new Revocation.OfToken(token.issuer(), token.id());
          case "value" ->
              new Revocation.OfValue(
                  token.issuer(), token.value(), Instant.ofEpochSecond(token.expires()));
          case "account" ->
              new Revocation.OfAccount(token.issuer(), "A", Instant.ofEpochSecond(now));
          default -> throw new AssertionError(given.revoked());
        });
  }

  Outcome authorize() {
    return gate.authorize(
        GateRequest.builder()
            .authorization(authorization())
            .method(vector.method())
            .target(vector.target())
            .client(CLIENT)
            .requestAccount(vector.requestAccount())
            .build());
  }

  /** Returns the gate. */
  public Gate gate() {
    return gate;
  }

  /** Returns the value of {@code Authorization}, or null where the request has none. */
  public @Nullable String authorization() {
    if (vector.token() == null) {
      return vector.authorization();
    }
    String scheme = vector.token().scheme() == null ? "Bearer" : vector.token().scheme();
    return scheme + " " + vector.token().signed().text();
  }

  @Override
  public void close() {
    gate.close();
  }

  private record TooOld() implements Revocations {
    @Override
    public RevocationAnswer check(TokenIdentity token) {
      return RevocationAnswer.UNKNOWN;
    }

    @Override
    public boolean isCurrent() {
      return false;
    }

    @Override
    public Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> listener) {
      return () -> {};
    }
  }
}
