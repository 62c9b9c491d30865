package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Sets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever text comes as a profile: it is refused with its problems, or it is a profile that keeps
 * what no profile loosens, and what its base asks for.
 */
class TokenProfileFuzzTest {
  /** The claims of which a profile with a name asks for accepted values. */
  private static final Map<String, Set<String>> ASKED =
      Map.of(
          "cognito", Set.of("client_id"),
          "google", Set.of("sub"),
          "gitlab-ci", Set.of("project_id", "namespace_id"),
          "github-actions", Set.of("repository_id", "repository_owner_id"));

  static Stream<byte[]> seeds() {
    return Stream.concat(
            TokenProfiles.names().stream()
                .flatMap(
                    name -> {
                      String base = "format: 1\nbase: " + name + "\n";
                      return Stream.of(base, base + "account: tenant\n", NamedProfiles.text(name));
                    }),
            Stream.concat(GoodToken.all().stream().map(good -> good.file().toString()), texts()))
        .map(text -> text.getBytes(UTF_8));
  }

  private static Stream<String> texts() {
    return Stream.of(
        "",
        "format: 1\n",
        "format: 1\nsenderBound: accepted-as-bearer\n",
        "format: 1\ntypes: none\notherTokens: accepted\nkeyId: optional\n",
        "format: 1\nconstantAccount: A\nacceptedSubjects: [{claim: sub, is: [u]}]\n",
        "format: 1\naudience: optional\nacceptedClients: [{claim: [a, b], is: c}]\n",
        "format: 1\nvalueId: derived\ntokenId: sub\nmap: {values: {a: [b]}, others: keep}\n",
        "format: 1\nbase: cognito\nacceptedClients: [{claim: azp, is: a}]\n",
        "format: 1\nalgorithms: [ES256, HS256]\nkeysWithoutAlgorithm: accepted\n");
  }

  @MethodSource("seeds")
  @FuzzTest
  void parse_anyText_profileThatKeepsItsRules(byte[] bytes) throws Exception {
    TokenProfile profile;
    try {
      profile = TokenProfiles.parse("p", new String(bytes, UTF_8));
    } catch (InvalidTokenProfile e) {
      assertThat(e.problems()).isNotEmpty();
      return;
    }
    checkWhatIsAsked(profile);
    checkTokens(profile);
  }

  private static void checkWhatIsAsked(TokenProfile profile) {
    Set<ClaimPath> named =
        Sets.union(profile.acceptedClients.keySet(), profile.acceptedSubjects.keySet());
    assertThat(profile.acceptedClients.values()).allMatch(values -> !values.isEmpty());
    assertThat(profile.acceptedSubjects.values()).allMatch(values -> !values.isEmpty());
    assertThat(named.isEmpty() && (profile.isAudienceOptional || profile.constantAccount != null))
        .isFalse();
    assertThat(profile.derivesValueId && profile.isTokenIdOptional).isFalse();
    Set<String> asked = ASKED.get(profile.name());
    if (asked != null) {
      assertThat(named).anyMatch(claim -> asked.stream().anyMatch(claim::isNamed));
    }
  }

  private static void checkTokens(TokenProfile profile) throws InvalidKeySet {
    Algorithm algorithm = quickest(profile);
    SigningKey key = SigningKey.of("s1", algorithm);
    FittingToken fitting = FittingToken.of(profile, algorithm);
    TokenVerifier verifier = verifier(profile, key);
    boolean isFitting = isAccepted(verifier, fitting.signed(key));
    assertThat(isAccepted(verifier, fitting.unsigned())).isFalse();
    assertThat(isAccepted(verifier, fitting.withHeader("alg", "none").signed(key))).isFalse();
    assertThat(isAccepted(verifier, fitting.withHeader("crit", "x").signed(key))).isFalse();
    assertThat(isAccepted(verifier, fitting.withHeader("jwk", "x").signed(key))).isFalse();
    assertThat(isAccepted(verifier, fitting.withClaim("cnf", "x").signed(key)))
        .isEqualTo(isFitting && profile.acceptsSenderBound);
    assertThat(isAccepted(verifier, fitting.withClaim("exp", "never").signed(key))).isFalse();
  }

  /** Returns one that the profile accepts; a signature by RSA takes longest. */
  private static Algorithm quickest(TokenProfile profile) {
    return Collections.max(profile.keys.algorithms());
  }

  private static TokenVerifier verifier(TokenProfile profile, SigningKey key) throws InvalidKeySet {
    return TokenVerifier.builder()
        .acceptTokensThatWereRevoked()
        .acceptTokensOfAnyIssuer()
        .acceptTokensForAnyAudience()
        .acceptTokensWithoutAccount()
        .keys(KeySet.parse(SigningKey.set(key), profile))
        .profile(profile)
        .withoutClockSkew()
        .build();
  }

  private static boolean isAccepted(TokenVerifier verifier, String token) {
    try {
      return !verifier.verifyBare(token, GoodToken.NOW * 1_000).issuer().isEmpty();
    } catch (TokenRejected e) {
      return false;
    }
  }

  /** The control: what is made to fit a profile fits each that has a name. */
  @Test
  void fittingToken_isAcceptedUnderEachNamedProfile() throws Exception {
    for (GoodToken good : GoodToken.all()) {
      Algorithm algorithm = quickest(good.profile());
      SigningKey key = SigningKey.of("s1", algorithm);
      FittingToken fitting = FittingToken.of(good.profile(), algorithm);
      assertThat(isAccepted(verifier(good.profile(), key), fitting.signed(key)))
          .as(good.name())
          .isTrue();
    }
  }

  /** A token that has what a profile asks for, as far as one token can. */
  private record FittingToken(ObjectNode header, ObjectNode claims) {
    static FittingToken of(TokenProfile profile, Algorithm algorithm) {
      ObjectNode header = GoodToken.MAPPER.createObjectNode();
      header.put("alg", algorithm.code()).put("kid", "s1");
      if (!profile.acceptsNoType) {
        header.put("typ", profile.types.iterator().next());
      }
      FittingToken token = new FittingToken(header, GoodToken.MAPPER.createObjectNode());
      token.claims.put("iss", "i").put("aud", "a");
      token.claims.put("iat", Claim.ISSUED).put("exp", Claim.EXPIRES);
      token.put(profile.subject, "s");
      token.put(profile.tokenId, "t");
      if (!profile.derivesValueId) {
        token.put(profile.valueId, "v");
      }
      token.putCapabilities(profile.capabilities);
      profile.required.forEach(
          one -> token.put(one.claim(), one.values().isEmpty() ? "x" : first(one.values())));
      profile.acceptedClients.forEach((claim, values) -> token.put(claim, first(values)));
      profile.acceptedSubjects.forEach((claim, values) -> token.put(claim, first(values)));
      return token;
    }

    private static String first(Set<String> values) {
      return values.iterator().next();
    }

    private void putCapabilities(CapabilityClaim capabilities) {
      if (capabilities.form() == CapabilityClaim.Form.LIST) {
        object(capabilities.claim()).putArray(last(capabilities.claim())).add("read:app");
      } else {
        put(capabilities.claim(), "read:app");
      }
    }

    private void put(ClaimPath claim, String value) {
      object(claim).put(last(claim), value);
    }

    private static String last(ClaimPath claim) {
      return claim.names().get(claim.names().size() - 1);
    }

    private ObjectNode object(ClaimPath claim) {
      ObjectNode object = claims;
      List<String> names = claim.names();
      for (String name : names.subList(0, names.size() - 1)) {
        object = object.get(name) instanceof ObjectNode inner ? inner : object.putObject(name);
      }
      return object;
    }

    FittingToken withHeader(String member, String value) {
      return new FittingToken(header.deepCopy().put(member, value), claims);
    }

    FittingToken withClaim(String claim, String value) {
      return new FittingToken(header, claims.deepCopy().put(claim, value));
    }

    String signed(SigningKey key) {
      return key.token(GoodToken.json(header), GoodToken.json(claims), key.algorithm());
    }

    String unsigned() {
      return Signed.base64(GoodToken.json(header))
          + "."
          + Signed.base64(GoodToken.json(claims))
          + ".AAAA";
    }
  }
}
