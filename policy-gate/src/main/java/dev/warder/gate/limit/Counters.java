package dev.warder.gate.limit;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of each id of one kind in one hour. Memory is taken as ids come, up to a bound.
 * Beyond it, ids that are new share one counter: none of them gets more than the limit, and all of
 * them together get no more either.
 */
final class Counters {
  /** Makes similar numbers different (MurmurHash3, its 64-bit finalizer). */
  private static final long MIX_1 = 0xFF51_AFD7_ED55_8CCDL;

  private static final long MIX_2 = 0xC4CE_B9FE_1A85_EC53L;

  /** Returned where others have all places of an id. */
  static final int NO_PLACE = -2;

  private final Level[] levels;
  private final long seed;

  /** Those of all levels, each made when the first id goes there; last the one that is shared. */
  private final AtomicReferenceArray<@Nullable Page> pages;

  /** Makes counters in levels that are not changed, placed by a secret seed. */
  Counters(Level[] levels, long seed) {
    this.levels = levels;
    this.seed = seed;
    this.pages = new AtomicReferenceArray<>(levels[levels.length - 1].afterLastPage() + 1);
  }

  /**
   * Counts one more of an id unless its limit is full, and returns what is then left, or {@link
   * Page#FULL}. Without a limit nothing is counted, and 0 returned.
   */
  int take(long id, OptionalInt limit) {
    if (limit.isEmpty()) {
      return 0;
    }
    int place = place(id);
    return page(place / Page.MOST_PLACES).take(place % Page.MOST_PLACES, limit.getAsInt());
  }

  /**
   * Counts one more of an id at a place of its own, and returns as {@link #take} does; {@link
   * #NO_PLACE} when there is none, and then ever after.
   */
  int takeOwn(long id, int limit) {
    int place = ownPlace(id);
    return place == NO_PLACE
        ? NO_PLACE
        : page(place / Page.MOST_PLACES).take(place % Page.MOST_PLACES, limit);
  }

  /** Takes back one that was counted of an id with this limit, and returns what is then left. */
  int giveBack(long id, OptionalInt limit) {
    if (limit.isPresent()) {
      int place = place(id);
      page(place / Page.MOST_PLACES).giveBack(place % Page.MOST_PLACES);
    }
    return left(id, limit);
  }

  /** Returns what the limit of an id has left, or 0 without a limit. */
  int left(long id, OptionalInt limit) {
    if (limit.isEmpty()) {
      return 0;
    }
    int place = place(id);
    return page(place / Page.MOST_PLACES).left(place % Page.MOST_PLACES, limit.getAsInt());
  }

  /** Returns the place of an id, or the one that is shared. */
  private int place(long id) {
    int place = ownPlace(id);
    return place == NO_PLACE ? (pages.length() - 1) * Page.MOST_PLACES : place;
  }

  /** Returns the place of an id: the same each time, though nobody was there before. */
  private int ownPlace(long id) {
    long key = key(id);
    long hash = key;
    for (Level level : levels) {
      int page = level.page(hash);
      int place = page(page).place(key, level.start(hash), level.places());
      if (place >= 0) {
        return page * Page.MOST_PLACES + place;
      }
      hash = (hash ^ (hash >>> 29)) * MIX_1;
    }
    return NO_PLACE;
  }

  /** Returns an id so mixed with the seed that nobody can choose ids that go to one place. */
  private long key(long id) {
    long mixed = mix(mix(id ^ seed) + seed);
    return mixed == Page.FREE ? 1 : mixed;
  }

  private static long mix(long number) {
    long mixed = (number ^ (number >>> 33)) * MIX_1;
    mixed = (mixed ^ (mixed >>> 33)) * MIX_2;
    return mixed ^ (mixed >>> 33);
  }

  private Page page(int index) {
    Page there = pages.get(index);
    return there == null ? makePage(index) : there;
  }

  private Page makePage(int index) {
    Page made = new Page(placesOf(index));
    Page there = pages.compareAndExchange(index, null, made);
    return there == null ? made : there;
  }

  private int placesOf(int index) {
    for (Level level : levels) {
      if (index < level.afterLastPage()) {
        return level.pagePlaces();
      }
    }
    return 1;
  }
}
