package dev.warder.gate.token;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Arrays;
import java.util.Optional;

/** A signature algorithm for tokens (RFC 7518, section 3; RFC 8037, section 3.1). */
public enum Algorithm {
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RS256("RS256", "RSA"),
  /** RSASSA-PSS with SHA-256. */
  PS256("PS256", "RSA"),
  /** ECDSA on the curve P-256 with SHA-256. */
  ES256("ES256", "EC"),
  /** EdDSA on the curve Ed25519. */
  EDDSA("EdDSA", "OKP"),
  /** HMAC with SHA-256: who can verify can also make tokens. */
  HS256("HS256", "oct");

  private final String code;
  private final String keyType;

  Algorithm(String code, String keyType) {
    this.code = code;
    this.keyType = keyType;
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

  boolean isSymmetric() {
    return this == HS256;
  }

  /** Returns the code. */
  @Override
  public String toString() {
    return code;
  }
}
