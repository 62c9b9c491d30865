package dev.warder.spring.test;

import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.testkit.TestIssuer;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An issuer for tests, in place of {@code warder.issuers}: put {@code @Import(TestTokens.class)} on
 * a test, and take this bean in it. The service's gate then accepts the tokens of this issuer
 * alone. Its keys are new in each context. Safe for use by several threads.
 */
@Configuration(proxyBeanMethods = false)
public class TestTokens {
  private static final long SECONDS_AGO = 5;

  private final TestIssuer issuer = TestIssuer.create();

  /** Returns how the gate verifies tokens in this context. */
  @Bean
  public TokenVerifierBuilder testTokenVerifierBuilder() {
    return issuer.verifierBuilder().withoutClockSkew();
  }

  /**
   * Returns the {@code Authorization} field of a new token, issued five seconds ago.
   *
   * @param account the account that the token names
   * @param capabilities its capabilities
   */
  public String bearer(String account, String... capabilities) {
    Instant issuedAt = Instant.now().minusSeconds(SECONDS_AGO);
    return "Bearer " + issuer.token(issuedAt).account(account).capabilities(capabilities).sign();
  }

  /** Returns the issuer, for tokens of other shapes. */
  public TestIssuer issuer() {
    return issuer;
  }
}
