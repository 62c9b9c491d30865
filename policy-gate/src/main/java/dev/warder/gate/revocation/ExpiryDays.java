package dev.warder.gate.revocation;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of what expires, by the day (UTC) on which it does, so that a day is dropped whole
 * when all in it has long expired. The last day that was dropped is kept, and never goes back. One
 * thread writes at a time; readers neither wait nor allocate.
 */
final class ExpiryDays {
  private static final long SECONDS = 86_400;

  /**
   * A day is dropped when one whole day has passed after it: a verifier's skew is at most minutes.
   */
  private static final long KEPT_AFTER = 2;

  /** The days in order, each with its fingerprints. Never changed, but replaced. */
  private static final class Days {
    final long[] days;
    final FingerprintTable[] tables;

    Days(long[] days, FingerprintTable[] tables) {
      this.days = days;
      this.tables = tables;
    }

    @Nullable FingerprintTable of(long day) {
      // Mostly no day is left out, and then the place needs no search.
      long guess = days.length == 0 ? 0 : day - days[0];
      boolean isThere = 0 <= guess && guess < days.length && days[(int) guess] == day;
      int at = isThere ? (int) guess : Arrays.binarySearch(days, day);
      return at < 0 ? null : tables[at];
    }

    Days with(long day, FingerprintTable table) {
      int at = -1 - Arrays.binarySearch(days, day);
      long[] moreDays = Arrays.copyOf(days, days.length + 1);
      FingerprintTable[] moreTables = Arrays.copyOf(tables, tables.length + 1);
      System.arraycopy(days, at, moreDays, at + 1, days.length - at);
      System.arraycopy(tables, at, moreTables, at + 1, tables.length - at);
      moreDays[at] = day;
      moreTables[at] = table;
      return new Days(moreDays, moreTables);
    }

    Days withoutFirst(int dropped) {
      return new Days(
          Arrays.copyOfRange(days, dropped, days.length),
          Arrays.copyOfRange(tables, dropped, tables.length));
    }
  }

  private volatile Days days = new Days(new long[0], new FingerprintTable[0]);
  private volatile long lastDropped = Long.MIN_VALUE;

  static long day(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS);
  }

  void add(long day, long fingerprint) {
    FingerprintTable table = days.of(day);
    if (table == null) {
      table = new FingerprintTable();
      table.add(fingerprint);
      days = days.with(day, table);
    } else {
      table.add(fingerprint);
    }
  }

  boolean contains(long day, long fingerprint) {
    FingerprintTable table = days.of(day);
    return table != null && table.contains(fingerprint);
  }

  /** Returns whether what expires on this day may have been dropped. Ask after the days. */
  boolean isDropped(long day) {
    return day <= lastDropped;
  }

  /** Drops the days of which nothing can be accepted any more, wherever the clock goes later. */
  void drop(Instant now) {
    long last = day(now) - KEPT_AFTER;
    long[] all = days.days;
    int dropped = 0;
    while (dropped < all.length && all[dropped] <= last) {
      dropped++;
    }
    if (dropped > 0) {
      lastDropped = Math.max(lastDropped, all[dropped - 1]);
      days = days.withoutFirst(dropped);
    }
  }

  long size() {
    long size = 0;
    for (FingerprintTable table : days.tables) {
      size += table.size();
    }
    return size;
  }
}
