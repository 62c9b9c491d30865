package dev.warder.gate.limit;

import com.google.common.math.IntMath;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A part of a table, in pages of one size. An id has a few places in each level, and goes to the
 * next level when others have them.
 *
 * @param firstPage the first of its pages, in the table
 * @param pages how many it has, a power of two
 * @param pagePlaces how many places each has, a power of two
 * @param places how many places of a page an id may take
 */
record Level(int firstPage, int pages, int pagePlaces, int places) {
  /** Levels are eight times as large as the one before, from here on. */
  private static final int SMALLEST = 1_024;

  private static final int GROWTH = 8;
  private static final int PLACES = 8;

  /** The twelve that are left above these are as many as the places of the largest page. */
  private static final int START_BITS = 52;

  /** In the last level, where an id shares a counter when it finds no place. */
  private static final int LAST_PLACES = 64;

  /**
   * Returns the levels of a table for some ids. The last has a place for each, and the one before
   * takes half of them, so that hardly any id finds the last too crowded. The levels before are for
   * taking little memory while there are few ids.
   */
  static Level[] of(int mostIds) {
    Deque<Integer> sizes = new ArrayDeque<>();
    int last = Math.max(2, IntMath.ceilingPowerOfTwo(mostIds));
    sizes.addFirst(last);
    int size = last / 2;
    do {
      sizes.addFirst(size);
      size /= GROWTH;
    } while (size >= SMALLEST);
    Level[] levels = new Level[sizes.size()];
    int firstPage = 0;
    for (int i = 0; i < levels.length; i++) {
      levels[i] = of(firstPage, sizes.removeFirst(), sizes.isEmpty() ? LAST_PLACES : PLACES);
      firstPage = levels[i].afterLastPage();
    }
    return levels;
  }

  private static Level of(int firstPage, int size, int places) {
    int pagePlaces = Math.min(size, Page.MOST_PLACES);
    return new Level(firstPage, size / pagePlaces, pagePlaces, Math.min(places, pagePlaces));
  }

  int afterLastPage() {
    return firstPage + pages;
  }

  /** Returns the page of an id. */
  int page(long hash) {
    return firstPage + ((int) (hash >>> Integer.SIZE) & (pages - 1));
  }

  /** Returns where in its page an id's places begin: by other bits than the page. */
  int start(long hash) {
    return (int) (hash >>> START_BITS) & (pagePlaces - 1);
  }
}
