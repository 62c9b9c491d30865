package dev.warder.authority.key;

import com.google.common.collect.ImmutableMap;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.warder.gate.token.Algorithm;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** The members of a JWK by which tokens of a key are verified (RFC 7518, section 6; RFC 8037). */
final class VerificationMembers {
  private static final int ED25519_BYTES = 32;

  private VerificationMembers() {}

  /** Returns the members of a public key; none of them is secret. */
  static ImmutableMap<String, String> of(String id, Algorithm algorithm, PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return members(id, algorithm, new RSAKey.Builder(rsa).build());
    } else if (key instanceof ECPublicKey ec) {
      return members(id, algorithm, new ECKey.Builder(Curve.P_256, ec).build());
    }
    // The last bytes of the X.509 form are the key itself (RFC 8410, section 4).
    byte[] encoded = key.getEncoded();
    byte[] x = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
    return members(
        id, algorithm, new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).build());
  }

  /** Returns the members of a secret, which is one of them. */
  static ImmutableMap<String, String> ofSecret(String id, byte[] secret) {
    return members(id, Algorithm.HS256, new OctetSequenceKey.Builder(secret).build());
  }

  private static ImmutableMap<String, String> members(String id, Algorithm algorithm, JWK key) {
    ImmutableMap.Builder<String, String> members =
        ImmutableMap.<String, String>builder()
            .put("kid", id)
            .put("alg", algorithm.code())
            .put("use", "sig");
    key.toJSONObject().forEach((name, value) -> members.put(name, String.valueOf(value)));
    return members.buildOrThrow();
  }
}
