package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.warder.gate.revocation.RevocationAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of several issuers, the one that {@code iss} names gives key, profile and prefix, and no other.
 */
class IssuerMixUpTest {
  private static final String ONE = "https://one.example.com/caf\u00e9";
  private static final String OTHER = "https://other.example.com";
  private static final SigningKey KEY_OF_ONE = SigningKey.of("k", Algorithm.ES256);
  private static final SigningKey KEY_OF_OTHER = SigningKey.another("k", Algorithm.ES256);
  private static final String HEADER = "{\"alg\":\"ES256\",\"kid\":\"k\",\"typ\":\"at+jwt\"}";

  private static TokenVerifierBuilder tokens(String issuer, String keys) {
    return tokens(issuer, keys, TokenProfile.strict());
  }

  private static TokenVerifierBuilder tokens(String issuer, String keys, TokenProfile profile) {
    try {
      return TokenVerifier.builder()
          .issuer(issuer)
          .audience("control-api")
          .keys(KeySet.parse(keys, profile))
          .profile(profile)
          .withoutClockSkew()
          .keepSeenTokens(8);
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  private static TokenVerifiers several(Map<String, TokenVerifierBuilder> byPrefix) {
    return TokenVerifiers.ofSeveral(byPrefix, CheckedBy.always(RevocationAnswer.CLEAR));
  }

  private static TokenVerifiers both(TokenVerifierBuilder one, TokenVerifierBuilder other) {
    return several(ImmutableMap.of("one/", one, "other/", other));
  }

  private static TokenVerifiers both() {
    return both(
        tokens(ONE, SigningKey.set(KEY_OF_ONE)), tokens(OTHER, SigningKey.set(KEY_OF_OTHER)));
  }

  /** Returns the account, or the fault. */
  private static String answer(TokenVerifiers verifiers, String token) {
    try {
      return verifiers
          .verify("Bearer " + token, GoodToken.NOW * 1_000)
          .account()
          .orElse("no account");
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  private static String token(SigningKey key, String... namesAndValues) {
    return key.token(HEADER, Claim.json(namesAndValues), key.algorithm());
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  /** Both sets have a key of one id, and each has a key that the other lacks. */
  @Test
  void eachIssuerKeyAndId_acceptedWhereTheIssuersSetHasThisKeyByThisIdAlone() {
    Map<String, Map<String, SigningKey>> sets =
        Map.of(
            ONE, Map.of("k", KEY_OF_ONE, "only-one", SigningKey.of("only-one", Algorithm.EDDSA)),
            OTHER,
                Map.of(
                    "k",
                    KEY_OF_OTHER,
                    "only-other",
                    SigningKey.another("only-other", Algorithm.EDDSA)));
    List<SigningKey> keys = sets.values().stream().flatMap(set -> set.values().stream()).toList();
    try (TokenVerifiers verifiers =
        both(tokens(ONE, set(sets.get(ONE))), tokens(OTHER, set(sets.get(OTHER))))) {
      for (String issuer : sets.keySet()) {
        for (String id : List.of("k", "only-one", "only-other", "neither")) {
          for (SigningKey key : keys) {
            String header =
                "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}".formatted(key.algorithm(), id);
            String token = key.token(header, Claim.json("iss", quoted(issuer)), key.algorithm());
            assertThat(answer(verifiers, token))
                .as("%s of %s by %s", id, issuer, key)
                .isEqualTo(expected(sets.get(issuer).get(id), key, issuer));
          }
        }
      }
    }
  }

  private static String set(Map<String, SigningKey> keys) {
    return SigningKey.set(keys.values().toArray(SigningKey[]::new));
  }

  private static String expected(SigningKey named, SigningKey signing, String issuer) {
    if (named == null) {
      return TokenFault.UNKNOWN_KEY.code();
    }
    if (named.equals(signing)) {
      return issuer.equals(ONE) ? "one/A" : "other/A";
    }
    return named.algorithm() == signing.algorithm()
        ? TokenFault.SIGNATURE.code()
        : TokenFault.OTHER_ALGORITHM.code();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ONE + "/",
        ONE + " ",
        " " + ONE,
        ONE + "?",
        ONE + "#",
        ONE + "\u200b",
        "HTTPS://one.example.com/caf\u00e9",
        "https://ONE.example.com/caf\u00e9",
        "https://one.example.com/Caf\u00e9",
        "https://one.example.com/CAF\u00c9",
        "https://one.example.com/cafe\u0301",
        "https://one.example.com/cafe",
        "https://one.example.com/caf%C3%A9",
        "https://one.example.com:443/caf\u00e9",
        "https://one.example.com./caf\u00e9",
        "https://one.example.com/./caf\u00e9",
        "https://one.example.com//caf\u00e9",
        "https://user@one.example.com/caf\u00e9",
        "https://\uff4fne.example.com/caf\u00e9",
        "http://one.example.com/caf\u00e9",
        "one.example.com/caf\u00e9",
        "https://one.example.com"
      })
  void anotherSpellingOfAnIssuer_isAnother(String spelling) {
    try (TokenVerifiers verifiers = both()) {
      for (SigningKey key : List.of(KEY_OF_ONE, KEY_OF_OTHER)) {
        assertThat(answer(verifiers, token(key, "iss", quoted(spelling))))
            .isEqualTo(TokenFault.OTHER_ISSUER.code());
      }
      assertThat(answer(verifiers, token(KEY_OF_ONE, "iss", quoted(ONE)))).isEqualTo("one/A");
    }
  }

  /** Two Unicode forms of one name are two issuers, where both are trusted. */
  @Test
  void unicodeFormsOfOneName_areTwoIssuers() {
    String decomposed = "https://one.example.com/cafe\u0301";
    try (TokenVerifiers verifiers =
        both(
            tokens(ONE, SigningKey.set(KEY_OF_ONE)),
            tokens(decomposed, SigningKey.set(KEY_OF_OTHER)))) {
      assertThat(answer(verifiers, token(KEY_OF_ONE, "iss", quoted(ONE)))).isEqualTo("one/A");
      assertThat(answer(verifiers, token(KEY_OF_OTHER, "iss", quoted(decomposed))))
          .isEqualTo("other/A");
      assertThat(answer(verifiers, token(KEY_OF_OTHER, "iss", quoted(ONE))))
          .isEqualTo(TokenFault.SIGNATURE.code());
      assertThat(answer(verifiers, token(KEY_OF_ONE, "iss", quoted(decomposed))))
          .isEqualTo(TokenFault.SIGNATURE.code());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"" + ONE + "\"]",
        "[\"" + ONE + "\", \"" + OTHER + "\"]",
        "{\"" + ONE + "\": true}",
        "{\"iss\": \"" + ONE + "\"}",
        "null",
        "true",
        "7",
        "\"\"",
        "\"" + ONE + "\\u0000\""
      })
  void issuerThatIsNoIdentifier_isRefused(String issuer) {
    try (TokenVerifiers verifiers = both()) {
      for (SigningKey key : List.of(KEY_OF_ONE, KEY_OF_OTHER)) {
        assertThat(answer(verifiers, token(key, "iss", issuer)))
            .isEqualTo(TokenFault.ISSUER.code());
      }
    }
  }

  @Test
  void issuerMissingOrTwice_isRefused() {
    String good = Claim.json("iss", quoted(ONE));
    String member = "\"iss\":" + quoted(ONE);
    try (TokenVerifiers verifiers = both()) {
      for (SigningKey key : List.of(KEY_OF_ONE, KEY_OF_OTHER)) {
        for (String other : List.of("\"iss\":", "\"\\u0069ss\":")) {
          for (String second : List.of(ONE, OTHER)) {
            String twice = member + "," + other + quoted(second);
            assertThat(
                    answer(
                        verifiers, key.token(HEADER, good.replace(member, twice), key.algorithm())))
                .isEqualTo(TokenFault.DUPLICATE_MEMBER.code());
          }
        }
        String without = good.replace(member + ",", "");
        assertThat(answer(verifiers, key.token(HEADER, without, key.algorithm())))
            .isEqualTo(TokenFault.ISSUER.code());
        String elsewhere = HEADER.replace("}", "," + member + "}");
        assertThat(answer(verifiers, key.token(elsewhere, without, key.algorithm())))
            .isEqualTo(TokenFault.ISSUER.code());
        assertThat(answer(verifiers, key.token(elsewhere, good, key.algorithm())))
            .isEqualTo(TokenFault.HEADER_MEMBER.code());
      }
      assertThat(answer(verifiers, KEY_OF_ONE.token(HEADER, good, Algorithm.ES256)))
          .isEqualTo("one/A");
    }
  }

  /** One issuer shares a secret with us, and the other publishes its keys. */
  @Test
  void secretOfOneIssuer_andPublicKeyOfTheOther_signNothingOfEachOther() {
    SigningKey secret = SigningKey.of("k", Algorithm.HS256);
    String header = HEADER.replace("ES256", "HS256");
    try (TokenVerifiers verifiers =
        both(tokens(ONE, SigningKey.set(secret)), tokens(OTHER, SigningKey.set(KEY_OF_OTHER)))) {
      String ofOne = Claim.json("iss", quoted(ONE));
      String ofOther = Claim.json("iss", quoted(OTHER));
      assertThat(answer(verifiers, secret.token(header, ofOne, Algorithm.HS256)))
          .isEqualTo("one/A");
      assertThat(answer(verifiers, secret.token(header, ofOther, Algorithm.HS256)))
          .isEqualTo(TokenFault.OTHER_ALGORITHM.code());
      for (byte[] publicKey :
          List.of(
              KEY_OF_OTHER.pair().getPublic().getEncoded(),
              KEY_OF_OTHER.pem().getBytes(UTF_8),
              KEY_OF_OTHER.jwk().getBytes(UTF_8),
              SigningKey.set(KEY_OF_OTHER).getBytes(UTF_8))) {
        assertThat(answer(verifiers, withMac(header, ofOne, publicKey)))
            .isEqualTo(TokenFault.SIGNATURE.code());
        assertThat(answer(verifiers, withMac(header, ofOther, publicKey)))
            .isEqualTo(TokenFault.OTHER_ALGORITHM.code());
      }
    }
  }

  private static String withMac(String header, String claims, byte[] secret) {
    String signed = Signed.base64(header) + "." + Signed.base64(claims);
    return signed + "." + Signed.base64(SigningKey.mac(Algorithm.HS256, secret, signed));
  }

  @Test
  void secretsOfTwoIssuers_eachSignsForItsOwn() {
    SigningKey one = SigningKey.of("k", Algorithm.HS256);
    SigningKey other = SigningKey.another("k", Algorithm.HS256);
    String header = HEADER.replace("ES256", "HS256");
    try (TokenVerifiers verifiers =
        both(tokens(ONE, SigningKey.set(one)), tokens(OTHER, SigningKey.set(other)))) {
      String ofOne = Claim.json("iss", quoted(ONE));
      assertThat(answer(verifiers, one.token(header, ofOne, Algorithm.HS256))).isEqualTo("one/A");
      assertThat(answer(verifiers, other.token(header, ofOne, Algorithm.HS256)))
          .isEqualTo(TokenFault.SIGNATURE.code());
      String ofOther = Claim.json("iss", quoted(OTHER));
      assertThat(answer(verifiers, other.token(header, ofOther, Algorithm.HS256)))
          .isEqualTo("other/A");
      assertThat(answer(verifiers, one.token(header, ofOther, Algorithm.HS256)))
          .isEqualTo(TokenFault.SIGNATURE.code());
    }
  }
}
