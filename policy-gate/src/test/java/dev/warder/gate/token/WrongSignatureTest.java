package dev.warder.gate.token;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong signatures by each algorithm, under each named profile that accepts it. */
class WrongSignatureTest {
  private static final String ACCEPTED = "accepted";

  /** The vectors that are pairs of {@link AlgorithmConfusionTest}. */
  private static final ImmutableSet<String> PAIRS =
      ImmutableSet.of(
          "RS256 made under a PS256 header",
          "PS256 made under an RS256 header",
          "PS256 by the key for RS256",
          "RS256 by the key for PS256",
          "HS256 with the RSA key in PEM as the secret",
          "HS256 with the RSA key in DER as the secret",
          "HS256 with the modulus as the secret",
          "none, with a signature",
          "RS384 by the key for RS384, signed with SHA-256",
          "RS256 by the key for RS384",
          "EdDSA by the key for Ed25519",
          "HS512 by the secret for HS256",
          "HS256 by the secret for HS512");

  /** The vectors of the tests below, and of a header's member in {@link HostileTokensTest}. */
  private static final ImmutableSet<String> OTHERS =
      ImmutableSet.of(
          "RS256 by another key of the set",
          "ES384 signed with SHA-256",
          "PS384 with a salt of 32 bytes",
          "a key that carries itself in the header");

  static Stream<GoodToken> goodTokens() {
    return GoodToken.all().stream();
  }

  @ParameterizedTest
  @MethodSource("goodTokens")
  void signature_changed_isRefused(GoodToken good) {
    for (Algorithm algorithm : good.algorithms()) {
      SigningKey key = SigningKey.of("s1", algorithm);
      TokenVerifier verifier = good.verifierBy(key);
      String token = good.token(key, algorithm, algorithm);
      assertThat(GoodToken.answer(verifier, token)).as("%s", algorithm).isEqualTo(ACCEPTED);
      for (SignatureChange change : SignatureChange.values()) {
        if (change.isFor(algorithm)) {
          assertThat(GoodToken.answer(verifier, change.of(token, key)))
              .as("%s: %s", algorithm, change.title())
              .isEqualTo(TokenFault.SIGNATURE.code());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("goodTokens")
  void signature_ofAnotherKeyOfTheSet_isRefused(GoodToken good) {
    for (Algorithm algorithm : good.algorithms()) {
      SigningKey key = SigningKey.of("s1", algorithm);
      SigningKey another = SigningKey.another("another", algorithm);
      TokenVerifier verifier = good.verifierBy(another, key);
      assertThat(GoodToken.answer(verifier, good.token(another, algorithm, algorithm)))
          .as("%s", algorithm)
          .isEqualTo(TokenFault.SIGNATURE.code());
      assertThat(GoodToken.answer(verifier, good.token(key, algorithm, algorithm)))
          .as("%s", algorithm)
          .isEqualTo(ACCEPTED);
    }
  }

  /** With the right key and the right name, and another hash or salt than the name stands for. */
  @Test
  void signature_ofAnotherHashOrSalt_isRefused() {
    GoodToken good = GoodToken.of("strict");
    for (Algorithm algorithm : Algorithm.values()) {
      SigningKey key = SigningKey.of("s1", algorithm);
      TokenVerifier verifier = good.verifierBy(key);
      String signed = good.signed(algorithm);
      for (int bits : List.of(256, 384, 512)) {
        if (algorithm.keyType().equals("EC")) {
          byte[] signature = key.sign(signed, "SHA" + bits + "withECDSAinP1363Format", null);
          assertThat(GoodToken.answer(verifier, signed + "." + Signed.base64(signature)))
              .as("%s by SHA-%d", algorithm, bits)
              .isEqualTo(acceptedIf(bits == algorithm.hashBits()));
        }
        for (int salt : List.of(0, 20, 32, 48, 64)) {
          if (algorithm.isPss()) {
            byte[] signature = key.sign(signed, "RSASSA-PSS", SigningKey.pss(bits, salt));
            assertThat(GoodToken.answer(verifier, signed + "." + Signed.base64(signature)))
                .as("%s by SHA-%d and a salt of %d", algorithm, bits, salt)
                .isEqualTo(acceptedIf(bits == algorithm.hashBits() && salt == bits / Byte.SIZE));
          }
        }
      }
    }
  }

  private static String acceptedIf(boolean isRight) {
    return isRight ? ACCEPTED : TokenFault.SIGNATURE.code();
  }

  @Test
  void vectors_eachRefusedOne_isCovered() throws Exception {
    Set<String> titles =
        Arrays.stream(SignatureChange.values()).map(SignatureChange::title).collect(toSet());
    for (String file : List.of("signatures.json", "secrets.json")) {
      for (TokenVectorFile.Vector vector : TokenVectorFile.read(file).vectors()) {
        if (vector.expect().token() == null
            && !PAIRS.contains(vector.name())
            && !OTHERS.contains(vector.name())) {
          assertThat(titles).contains(vector.name().replaceFirst("^[A-Za-z0-9]+: ", ""));
        }
      }
    }
  }
}
