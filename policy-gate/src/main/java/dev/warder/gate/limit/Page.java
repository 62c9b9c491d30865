package dev.warder.gate.limit;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Places for ids and their counts. A place once taken stays its id's, and an id takes the first of
 * its places that is free, in a fixed order. So however many threads bring an id at once, they end
 * at one place; and an id that finds all its places taken by others finds it so ever after.
 */
final class Page {
  /** The most places of a page: what takes some microseconds to allocate. */
  static final int MOST_PLACES = 4_096;

  /** Returned in place of what is left, when nothing was left before. */
  static final int FULL = -1;

  /** The key of a place that nobody took. */
  static final long FREE = 0;

  private final AtomicLongArray keys;
  private final AtomicIntegerArray counts;

  /** Makes a page of as many places, a power of two. */
  Page(int places) {
    this.keys = new AtomicLongArray(places);
    this.counts = new AtomicIntegerArray(places);
  }

  /** Returns the place of an id, which it may take now, or -1 when others have them all. */
  int place(long key, int start, int places) {
    int last = keys.length() - 1;
    for (int i = 0; i < places; i++) {
      int place = (start + i) & last;
      long there = keys.get(place);
      if (there == FREE) {
        there = keys.compareAndExchange(place, FREE, key);
      }
      if (there == FREE || there == key) {
        return place;
      }
    }
    return -1;
  }

  /** Counts one more unless the limit is full; returns what the limit then has left, or FULL. */
  int take(int place, int limit) {
    int counted = counts.get(place);
    while (counted < limit) {
      int there = counts.compareAndExchange(place, counted, counted + 1);
      if (there == counted) {
        return limit - counted - 1;
      }
      counted = there;
    }
    return FULL;
  }

  /** Takes back one that was counted. */
  void giveBack(int place) {
    counts.getAndDecrement(place);
  }

  /** Returns what a limit has left, which may be lower than the count. */
  int left(int place, int limit) {
    return Math.max(0, limit - counts.get(place));
  }
}
