package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ties each audit row to all before it, with a key that is not in the database: a person who can
 * write the database and has no key cannot change, move, put in or take out a row without {@code
 * AuditCheck} finding it.
 *
 * <p>That a row's successors are all gone cannot be seen in what is left: neither an end that was
 * cut off nor an older copy put in place of the whole is found, unless the caller kept a head
 * elsewhere and expects it. What was added after the head that is expected can still be cut off.
 *
 * <p>The chain begins with the store's id, so the rows of another store by the same key are found.
 * A copy of a store has its id: what the copy added by the same key, put in the place of what the
 * store added, is found by an expected head alone. A whole other store in the place of this one is
 * intact as what it is.
 *
 * <p>A row's mac is the HMAC-SHA256, in base64url without padding, of the mac before it (before the
 * first, the store's id), its position, its instant in milliseconds, actor, action, account, token
 * and detail: each the number of its UTF-8 bytes, a colon, the bytes and a line feed, or for an
 * account or token that is absent a minus and a line feed.
 */
final class AuditChain {
  /** The head of a chain without rows. */
  static final String NO_HEAD = "";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_KEY = 32;

  private final SecretKeySpec key;

  private AuditChain(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * Returns the chain of a key.
   *
   * @throws IllegalArgumentException for a key shorter than 32 bytes
   */
  static AuditChain of(byte[] key) {
    checkArgument(key.length >= LEAST_KEY, "a key has 32 bytes or more, not %s", key.length);
    return new AuditChain(new SecretKeySpec(key, ALGORITHM));
  }

  /** Returns the mac of a row. */
  String mac(String previous, long position, Instant at, AuditEvent event) {
    StringBuilder text = new StringBuilder();
    add(text, previous);
    add(text, Long.toString(position));
    add(text, Long.toString(at.toEpochMilli()));
    add(text, event.actor());
    add(text, event.action());
    add(text, event.accountId());
    add(text, event.tokenId());
    add(text, event.detail());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] bytes = mac.doFinal(text.toString().getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every platform has HmacSHA256", e);
    }
  }

  private static void add(StringBuilder text, Optional<String> field) {
    field.ifPresentOrElse(present -> add(text, present), () -> text.append("-\n"));
  }

  private static void add(StringBuilder text, String field) {
    text.append(field.getBytes(UTF_8).length).append(':').append(field).append('\n');
  }

  /** Returns whether a row is right as the first of all of a store. */
  boolean isFirst(AuditRow row, String storeId) {
    return isNext(row, 0, storeId);
  }

  /** Returns whether a row is right after another. */
  boolean isAfter(AuditRow row, AuditRow before) {
    return isNext(row, before.position(), before.mac());
  }

  /** Returns whether a row is right after so many, the last of which has this mac. */
  boolean isNext(AuditRow row, long count, String previous) {
    return row.position() == count + 1
        && isEqual(row.mac(), mac(previous, row.position(), row.at(), row.event()));
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
  }
}
