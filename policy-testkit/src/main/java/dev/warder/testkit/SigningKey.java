package dev.warder.testkit;

import com.google.common.collect.ImmutableMap;
import dev.warder.gate.token.Algorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A key of an issuer, which signs by the JDK alone. Its private part is shown to nobody. */
final class SigningKey {
  private static final int P256_BYTES = 32;
  private static final int SECRET_BYTES = 32;
  private static final PSSParameterSpec PS256 =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final Algorithm algorithm;
  private final Key key;
  private final SecureRandom random;
  private final String jwk;

  private SigningKey(Algorithm algorithm, Key key, SecureRandom random, Map<String, String> parts) {
    this.algorithm = algorithm;
    this.key = key;
    this.random = random;
    this.jwk =
        JsonText.object(
            ImmutableMap.<String, Object>builder()
                .put("kid", id())
                .put("alg", algorithm.code())
                .put("use", "sig")
                .putAll(parts)
                .buildOrThrow());
  }

  static SigningKey generate(Algorithm algorithm, SecureRandom random) {
    try {
      return switch (algorithm) {
        case RS256, PS256 ->
            rsa(
                algorithm,
                pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), random),
                random);
        case ES256 -> ec(pair("EC", new ECGenParameterSpec("secp256r1"), random), random);
        case EDDSA -> ed25519(pair("Ed25519", null, random), random);
        case HS256 -> secret(random);
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no keys for " + algorithm, e);
    }
  }

  private static KeyPair pair(
      String name, @Nullable AlgorithmParameterSpec spec, SecureRandom random)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(name);
    if (spec != null) {
      generator.initialize(spec, random);
    }
    return generator.generateKeyPair();
  }

  private static SigningKey rsa(Algorithm algorithm, KeyPair pair, SecureRandom random) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    int modulusBytes = key.getModulus().bitLength() / Byte.SIZE;
    return new SigningKey(
        algorithm,
        pair.getPrivate(),
        random,
        ImmutableMap.of(
            "kty",
            "RSA",
            "n",
            JsonText.base64Url(unsigned(key.getModulus(), modulusBytes)),
            "e",
            JsonText.base64Url(key.getPublicExponent().toByteArray())));
  }

  private static SigningKey ec(KeyPair pair, SecureRandom random) {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    return new SigningKey(
        Algorithm.ES256,
        pair.getPrivate(),
        random,
        ImmutableMap.of(
            "kty",
            "EC",
            "crv",
            "P-256",
            "x",
            JsonText.base64Url(unsigned(key.getW().getAffineX(), P256_BYTES)),
            "y",
            JsonText.base64Url(unsigned(key.getW().getAffineY(), P256_BYTES))));
  }

  /** The last 32 bytes of a key's X.509 form are the key (RFC 8410, section 4). */
  private static SigningKey ed25519(KeyPair pair, SecureRandom random) {
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] x = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return new SigningKey(
        Algorithm.EDDSA,
        pair.getPrivate(),
        random,
        ImmutableMap.of("kty", "OKP", "crv", "Ed25519", "x", JsonText.base64Url(x)));
  }

  private static SigningKey secret(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new SigningKey(
        Algorithm.HS256,
        new SecretKeySpec(secret, "HmacSHA256"),
        random,
        ImmutableMap.of("kty", "oct", "k", JsonText.base64Url(secret)));
  }

  /** Returns a number in so many bytes, without a sign's. */
  private static byte[] unsigned(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] fitted = new byte[length];
    int count = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - count, fitted, length - count, count);
    return fitted;
  }

  String id() {
    return "test-" + algorithm.code();
  }

  Algorithm algorithm() {
    return algorithm;
  }

  /** Returns what verifies by this key: public, but for a secret. */
  String jwk() {
    return jwk;
  }

  byte[] sign(String input) {
    byte[] bytes = input.getBytes(StandardCharsets.US_ASCII);
    try {
      if (algorithm == Algorithm.HS256) {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return mac.doFinal(bytes);
      }
      Signature signature = signature();
      signature.initSign((PrivateKey) key, random);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign by " + algorithm, e);
    }
  }

  private Signature signature() throws GeneralSecurityException {
    return switch (algorithm) {
      case RS256 -> Signature.getInstance("SHA256withRSA");
      case ES256 -> Signature.getInstance("SHA256withECDSAinP1363Format");
      case PS256 -> {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(PS256);
        yield signature;
      }
      default -> Signature.getInstance("Ed25519");
    };
  }

  /** Returns id and algorithm, and nothing of the key. */
  @Override
  public String toString() {
    return id();
  }
}
