package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Provider;
import java.security.Security;
import org.junit.jupiter.api.Test;

class NativeProviderTest {
  @Test
  void find_onTheClassPath_foundAndNotInstalled() {
    assertThat(NativeProvider.find())
        .map(Provider::getName)
        .contains("AmazonCorrettoCryptoProvider");
    assertThat(Security.getProvider("AmazonCorrettoCryptoProvider")).isNull();
  }

  @Test
  void fastestFirst_nativeOneThenThoseInstalled() {
    assertThat(SignatureChecks.fastestFirst())
        .extracting(checks -> checks.providerName().orElse("installed"))
        .containsExactly("AmazonCorrettoCryptoProvider", "installed");
  }
}
