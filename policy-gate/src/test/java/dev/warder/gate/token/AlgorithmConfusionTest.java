package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A key verifies tokens of its own algorithm alone, whatever the header names and however the token
 * is really signed, under the named profiles. The vectors of {@code signatures.json} and {@code
 * secrets.json} have some cases of this; here are all pairs.
 */
class AlgorithmConfusionTest {
  private static final String ACCEPTED = "accepted";

  /** What stands for no algorithm, and what looks like it. */
  private static final ImmutableList<String> NONE =
      ImmutableList.of(
          "none",
          "None",
          "NONE",
          "nOnE",
          "none ",
          " none",
          "none\0",
          "n\u03bfne",
          "\uff4eone",
          "",
          "null",
          "[\"none\"]");

  static Stream<GoodToken> goodTokens() {
    return GoodToken.all().stream();
  }

  /** One for each list of algorithms. Nothing else of a profile bears on algorithms. */
  static Stream<GoodToken> eachListOfAlgorithms() {
    Map<Set<Algorithm>, GoodToken> each = new LinkedHashMap<>();
    goodTokens().forEach(good -> each.putIfAbsent(good.algorithms(), good));
    return each.values().stream();
  }

  /** The algorithms by which a key's pair or secret can really sign. */
  private static List<Algorithm> possible(Algorithm key) {
    return Arrays.stream(Algorithm.values())
        .filter(other -> other.keyType().equals(key.keyType()))
        .filter(other -> other.curve().equals(key.curve()))
        .toList();
  }

  private static String expected(
      GoodToken good, Algorithm key, Algorithm inHeader, Algorithm signing) {
    if (!good.algorithms().contains(inHeader)) {
      return TokenFault.ALGORITHM.code();
    }
    if (inHeader != key) {
      return TokenFault.OTHER_ALGORITHM.code();
    }
    // EdDSA and Ed25519 are two names of one algorithm.
    return signing == key || key.keyType().equals("OKP") ? ACCEPTED : TokenFault.SIGNATURE.code();
  }

  /**
   * Returns what is wrong in the answers to all algorithms of the header: with signatures by the
   * key's algorithm, by the header's, and under the right header by each that is possible.
   */
  private static List<String> wrong(GoodToken good, TokenVerifier verifier, SigningKey key) {
    List<String> wrong = new ArrayList<>();
    for (Algorithm inHeader : Algorithm.values()) {
      for (Algorithm signing : possible(key.algorithm())) {
        if (inHeader == key.algorithm() || signing == key.algorithm() || signing == inHeader) {
          String answer = GoodToken.answer(verifier, good.token(key, inHeader, signing));
          if (!answer.equals(expected(good, key.algorithm(), inHeader, signing))) {
            wrong.add(key + ", " + inHeader + " header, " + signing + " signature: " + answer);
          }
        }
      }
    }
    return wrong;
  }

  /** The pairs that agree are the controls. */
  @ParameterizedTest
  @MethodSource("eachListOfAlgorithms")
  void eachPairOfAlgorithms_acceptedWhereKeyHeaderAndSignatureAgreeAlone(GoodToken good) {
    for (Algorithm algorithm : good.algorithms()) {
      SigningKey key = SigningKey.of("s1", algorithm);
      assertThat(wrong(good, good.verifierBy(key), key)).isEmpty();
    }
  }

  /** One set with a key for each public algorithm: the key that {@code kid} names decides. */
  @Test
  void keysOfAllAlgorithmsInOneSet_eachIsForItsOwnAlone() {
    GoodToken good = GoodToken.of("strict");
    List<SigningKey> keys =
        Arrays.stream(Algorithm.values())
            .filter(algorithm -> !algorithm.isSymmetric())
            .map(algorithm -> SigningKey.of(algorithm.code(), algorithm))
            .toList();
    TokenVerifier verifier = good.verifierBy(keys.toArray(SigningKey[]::new));
    for (SigningKey named : keys) {
      good.header().put("kid", named.id());
      for (SigningKey signing : keys) {
        Algorithm algorithm = signing.algorithm();
        assertThat(GoodToken.answer(verifier, good.token(signing, algorithm, algorithm)))
            .as("%s by %s", named, signing)
            .isEqualTo(named.equals(signing) ? ACCEPTED : TokenFault.OTHER_ALGORITHM.code());
      }
    }
  }

  /** The public key in each form in which somebody could take it for a secret. */
  private static Map<String, byte[]> publicSecrets(SigningKey key) {
    ImmutableMap.Builder<String, byte[]> secrets = ImmutableMap.builder();
    secrets.put("DER", key.pair().getPublic().getEncoded());
    secrets.put("PEM", key.pem().getBytes(UTF_8));
    secrets.put("PEM without the last line feed", key.pem().strip().getBytes(UTF_8));
    secrets.put("JWK", key.jwk().getBytes(UTF_8));
    secrets.put("JWK without alg", key.jwkWithoutAlgorithm().getBytes(UTF_8));
    secrets.put("key set", SigningKey.set(key).getBytes(UTF_8));
    secrets.put("a zero", new byte[1]);
    if (key.pair().getPublic() instanceof RSAPublicKey rsa) {
      BigInteger modulus = rsa.getModulus();
      secrets.put("modulus", SigningKey.bytes(modulus, 256));
      secrets.put("modulus with its sign", modulus.toByteArray());
      secrets.put(
          "modulus in base64url", Signed.base64(SigningKey.bytes(modulus, 256)).getBytes(UTF_8));
    }
    return secrets.buildOrThrow();
  }

  @ParameterizedTest
  @MethodSource("eachListOfAlgorithms")
  void publicKeyAsTheSecret_isRefusedInEachForm(GoodToken good) {
    for (Algorithm algorithm : good.algorithms()) {
      if (!algorithm.isSymmetric()) {
        SigningKey key = SigningKey.of("s1", algorithm);
        TokenVerifier verifier = good.verifierBy(key);
        publicSecrets(key)
            .forEach(
                (form, secret) ->
                    assertThat(wrong(good, verifier, algorithm, secret)).as(form).isEmpty());
      }
    }
  }

  private static List<String> wrong(
      GoodToken good, TokenVerifier verifier, Algorithm key, byte[] secret) {
    List<String> wrong = new ArrayList<>();
    for (Algorithm inHeader : Algorithm.values()) {
      String signed = good.signed(inHeader);
      for (Algorithm mac : List.of(Algorithm.HS256, Algorithm.HS384, Algorithm.HS512)) {
        String code = Signed.base64(SigningKey.mac(mac, secret, signed));
        String answer = GoodToken.answer(verifier, signed + "." + code);
        String expected =
            inHeader == key ? TokenFault.SIGNATURE.code() : expected(good, key, inHeader, inHeader);
        if (!answer.equals(expected)) {
          wrong.add(inHeader + " header, " + mac + ", key for " + key + ": " + answer);
        }
      }
    }
    return wrong;
  }

  /** In any spelling, with a signature or with what stands for none. */
  @ParameterizedTest
  @MethodSource("eachListOfAlgorithms")
  void none_isNoAlgorithm(GoodToken good) {
    for (Algorithm algorithm :
        Sets.intersection(
            Set.of(Algorithm.RS256, Algorithm.ES256, Algorithm.EDDSA, Algorithm.HS256),
            good.algorithms())) {
      SigningKey key = SigningKey.of("s1", algorithm);
      TokenVerifier verifier = good.verifierBy(key);
      for (String none : NONE) {
        String token = key.token(good.header(none), GoodToken.json(good.claims()), algorithm);
        String signed = token.substring(0, token.lastIndexOf('.'));
        for (String text : List.of(token, signed + ".AA")) {
          assertThat(GoodToken.answer(verifier, text)).isEqualTo(TokenFault.ALGORITHM.code());
        }
        for (String text : List.of(signed, signed + ".")) {
          assertThat(GoodToken.answer(verifier, text)).isEqualTo(TokenFault.NOT_COMPACT.code());
        }
      }
      assertThat(GoodToken.answer(verifier, good.token(key, algorithm, algorithm)))
          .isEqualTo(ACCEPTED);
    }
  }

  private static TokenVerifier byKeyWithoutAlgorithm(GoodToken good, SigningKey key) {
    return good.verifier("{\"keys\":[" + key.jwkWithoutAlgorithm() + "]}")
        .audience(good.aud())
        .withoutClockSkew()
        .build();
  }

  /** The profile says what a key without {@code alg} is for; the token's header never does. */
  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void keyWithoutAlgorithm_isForTheOneThatTheProfileNames(Algorithm named) {
    GoodToken good =
        GoodToken.of("strict")
            .with(
                "{\"algorithms\": [\"%s\"], \"keysWithoutAlgorithm\": \"accepted\"}"
                    .formatted(named));
    SigningKey key = SigningKey.of("s1", named);
    assertThat(wrong(good, byKeyWithoutAlgorithm(good, key), key)).isEmpty();
  }

  /** Returns what a named profile uses a key without {@code alg} for. */
  private static Optional<Algorithm> only(GoodToken good, Algorithm kind) {
    Set<String> using = Set.of("entra-v1", "entra-v2", "spring-authorization-server");
    if (using.contains(good.name()) && kind.keyType().equals("RSA")) {
      return Optional.of(Algorithm.RS256);
    }
    return good.name().equals("spring-authorization-server") && kind == Algorithm.ES256
        ? Optional.of(kind)
        : Optional.empty();
  }

  @ParameterizedTest
  @MethodSource("goodTokens")
  void keyWithoutAlgorithm_underANamedProfile_isForOneAlgorithmOrLeftOut(GoodToken good)
      throws Exception {
    for (Algorithm kind : Algorithm.values()) {
      Optional<Algorithm> only = only(good, kind);
      if (only.isPresent()) {
        SigningKey key = SigningKey.of("s1", only.get());
        assertThat(wrong(good, byKeyWithoutAlgorithm(good, key), key)).isEmpty();
      } else {
        String set =
            "{\"keys\":[%s,%s]}"
                .formatted(
                    SigningKey.of("s1", kind).jwkWithoutAlgorithm(),
                    SigningKey.of("other", Algorithm.RS256).jwk());
        assertThat(KeySet.parse(set, good.profile()).ids()).as("%s", kind).containsExactly("other");
      }
    }
  }
}
