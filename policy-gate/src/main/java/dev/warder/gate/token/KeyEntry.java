package dev.warder.gate.token;

import com.google.common.collect.ImmutableMap;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One key of a key set, as far as it matters here: its id, its algorithm, and the members that make
 * the key itself.
 */
record KeyEntry(String id, Algorithm algorithm, ImmutableMap<String, String> material) {
  static KeyEntry ofSecret(String id, String value) {
    return new KeyEntry(id, Algorithm.HS256, ImmutableMap.of("kty", "oct", "k", value));
  }

  /** Returns the key that checks signatures, or nothing when the members make no key. */
  Optional<VerificationKey> key(@Nullable Provider provider) {
    if (provider != null) {
      return keyBy(provider);
    }
    // What the native provider cannot do, such as an exponent of unusual size, the JDK can.
    return NativeProvider.found().flatMap(this::keyBy).or(() -> keyBy(null));
  }

  private Optional<VerificationKey> keyBy(@Nullable Provider provider) {
    try {
      SignatureCheck check = new SignatureChecks(provider).of(jwk(), algorithm);
      return Optional.of(new VerificationKey(id, algorithm, check));
    } catch (JOSEException | GeneralSecurityException | ParseException | RuntimeException e) {
      return Optional.empty();
    }
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
