package dev.warder.authority;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token, as it is kept: without its value.
 *
 * @param id names it for good, a UUID
 * @param ordinal its place among the tokens of the account, from 1; never used again
 * @param createdBy the user who made it
 * @param capabilities in the order in which they were given
 * @param valueId names its present value ({@code jti})
 * @param keyId by which key its present value is signed, where that is known
 * @param issuedAt when its present value was issued
 * @param expiresAt when its present value expires, or nothing when it never does
 */
record TokenRow(
    String id,
    String accountId,
    long ordinal,
    String name,
    String createdBy,
    Instant createdAt,
    List<String> capabilities,
    String issuer,
    String valueId,
    Optional<String> keyId,
    Instant issuedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {

  TokenRow {
    capabilities = List.copyOf(capabilities);
  }
}
