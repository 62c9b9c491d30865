package dev.warder.gate.token;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Arrays;
import java.util.Optional;

/** A signature algorithm for tokens (RFC 7518, section 3; RFC 8037, section 3.1; RFC 9864). */
public enum Algorithm {
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RS256("RS256", "RSA", 256),
  /** RSASSA-PKCS1-v1_5 with SHA-384. */
  RS384("RS384", "RSA", 384),
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RS512("RS512", "RSA", 512),
  /** RSASSA-PSS with SHA-256. */
  PS256("PS256", "RSA", 256),
  /** RSASSA-PSS with SHA-384. */
  PS384("PS384", "RSA", 384),
  /** RSASSA-PSS with SHA-512. */
  PS512("PS512", "RSA", 512),
  /** ECDSA on the curve P-256 with SHA-256. */
  ES256("ES256", "EC", 256),
  /** ECDSA on the curve P-384 with SHA-384. */
  ES384("ES384", "EC", 384),
  /** ECDSA on the curve P-521 with SHA-512. */
  ES512("ES512", "EC", 512),
  /** EdDSA on the curve Ed25519, by the name of RFC 8037. */
  EDDSA("EdDSA", "OKP", 512),
  /** The same by the name of RFC 9864. A key of one name verifies no token of the other. */
  ED25519("Ed25519", "OKP", 512),
  /** HMAC with SHA-256: who can verify can also make tokens. */
  HS256("HS256", "oct", 256),
  /** HMAC with SHA-384. */
  HS384("HS384", "oct", 384),
  /** HMAC with SHA-512. */
  HS512("HS512", "oct", 512);

  private final String code;
  private final String keyType;
  private final int hashBits;

  Algorithm(String code, String keyType, int hashBits) {
    this.code = code;
    this.keyType = keyType;
    this.hashBits = hashBits;
  }

  /** Returns the algorithm as headers and keys write it, such as {@code EdDSA}. */
  public String code() {
    return code;
  }

  static Optional<Algorithm> ofCode(String code) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.code.equals(code)).findFirst();
  }

  JWSAlgorithm jws() {
    return JWSAlgorithm.parse(code);
  }

  /** Returns the {@code kty} of its keys. */
  String keyType() {
    return keyType;
  }

  /** Returns how many bits its hash function has. */
  int hashBits() {
    return hashBits;
  }

  /** Returns whether it is RSASSA-PSS, and not PKCS #1. */
  boolean isPss() {
    return this == PS256 || this == PS384 || this == PS512;
  }

  /** Returns the {@code crv} of its keys; the empty text where they have none. */
  String curve() {
    return switch (this) {
      case ES256 -> "P-256";
      case ES384 -> "P-384";
      case ES512 -> "P-521";
      case EDDSA, ED25519 -> "Ed25519";
      default -> "";
    };
  }

  /** Returns how many bytes a coordinate of its keys has; 0 where they have none. */
  int coordinateBytes() {
    return switch (this) {
      case ES256, EDDSA, ED25519 -> 32;
      case ES384 -> 48;
      case ES512 -> 66;
      default -> 0;
    };
  }

  /** Returns how many bits the curve of its keys has; 0 where they have none. */
  int curveBits() {
    return this == ES512 ? 521 : coordinateBytes() * Byte.SIZE;
  }

  boolean isSymmetric() {
    return keyType.equals("oct");
  }

  /** Returns the code. */
  @Override
  public String toString() {
    return code;
  }
}
