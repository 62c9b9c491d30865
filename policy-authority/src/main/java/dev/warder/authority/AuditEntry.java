package dev.warder.authority;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done, as the audit has it.
 *
 * @param position its place, from 1 without a gap
 * @param at when it was done
 * @param actor in whose name
 * @param action what was done, such as {@code issue}
 * @param account in which account, if in any
 * @param token to which token, if to any
 * @param detail the rest, a JSON object without secrets
 * @param mac what ties it to the one before; of the last one it is the head
 */
public record AuditEntry(
    long position,
    Instant at,
    String actor,
    String action,
    Optional<String> account,
    Optional<String> token,
    String detail,
    String mac) {

  static AuditEntry of(AuditRow row) {
    AuditEvent event = row.event();
    return new AuditEntry(
        row.position(),
        row.at(),
        event.actor(),
        event.action(),
        event.accountId(),
        event.tokenId(),
        event.detail(),
        row.mac());
  }
}
