package dev.warder.authority;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an admin asks of a token to be issued. */
public final class TokenRequest {
  private final String name;
  private final List<String> capabilities;
  private final @Nullable String account;
  private final @Nullable String expiry;

  private TokenRequest(
      String name, List<String> capabilities, @Nullable String account, @Nullable String expiry) {
    this.name = name;
    this.capabilities = List.copyOf(capabilities);
    this.account = account;
    this.expiry = expiry;
  }

  /**
   * Returns a request for the one account of the actor, with the default expiry.
   *
   * @param name for reference alone, 1 to 256 characters
   * @param capabilities choices as {@link CapabilityChoice} understands them
   */
  public static TokenRequest of(String name, List<String> capabilities) {
    return new TokenRequest(name, capabilities, null, null);
  }

  /** Returns the same as {@link #of(String, List)}. */
  public static TokenRequest of(String name, String... capabilities) {
    return of(name, List.of(capabilities));
  }

  /**
   * Returns this request for an account.
   *
   * @param account its id; null for the one that the actor manages alone
   */
  public TokenRequest inAccount(@Nullable String account) {
    return new TokenRequest(name, capabilities, account, expiry);
  }

  /**
   * Returns this request with a lifetime.
   *
   * @param lifetime one as {@link ExpiryChoice} understands it; null for the default
   */
  public TokenRequest expiring(@Nullable String lifetime) {
    return new TokenRequest(name, capabilities, account, lifetime);
  }

  /** Returns what the token is called. */
  public String name() {
    return name;
  }

  /** Returns the choices of capabilities. */
  public List<String> capabilities() {
    return capabilities;
  }

  /** Returns the account's id, or nothing for the one that the actor manages alone. */
  public Optional<String> account() {
    return Optional.ofNullable(account);
  }

  /** Returns the lifetime, or nothing for the default. */
  public Optional<String> expiry() {
    return Optional.ofNullable(expiry);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
