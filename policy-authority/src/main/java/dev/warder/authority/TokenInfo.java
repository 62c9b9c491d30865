package dev.warder.authority;

import dev.warder.model.text.Quoted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token as those see it who manage it: never its value. */
public final class TokenInfo {
  private final TokenRow row;

  TokenInfo(TokenRow row) {
    this.row = row;
  }

  /** Returns what names it for good. */
  public String id() {
    return row.id();
  }

  /** Returns the id of the account that it is scoped to. */
  public String account() {
    return row.accountId();
  }

  /** Returns its name, which is for reference alone. */
  public String name() {
    return row.name();
  }

  /** Returns the user who had it issued, in whose name it acts. */
  public String createdBy() {
    return row.createdBy();
  }

  /** Returns when it was first issued. */
  public Instant createdAt() {
    return row.createdAt();
  }

  /** Returns raw strings, in the catalogue's order. */
  public List<String> capabilities() {
    return row.capabilities();
  }

  /** Returns when its present value was issued. */
  public Instant issuedAt() {
    return row.issuedAt();
  }

  /** Returns when its present value expires, or nothing when it never does. */
  public Optional<Instant> expiresAt() {
    return row.expiresAt();
  }

  /** Returns when it was revoked, or nothing. */
  public Optional<Instant> revokedAt() {
    return row.revokedAt();
  }

  /** Returns when it was used last, to ten minutes, or nothing. */
  public Optional<Instant> lastUsedAt() {
    return row.lastUsedAt();
  }

  /** Returns whether it is neither revoked nor, at this time, expired; at its expiry it is. */
  public boolean isLive(Instant now) {
    return revokedAt().isEmpty() && expiresAt().filter(expiry -> !expiry.isAfter(now)).isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenInfo info && row.equals(info.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  /** Returns id, account and name, with characters that hide escaped. */
  @Override
  public String toString() {
    return Quoted.harmless("token " + id() + " of " + account() + ": " + name());
  }
}
