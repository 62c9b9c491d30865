package dev.warder.authority.key;

import com.google.common.collect.ImmutableMap;
import dev.warder.gate.token.Algorithm;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** The members of a JWK by which tokens of a key are verified (RFC 7518, section 6; RFC 8037). */
final class VerificationMembers {
  private static final int COORDINATE_BYTES = 32;
  private static final int ED25519_BYTES = 32;

  private VerificationMembers() {}

  /** Returns the members of a public key; none of them is secret. */
  static ImmutableMap<String, String> of(String id, Algorithm algorithm, PublicKey key) {
    ImmutableMap.Builder<String, String> members = named(id, algorithm);
    if (key instanceof RSAPublicKey rsa) {
      members
          .put("kty", "RSA")
          .put("n", number(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / Byte.SIZE))
          .put(
              "e",
              number(
                  rsa.getPublicExponent(), (rsa.getPublicExponent().bitLength() + 7) / Byte.SIZE));
    } else if (key instanceof ECPublicKey ec) {
      members
          .put("kty", "EC")
          .put("crv", "P-256")
          .put("x", number(ec.getW().getAffineX(), COORDINATE_BYTES))
          .put("y", number(ec.getW().getAffineY(), COORDINATE_BYTES));
    } else {
      // The last bytes of the X.509 form are the key itself (RFC 8410, section 4).
      byte[] encoded = key.getEncoded();
      byte[] x = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
      members.put("kty", "OKP").put("crv", "Ed25519").put("x", TokenText.base64Url(x));
    }
    return members.buildOrThrow();
  }

  /** Returns the members of a secret, which is one of them. */
  static ImmutableMap<String, String> ofSecret(String id, byte[] secret) {
    return named(id, Algorithm.HS256)
        .put("kty", "oct")
        .put("k", TokenText.base64Url(secret))
        .buildOrThrow();
  }

  private static ImmutableMap.Builder<String, String> named(String id, Algorithm algorithm) {
    return ImmutableMap.<String, String>builder()
        .put("kid", id)
        .put("alg", algorithm.code())
        .put("use", "sig");
  }

  /** Returns a number in so many bytes, without a sign's. */
  private static String number(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] fitted = new byte[length];
    int count = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - count, fitted, length - count, count);
    return TokenText.base64Url(fitted);
  }
}
