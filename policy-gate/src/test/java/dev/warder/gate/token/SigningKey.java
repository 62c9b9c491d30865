package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of tests for one algorithm, by the JDK alone. Its pair, or its secret, may serve other
 * algorithms too: a test then signs by one that the key is not for.
 *
 * @param pair the key pair; null for a secret
 * @param secret the secret, whose UTF-8 it is; empty for a pair
 */
record SigningKey(String id, Algorithm algorithm, KeyPair pair, String secret) {
  private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

  /** Returns a key. All keys of one type and curve that this returns have the same pair. */
  static SigningKey of(String id, Algorithm algorithm) {
    return of(id, algorithm, "");
  }

  /** Returns a key with another pair or secret, which also is the same each time. */
  static SigningKey another(String id, Algorithm algorithm) {
    return of(id, algorithm, "another ");
  }

  private static SigningKey of(String id, Algorithm algorithm, String which) {
    if (algorithm.isSymmetric()) {
      return new SigningKey(id, algorithm, null, which + "secret".repeat(11));
    }
    String name = which + algorithm.keyType() + algorithm.curve();
    return new SigningKey(
        id, algorithm, PAIRS.computeIfAbsent(name, one -> newPair(algorithm)), "");
  }

  private static KeyPair newPair(Algorithm algorithm) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(
              algorithm.keyType().equals("OKP") ? "Ed25519" : algorithm.keyType());
      if (algorithm.keyType().equals("RSA")) {
        generator.initialize(2_048);
      } else if (algorithm.keyType().equals("EC")) {
        generator.initialize(
            new ECGenParameterSpec("secp" + algorithm.curve().substring(2) + "r1"));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String set(SigningKey... keys) {
    return Stream.of(keys)
        .map(SigningKey::jwk)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  /** Returns the key as an entry of a key set. */
  String jwk() {
    return jwkWithoutAlgorithm().replaceFirst("\\{", "{\"alg\":\"" + algorithm + "\",");
  }

  String jwkWithoutAlgorithm() {
    String members =
        switch (algorithm.keyType()) {
          case "RSA" -> rsa((RSAPublicKey) pair.getPublic());
          case "EC" -> ec((ECPublicKey) pair.getPublic());
          case "OKP" -> {
            byte[] encoded = pair.getPublic().getEncoded();
            yield "\"crv\":\"Ed25519\",\"x\":\""
                + Signed.base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length))
                + '"';
          }
          default -> "\"k\":\"" + Signed.base64(secret) + '"';
        };
    return "{\"kid\":\"%s\",\"kty\":\"%s\",%s}".formatted(id, algorithm.keyType(), members);
  }

  private static String rsa(RSAPublicKey key) {
    return "\"n\":\"%s\",\"e\":\"%s\""
        .formatted(
            Signed.base64(bytes(key.getModulus(), 256)),
            Signed.base64(bytes(key.getPublicExponent(), 3)));
  }

  private String ec(ECPublicKey key) {
    int size = algorithm.coordinateBytes();
    return "\"crv\":\"%s\",\"x\":\"%s\",\"y\":\"%s\""
        .formatted(
            algorithm.curve(),
            Signed.base64(bytes(key.getW().getAffineX(), size)),
            Signed.base64(bytes(key.getW().getAffineY(), size)));
  }

  /** Returns a number in so many bytes. */
  static byte[] bytes(BigInteger number, int size) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[size];
    int from = Math.max(0, signed.length - size);
    System.arraycopy(signed, from, bytes, size - signed.length + from, signed.length - from);
    return bytes;
  }

  /** Returns the public key in PEM. */
  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** Returns a token of a header and claims, which need not be text, signed as the key is for. */
  String token(byte[] header, byte[] claims) {
    return token(header, claims, algorithm);
  }

  /** Returns one that is signed by another algorithm, with the same pair or secret. */
  String token(byte[] header, byte[] claims, Algorithm by) {
    String signed = Signed.base64(header) + "." + Signed.base64(claims);
    return signed + "." + Signed.base64(sign(signed, by));
  }

  String token(String header, String claims, Algorithm by) {
    return token(header.getBytes(UTF_8), claims.getBytes(UTF_8), by);
  }

  byte[] sign(String signed, Algorithm by) {
    if (by.isSymmetric()) {
      return mac(by, secret.getBytes(UTF_8), signed);
    }
    int bits = by.hashBits();
    return sign(signed, name(by), by.isPss() ? pss(bits, bits / Byte.SIZE) : null);
  }

  /** Signs by an algorithm of the JDK. */
  byte[] sign(String signed, String name, AlgorithmParameterSpec parameters) {
    try {
      Signature signature = Signature.getInstance(name);
      if (parameters != null) {
        signature.setParameter(parameters);
      }
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(ISO_8859_1));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static AlgorithmParameterSpec pss(int hashBits, int saltBytes) {
    String hash = "SHA-" + hashBits;
    return new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), saltBytes, 1);
  }

  private static String name(Algorithm algorithm) {
    return switch (algorithm.keyType()) {
      case "RSA" -> algorithm.isPss() ? "RSASSA-PSS" : "SHA" + algorithm.hashBits() + "withRSA";
      case "EC" -> "SHA" + algorithm.hashBits() + "withECDSAinP1363Format";
      default -> "Ed25519";
    };
  }

  /** Returns the code of a text by any bytes as the secret. */
  static byte[] mac(Algorithm algorithm, byte[] secret, String signed) {
    try {
      String name = "HmacSHA" + algorithm.hashBits();
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(secret, name));
      return mac.doFinal(signed.getBytes(ISO_8859_1));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
