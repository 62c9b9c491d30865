package dev.warder.authority;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token as those see it who manage it: never its value.
 *
 * @param id names it for good
 * @param account the id of the account that it is scoped to
 * @param name for reference alone
 * @param createdBy the user who had it issued, in whose name it acts
 * @param createdAt when it was first issued
 * @param capabilities raw strings, in the catalogue's order
 * @param issuedAt when its present value was issued
 * @param expiresAt when its present value expires, or nothing when it never does
 * @param revokedAt when it was revoked, or nothing
 * @param lastUsedAt when it was used last, to ten minutes, or nothing
 */
public record TokenInfo(
    String id,
    String account,
    String name,
    String createdBy,
    Instant createdAt,
    List<String> capabilities,
    Instant issuedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {

  static TokenInfo of(TokenRow row) {
    return new TokenInfo(
        row.id(),
        row.accountId(),
        row.name(),
        row.createdBy(),
        row.createdAt(),
        row.capabilities(),
        row.issuedAt(),
        row.expiresAt(),
        row.revokedAt(),
        row.lastUsedAt());
  }

  /** Returns whether it is neither revoked nor, at this time, expired; at its expiry it is. */
  public boolean isLive(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(expiry -> !expiry.isAfter(now)).isEmpty();
  }
}
