package dev.warder.cli.issuer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Public keys as issuers publish them, made by the JDK alone. */
final class PublicKeys {
  private static final int COORDINATE = 48;

  private PublicKeys() {}

  static String set(String... keys) {
    return "{\"keys\":[" + String.join(",", keys) + "]}";
  }

  /** Returns an RSA key of 2048 bits, and what else stands in it. */
  static String rsa(String more) {
    try {
      KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
      maker.initialize(2_048);
      RSAPublicKey key = (RSAPublicKey) maker.generateKeyPair().getPublic();
      return "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"AQAB\",%s}"
          .formatted(base64(key.getModulus(), 256), more);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns a key on P-384, and what else stands in it. */
  static String p384(String more) {
    try {
      KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
      maker.initialize(new ECGenParameterSpec("secp384r1"));
      ECPublicKey key = (ECPublicKey) maker.generateKeyPair().getPublic();
      return "{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\"%s\",\"y\":\"%s\",%s}"
          .formatted(
              base64(key.getW().getAffineX(), COORDINATE),
              base64(key.getW().getAffineY(), COORDINATE),
              more);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[length];
    int used = Math.min(length, signed.length);
    System.arraycopy(signed, signed.length - used, bytes, length - used, used);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
