package dev.warder.gate.token;

import com.google.common.collect.ImmutableMap;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * One key of a key set, as far as it matters here: its id, its algorithm, and the members that make
 * the key itself.
 */
record KeyEntry(String id, Algorithm algorithm, ImmutableMap<String, String> material) {
  /** The id of a key without one, and of that which a header without {@code kid} names. */
  static final String NO_ID = "";

  /** Returns the key, checked by the first that can, or nothing when the members make no key. */
  Optional<VerificationKey> key(List<SignatureChecks> checks) {
    return checks.stream().flatMap(check -> key(check).stream()).findFirst();
  }

  private Optional<VerificationKey> key(SignatureChecks checks) {
    try {
      return Optional.of(new VerificationKey(id, algorithm, checks.of(jwk(), algorithm)));
    } catch (JOSEException | GeneralSecurityException | ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Returns how many bits its modulus, its curve or its secret has. */
  int bits() {
    return switch (algorithm.keyType()) {
      case "RSA" -> new BigInteger(1, bytes("n")).bitLength();
      case "oct" -> bytes("k").length * Byte.SIZE;
      default -> algorithm.curveBits();
    };
  }

  private byte[] bytes(String member) {
    return Base64.getUrlDecoder().decode(material.get(member));
  }

  private JWK jwk() throws ParseException {
    return JWK.parse(new HashMap<>(material));
  }

  /** Returns id and algorithm, and nothing of the key. */
  @Override
  public String toString() {
    return id + " (" + algorithm + ")";
  }
}
