package dev.warder.gate.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An Ed25519 key of tests, by the JDK alone. */
record EdKey(String id, KeyPair pair) {
  static EdKey make(String id) {
    try {
      return new EdKey(id, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String set(EdKey... keys) {
    return Stream.of(keys).map(EdKey::jwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  private String jwk() {
    byte[] encoded = pair.getPublic().getEncoded();
    return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"alg\":\"EdDSA\",\"kid\":\"%s\",\"x\":\"%s\"}"
        .formatted(
            id, Signed.base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
  }

  /** Returns a token of {@link Claim#GOOD} claims with others in the place of some. */
  String token(String... namesAndValues) {
    return sign(
        "{\"alg\":\"EdDSA\",\"kid\":\"" + id + "\",\"typ\":\"at+jwt\"}",
        Claim.json(namesAndValues));
  }

  /** Returns a token of a header and claims. */
  String sign(String header, String claims) {
    String signed = Signed.base64(header) + "." + Signed.base64(claims);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.ISO_8859_1));
      return signed + "." + Signed.base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
