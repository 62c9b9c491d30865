package dev.warder.gate.token;

import static dev.warder.gate.token.ClaimPath.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateBuilder;
import dev.warder.gate.GateReason;
import dev.warder.gate.GateRequest;
import dev.warder.gate.Outcome;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.model.ControlApi;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A gate of several issuers, and tokens that somebody else has verified. */
class SeveralIssuersTest {
  private static final String ONE = "https://one.example.com";
  private static final String OTHER = "https://other.example.com";

  /** Both issuers call their key so. */
  private static final EdKey KEY_OF_ONE = EdKey.make("k");

  private static final EdKey KEY_OF_OTHER = EdKey.make("k");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(Claim.ISSUED + 1));

  private final RevocationSet revocations = RevocationSet.create(CLOCK, new SecureRandom());

  private static TokenVerifierBuilder tokens(String issuer, EdKey key) {
    try {
      return TokenVerifier.builder()
          .issuer(issuer)
          .audience("control-api")
          .keys(KeySet.parse(EdKey.set(key)))
          .withoutClockSkew()
          .keepSeenTokens(16);
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  private GateBuilder builder() {
    return Gate.builder()
        .catalogue(ControlApi.catalogue(), ResourceOwners.of(Map.of("app", Map.of("1", "one/A"))))
        .revocations(revocations)
        .clock(CLOCK);
  }

  private GateBuilder both() {
    return builder()
        .issuer("one/", tokens(ONE, KEY_OF_ONE))
        .issuer("other/", tokens(OTHER, KEY_OF_OTHER));
  }

  private static String signed(EdKey key, String issuer, String... namesAndValues) {
    String[] all = new String[namesAndValues.length + 2];
    all[0] = "iss";
    all[1] = '"' + issuer + '"';
    System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
    return key.token(all);
  }

  private static GateRequest request(@Nullable String token) {
    return GateRequest.builder()
        .authorization(token == null ? null : "Bearer " + token)
        .method("PATCH")
        .target("/v1/apps/1")
        .client("192.0.2.7")
        .build();
  }

  private static Outcome ask(Gate gate, String token) {
    return gate.authorize(request(token));
  }

  /** Both issuers have an account A, and it is not the same one. */
  @Test
  void authorize_eachIssuersToken_reachesAccountsOfThatIssuerAlone() {
    try (Gate gate = both().build()) {
      for (int i = 0; i < 2; i++) {
        Outcome own = ask(gate, signed(KEY_OF_ONE, ONE));
        assertThat(own.reason()).isEqualTo(GateReason.ALLOWED);
        assertThat(own.token().orElseThrow().account()).contains("one/A");
        Outcome others = ask(gate, signed(KEY_OF_OTHER, OTHER));
        assertThat(others.reason()).isEqualTo(GateReason.WRONG_ACCOUNT);
        assertThat(others.token().orElseThrow().account()).contains("other/A");
      }
    }
  }

  /** The key of one issuer signs no valid token of the other. */
  @Test
  void authorize_issuersMixedUp_isRefused() {
    try (Gate gate = both().build()) {
      assertThat(ask(gate, signed(KEY_OF_OTHER, ONE)).fault()).contains(TokenFault.SIGNATURE);
      assertThat(ask(gate, signed(KEY_OF_ONE, OTHER)).fault()).contains(TokenFault.SIGNATURE);
      assertThat(ask(gate, signed(KEY_OF_ONE, ONE + "/")).fault())
          .contains(TokenFault.OTHER_ISSUER);
      assertThat(ask(gate, signed(KEY_OF_ONE, "https://ONE.example.com")).fault())
          .contains(TokenFault.OTHER_ISSUER);
      assertThat(ask(gate, signed(KEY_OF_ONE, ONE, "iss", "7")).fault())
          .contains(TokenFault.ISSUER);
      assertThat(ask(gate, "x.y").fault()).contains(TokenFault.NOT_COMPACT);
      assertThat(gate.authorize(request(null)).reason()).isEqualTo(GateReason.MISSING_TOKEN);
      assertThat(ask(gate, signed(KEY_OF_ONE, ONE)).reason()).isEqualTo(GateReason.ALLOWED);
    }
  }

  @Test
  void authorize_revokedTokenOfOneIssuer_theOthersOfTheSameIdStays() {
    try (Gate gate = both().build()) {
      String one = signed(KEY_OF_ONE, ONE);
      String other = signed(KEY_OF_OTHER, OTHER);
      assertThat(ask(gate, one).reason()).isEqualTo(GateReason.ALLOWED);
      assertThat(ask(gate, other).reason()).isEqualTo(GateReason.WRONG_ACCOUNT);
      revocations.revoke(new Revocation.OfToken(ONE, "t-1"));
      assertThat(ask(gate, one).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(ask(gate, other).reason()).isEqualTo(GateReason.WRONG_ACCOUNT);
      revocations.revoke(new Revocation.OfAccount(OTHER, "A", CLOCK.instant()));
      assertThat(ask(gate, other).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
    }
  }

  @Test
  void build_prefixesThatCouldMakeOneAccount_areRefused() {
    TokenVerifierBuilder one = tokens(ONE, KEY_OF_ONE);
    TokenVerifierBuilder other = tokens(OTHER, KEY_OF_OTHER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().issuer("a", one).issuer("ab", other).build())
        .withMessage("the accounts of two issuers could be one: the prefix `a` begins `ab`");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().issuer("a", one).issuer("", other).build())
        .withMessage(
            "with several issuers, the accounts of each have a prefix of 1 to 256 characters, not"
                + " ``");
    assertThatIllegalStateException()
        .isThrownBy(() -> builder().issuer("a", one).issuer("a", other));
    assertThatIllegalArgumentException().isThrownBy(() -> builder().issuer("a", one).build());
    assertThatIllegalStateException()
        .isThrownBy(() -> builder().issuer("a", one).issuer("b", tokens(ONE, KEY_OF_ONE)).build())
        .withMessage("two verifiers trust the issuer `" + ONE + "`; each has one of its own");
    assertThatIllegalStateException()
        .isThrownBy(() -> both().tokens(one).build())
        .withMessage("set tokens(…) for one issuer, or issuer(…) for each of several");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                builder()
                    .issuer("a", one)
                    .issuer(
                        "b",
                        TokenVerifier.builder()
                            .acceptTokensOfAnyIssuer()
                            .audience("control-api")
                            .keys(KeySet.parse(EdKey.set(KEY_OF_OTHER)))
                            .withoutClockSkew())
                    .build())
        .withMessage("with several issuers each is named: set issuer(…)");
  }

  /** With its prefix, an account may be too long to be one. */
  @Test
  void authorize_accountTooLongWithItsPrefix_isRefused() {
    try (Gate gate = both().build()) {
      String most = "\"" + "a".repeat(252) + "\"";
      assertThat(ask(gate, signed(KEY_OF_ONE, ONE, "account", most)).reason())
          .isEqualTo(GateReason.WRONG_ACCOUNT);
      String tooLong = "\"" + "a".repeat(253) + "\"";
      assertThat(ask(gate, signed(KEY_OF_ONE, ONE, "account", tooLong)).fault())
          .contains(TokenFault.ACCOUNT);
    }
  }

  /** As Spring hands claims over: times are instants, and the issuer is an address. */
  @SuppressWarnings("JavaUtilDate")
  private static Map<String, Object> claims() throws Exception {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", new java.net.URI(ONE).toURL());
    claims.put("aud", List.of("control-api"));
    claims.put("sub", "user-1");
    claims.put("jti", "v-1");
    claims.put("token_id", "t-1");
    claims.put("account", "A");
    claims.put("capabilities", List.of("write:app"));
    claims.put("iat", Instant.ofEpochSecond(Claim.ISSUED));
    claims.put("exp", Date.from(Instant.ofEpochSecond(Claim.ISSUED + 60)));
    return claims;
  }

  private static Map<String, Object> with(String name, @Nullable Object value) throws Exception {
    Map<String, Object> claims = claims();
    claims.put(name, value);
    return claims;
  }

  private static Outcome ask(Gate gate, Map<String, Object> claims) {
    return gate.authorizeClaimsVerifiedElsewhere(request(null), claims);
  }

  @Test
  void claimsVerifiedElsewhere_areJudgedAsThoseOfAToken() throws Exception {
    try (Gate gate = both().build()) {
      assertThat(ask(gate, claims()).reason()).isEqualTo(GateReason.ALLOWED);
      assertThat(ask(gate, claims()).headers()).containsKey("RateLimit");
      assertThat(ask(gate, with("capabilities", List.of())).reason())
          .isEqualTo(GateReason.MISSING_CAPABILITY);
      assertThat(ask(gate, with("account", "B")).reason()).isEqualTo(GateReason.WRONG_ACCOUNT);
      assertThat(ask(gate, with("iss", "https://third.example.com")).fault())
          .contains(TokenFault.OTHER_ISSUER);
      assertThat(ask(gate, with("aud", "another")).fault()).contains(TokenFault.OTHER_AUDIENCE);
      assertThat(ask(gate, with("cnf", Map.of("jkt", "x"))).fault())
          .contains(TokenFault.SENDER_BOUND);
      assertThat(ask(gate, with("exp", CLOCK.instant())).reason())
          .isEqualTo(GateReason.EXPIRED_TOKEN);
      assertThat(ask(gate, with("exp", CLOCK.instant().plusNanos(1))).fault())
          .contains(TokenFault.EXPIRY);
      assertThat(ask(gate, with("jti", null)).fault()).contains(TokenFault.VALUE_ID);
      assertThat(ask(gate, with("sub", new Object())).fault()).contains(TokenFault.SUBJECT);
      assertThat(ask(gate, with("extra", Map.of(1, "a"))).fault()).contains(TokenFault.NOT_JSON);
      revocations.revoke(new Revocation.OfToken(ONE, "t-1"));
      assertThat(ask(gate, claims()).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
    }
  }

  @Test
  void claimsVerifiedElsewhere_nestedTooDeep_areRefused() throws Exception {
    Map<String, Object> deep = claims();
    for (int i = 0; i < 20; i++) {
      deep = with("nested", deep);
    }
    Map<String, Object> asked = deep;
    try (Gate gate = both().build()) {
      assertThat(ask(gate, asked).fault()).contains(TokenFault.TOO_DEEP);
    }
  }

  @Test
  void onlyClaimsVerifiedElsewhere_noTokenIsAccepted() throws Exception {
    TokenVerifierBuilder tokens =
        TokenVerifier.builder()
            .issuer(ONE)
            .audience("control-api")
            .acceptOnlyClaimsVerifiedElsewhere()
            .profile(TokenProfile.builder().account(claim("tenant")).build())
            .withoutClockSkew();
    try (Gate gate = builder().tokens(tokens).build()) {
      assertThat(ask(gate, with("tenant", "one/A")).reason()).isEqualTo(GateReason.ALLOWED);
      assertThat(ask(gate, signed(KEY_OF_ONE, ONE, "tenant", "\"one/A\"")).fault())
          .contains(TokenFault.UNKNOWN_KEY);
    }
  }
}
