package dev.warder.authority;

import java.util.List;
import java.util.Optional;

/**
 * What an admin says of a token to be issued.
 *
 * @param name for reference alone, 1 to 256 characters
 * @param account the account's id; absent where the actor manages one alone
 * @param capabilities choices as {@link CapabilityChoice} understands them
 * @param expiry a lifetime as {@link ExpiryChoice} understands it; absent for the default
 */
public record TokenRequest(
    String name, Optional<String> account, List<String> capabilities, Optional<String> expiry) {
  /** Copies the choices. */
  public TokenRequest {
    capabilities = List.copyOf(capabilities);
  }

  /** Returns a request for the one account of the actor, with the default expiry. */
  public static TokenRequest of(String name, String... capabilities) {
    return new TokenRequest(name, Optional.empty(), List.of(capabilities), Optional.empty());
  }

  /** Returns this request for an account. */
  public TokenRequest inAccount(String account) {
    return new TokenRequest(name, Optional.of(account), capabilities, expiry);
  }

  /** Returns this request with a lifetime. */
  public TokenRequest expiring(String lifetime) {
    return new TokenRequest(name, account, capabilities, Optional.of(lifetime));
  }
}
