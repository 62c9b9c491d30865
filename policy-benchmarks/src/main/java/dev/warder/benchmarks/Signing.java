package dev.warder.benchmarks;

import dev.warder.gate.token.Algorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.util.Arrays;
import java.util.ServiceLoader;

/**
 * An algorithm, and who checks its signatures: the JDK, or the Amazon Corretto Crypto Provider,
 * which is native code.
 */
record Signing(Algorithm algorithm, boolean isNative) {
  private static final String NATIVE = "-native";
  private static final String PACKAGE = "com.amazon.corretto.";

  /** Returns what a text such as {@code ES256} or {@code ES256-native} says. */
  static Signing parse(String text) {
    boolean isNative = text.endsWith(NATIVE);
    String code = isNative ? text.substring(0, text.length() - NATIVE.length()) : text;
    return new Signing(
        Arrays.stream(Algorithm.values())
            .filter(algorithm -> algorithm.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(text)),
        isNative);
  }

  /**
   * Returns the provider that checks signatures. The native one is put before all others of this
   * JVM, so that who asks for no provider gets it as well.
   */
  Provider provider() {
    if (isNative) {
      Provider provider =
          ServiceLoader.load(Provider.class).stream()
              .filter(found -> found.type().getName().startsWith(PACKAGE))
              .findFirst()
              .orElseThrow()
              .get();
      Security.insertProviderAt(provider, 1);
      return Security.getProvider(provider.getName());
    }
    return Security.getProvider(
        switch (algorithm) {
          case RS256, PS256 -> "SunRsaSign";
          case ES256, EDDSA -> "SunEC";
          default -> "SunJCE";
        });
  }

  /** Returns a key as its provider reads it, so that it is not read anew at each check. */
  static PublicKey own(PublicKey key, Provider provider) throws GeneralSecurityException {
    return (PublicKey) KeyFactory.getInstance(key.getAlgorithm(), provider).translateKey(key);
  }
}
