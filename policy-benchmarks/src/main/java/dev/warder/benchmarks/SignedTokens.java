package dev.warder.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** A fresh key of an algorithm, its key set, and tokens of some 500 characters signed by it. */
final class SignedTokens {
  static final String ISSUER = "https://tokens.example.com";
  static final String AUDIENCE = "control-api";
  static final long ISSUED = 1_800_000_000;

  /** The bytes of the secret, for the baseline. */
  static final byte[] SECRET =
      "the secret of the benchmarks: 32".getBytes(StandardCharsets.US_ASCII);

  private static final String KEY_ID = "key-2026-11";

  private final Algorithm algorithm;
  private final KeyPair pair;

  SignedTokens(Algorithm algorithm) throws GeneralSecurityException {
    this.algorithm = algorithm;
    this.pair = generate(algorithm);
  }

  private static KeyPair generate(Algorithm algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(
            switch (algorithm) {
              case RS256, PS256 -> "RSA";
              case ES256 -> "EC";
              case EDDSA, HS256 -> "Ed25519";
              default -> throw new IllegalArgumentException("not measured: " + algorithm);
            });
    if (algorithm == Algorithm.ES256) {
      generator.initialize(256);
    } else if (algorithm != Algorithm.EDDSA && algorithm != Algorithm.HS256) {
      generator.initialize(2_048);
    }
    return generator.generateKeyPair();
  }

  PublicKey publicKey() {
    return pair.getPublic();
  }

  String keySet() {
    JWSAlgorithm alg = JWSAlgorithm.parse(algorithm.code());
    return "{\"keys\":["
        + switch (algorithm) {
          case RS256, PS256 ->
              new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                  .keyID(KEY_ID)
                  .algorithm(alg)
                  .build()
                  .toJSONString();
          case ES256 ->
              new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                  .keyID(KEY_ID)
                  .algorithm(alg)
                  .build()
                  .toJSONString();
          case EDDSA ->
              new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(edwardsPoint()))
                  .keyID(KEY_ID)
                  .algorithm(alg)
                  .build()
                  .toJSONString();
          case HS256 ->
              new OctetSequenceKey.Builder(SECRET)
                  .keyID(KEY_ID)
                  .algorithm(alg)
                  .build()
                  .toJSONString();
          default -> throw new AssertionError(algorithm);
        }
        + "]}";
  }

  /** Returns a builder of verifiers of such tokens; the caller chooses how they are revoked. */
  static TokenVerifierBuilder verifier(KeySet keys) {
    return TokenVerifier.builder().issuer(ISSUER).audience(AUDIENCE).keys(keys).withoutClockSkew();
  }

  private byte[] edwardsPoint() {
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  /** Returns the {@code token_id} of the token with a number. */
  static String id(int number) {
    return "t-%08d".formatted(number);
  }

  /** Returns a token with a number of its own. */
  String token(int number) throws JOSEException, GeneralSecurityException {
    String header =
        "{\"alg\":\"" + algorithm.code() + "\",\"kid\":\"" + KEY_ID + "\",\"typ\":\"at+jwt\"}";
    String claims =
        ("{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"user-4711\",\"iat\":%d,\"exp\":%d,\"jti\":\"v-%08d\","
                + "\"token_id\":\"%s\",\"account\":\"acc-4711\",\"capabilities\":[\"read:app\",\"write:app\","
                + "\"read:key\",\"write:key\",\"read:queue\",\"write:queue\"]}")
            .formatted(ISSUER, AUDIENCE, ISSUED, ISSUED + 86_400, number, id(number));
    String signed = Base64URL.encode(header) + "." + Base64URL.encode(claims);
    return signed + "." + signature(signed.getBytes(StandardCharsets.US_ASCII));
  }

  private Base64URL signature(byte[] signed) throws JOSEException, GeneralSecurityException {
    JWSHeader header = new JWSHeader(JWSAlgorithm.parse(algorithm.code()));
    return switch (algorithm) {
      case RS256, PS256 -> new RSASSASigner(pair.getPrivate()).sign(header, signed);
      case ES256 -> new ECDSASigner(pair.getPrivate(), Curve.P_256).sign(header, signed);
      case HS256 -> new MACSigner(SECRET).sign(header, signed);
      case EDDSA -> {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(signed);
        yield Base64URL.encode(signature.sign());
      }
      default -> throw new AssertionError(algorithm);
    };
  }
}
