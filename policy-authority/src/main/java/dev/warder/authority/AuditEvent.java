package dev.warder.authority;

import java.util.Optional;

/**
 * Something that was done, or refused.
 *
 * @param actor who did it
 * @param action what was done
 * @param accountId the account it was done in, if any
 * @param tokenId the token it was done to, if any
 * @param detail the rest, a JSON object without secrets
 */
record AuditEvent(
    String actor,
    String action,
    Optional<String> accountId,
    Optional<String> tokenId,
    String detail) {}
