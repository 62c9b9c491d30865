package dev.warder.gate.revocation;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * All that was ever revoked, in order, where several processes read it. Entries are only ever added
 * at the end, and are durable before anybody can read them.
 */
public interface RevocationLog {
  /** Stands for the link of an entry before the first. */
  String NO_LINK = "0".repeat(64);

  /**
   * Returns the entries from a position on, in order and without a gap: this many, or fewer where
   * the log ends, or none when it ends before.
   *
   * @param from the first position wanted, from 1
   * @param most how many at most, from 1
   * @throws IOException when the log cannot be read, or is not as it should be
   */
  List<Entry> read(long from, int most) throws IOException;

  /**
   * Vouches for what was read, at the end of a poll, and returns the log's id: 32 lower-case
   * hexadecimal digits, drawn at random when the log was made. A log vouches only while it is the
   * one that revocations are written to. So it fails
   *
   * <ul>
   *   <li>when the place that revokers write to does not lead to what was read any more;
   *   <li>when what was read may lag behind that place, as a replica does.
   * </ul>
   *
   * @param read how far the follower has read
   * @throws IOException when the log cannot vouch
   */
  String confirm(Progress read) throws IOException;

  /**
   * Waits until there may be entries that a follower has not read, or for this long at most. Who
   * cannot tell waits for as long; it may end early for nothing.
   *
   * @throws InterruptedException when the thread was interrupted
   */
  default void awaitNews(Duration most) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(most.toNanos());
  }

  /**
   * How far a log was read.
   *
   * @param position the last entry's place, or 0 before the first
   * @param link the last entry's link, or {@link #NO_LINK} before the first
   */
  record Progress(long position, String link) {
    /** Nothing was read. */
    public static final Progress NONE = new Progress(0, NO_LINK);

    /**
     * Makes one.
     *
     * @throws IllegalArgumentException unless the link has its form, and fits the position
     */
    public Progress {
      checkArgument(position >= 0, "a position is not negative: %s", position);
      checkArgument(
          link.length() == NO_LINK.length() && (position > 0 || link.equals(NO_LINK)),
          "the link of entry %s cannot be `%s`",
          position,
          link);
    }

    static Progress to(Entry entry) {
      return new Progress(entry.position(), entry.link());
    }
  }

  /**
   * One entry.
   *
   * @param position its place in the log, from 1
   * @param revocation what was revoked
   * @param link ties it to all entries before it: {@link RevocationLog#link} of the one before
   */
  record Entry(long position, Revocation revocation, String link) {
    /** Returns the entry that follows one of this position and link. */
    static Entry after(long position, String link, Revocation revocation) {
      return new Entry(
          position + 1, revocation, RevocationLog.link(link, position + 1, revocation));
    }
  }

  /**
   * Returns the link of an entry, in 64 lower-case hexadecimal digits: the SHA-256 of the link
   * before it, its position and its text, as section 8 of the semantics says. Two logs that have
   * one link at one position have the same entries up to there.
   *
   * @param previous the link of the entry before, or {@link #NO_LINK} for the first
   * @param position the entry's place, from 1
   * @param revocation what is revoked
   */
  static String link(String previous, long position, Revocation revocation) {
    return Hashing.sha256()
        .hashString(previous + '\n' + position + '\n' + RevocationText.write(revocation), UTF_8)
        .toString();
  }
}
