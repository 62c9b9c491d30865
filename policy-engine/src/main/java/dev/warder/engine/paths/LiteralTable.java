package dev.warder.engine.paths;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.List;

/**
 * From a state and a literal segment to the next state. Each state that has literals has a region
 * of the table to itself, at most half full, and a multiplier, chosen so that where possible no two
 * of its literals meet: then the first slot looked at is the only one. Where that is not possible
 * they are told apart by linear probing.
 *
 * <p>A segment's <em>key</em> is all of its characters, each turned seven bits further than the
 * next. No character of a path is zero, so up to nine characters the key <em>is</em> the segment,
 * and comparing keys compares it in full; longer ones are then compared character by character.
 */
final class LiteralTable {
  /** There is no such literal after this state. */
  static final int NONE = -1;

  /**
   * A literal after a state, and the state after both, which is above 0; or its complement, which
   * is below -1, where a parameter would stand for dots only.
   */
  record Entry(int state, String literal, int target) {}

  private static final int KEY_CHARACTERS = 9;
  private static final long FIRST_MULTIPLIER = 0xD6E8FEB86659FD93L;
  private static final long MULTIPLIER_STEP = 0x9E3779B97F4A7C16L;
  private static final int MULTIPLIERS = 64;
  private static final int MOST_KEPT_APART = 256;
  private static final int LARGEST_GROWTH = 2;

  /**
   * So many further slots may be looked at for a literal on average, and some more altogether. Only
   * literals that were written to have equal keys come near.
   */
  private static final int MOST_PROBES = 16;

  private static final int MORE_PROBES = 10_000;

  /**
   * For each state where its region begins and how far to shift, then its multiplier: the state is
   * known last, and nothing is worked out after it that can be beforehand.
   */
  private final long[] regions;

  /** For each slot a key, then the literal's length and the next state; 0 when the slot is free. */
  private long[] slots = new long[0];

  private String[] literals = new String[0];

  /** Makes a table of entries, those of one state together, for a number of states. */
  LiteralTable(int states, List<Entry> entries) {
    this.regions = new long[2 * states];
    int used = 0;
    for (int from = 0, to; from < entries.size(); from = to) {
      int state = entries.get(from).state();
      for (to = from; to < entries.size() && entries.get(to).state() == state; ) {
        to++;
      }
      used = add(state, entries.subList(from, to), used);
    }
    this.slots = Arrays.copyOf(slots, 2 * used);
    this.literals = Arrays.copyOf(literals, used);
  }

  /** Adds the entries of a state as a region that begins at a slot; returns where it ends. */
  private int add(int state, List<Entry> entries, int base) {
    long[] keys = entries.stream().mapToLong(entry -> key(entry.literal())).toArray();
    int leastBits = Long.SIZE - Long.numberOfLeadingZeros(2L * keys.length - 1);
    chooseRegion(state, keys, leastBits, base);
    long region = regions[2 * state];
    int end = base + 1 + (int) (-1L >>> region);
    if (end > literals.length) {
      literals = Arrays.copyOf(literals, 2 * end);
      slots = Arrays.copyOf(slots, 4 * end);
    }
    long probes = MORE_PROBES + (long) MOST_PROBES * keys.length;
    for (int i = 0; i < keys.length; i++) {
      Entry entry = entries.get(i);
      int slot = firstSlot(state, keys[i]);
      for (; slots[2 * slot + 1] != 0; slot = nextSlot(region, slot)) {
        checkArgument(
            probes-- > 0,
            "too many of the %s segments that may stand beside `%s` have equal keys: write shorter"
                + " literals, 9 characters or fewer",
            keys.length,
            entry.literal());
      }
      slots[2 * slot] = keys[i];
      slots[2 * slot + 1] =
          ((long) entry.literal().length() << 32) | Integer.toUnsignedLong(entry.target());
      literals[slot] = entry.literal();
    }
    return end;
  }

  private void chooseRegion(int state, long[] keys, int leastBits, int base) {
    if (keys.length <= MOST_KEPT_APART) {
      for (int bits = leastBits; bits <= leastBits + LARGEST_GROWTH; bits++) {
        for (int i = 0; i < MULTIPLIERS; i++) {
          setRegion(state, base, bits, i);
          if (keepsApart(state, keys, bits)) {
            return;
          }
        }
      }
    }
    setRegion(state, base, leastBits, 0);
  }

  private void setRegion(int state, int base, int bits, int multiplier) {
    regions[2 * state] = ((long) base << 32) | (Long.SIZE - bits);
    regions[2 * state + 1] = FIRST_MULTIPLIER + multiplier * MULTIPLIER_STEP;
  }

  private boolean keepsApart(int state, long[] keys, int bits) {
    long[] taken = new long[(1 << bits >>> 6) + 1];
    for (long key : keys) {
      int place = firstSlot(state, key) - base(regions[2 * state]);
      if ((taken[place >>> 6] & (1L << place)) != 0) {
        return false;
      }
      taken[place >>> 6] |= 1L << place;
    }
    return true;
  }

  private static int base(long region) {
    return (int) (region >>> 32);
  }

  private int firstSlot(int state, long key) {
    long region = regions[2 * state];
    return base(region) + (int) ((key * regions[2 * state + 1]) >>> region);
  }

  private static int nextSlot(long region, int slot) {
    int last = (int) (-1L >>> region);
    return base(region) + ((slot - base(region) + 1) & last);
  }

  /** Returns the key of a segment with one more character, which is ASCII. */
  static long key(long key, int c) {
    return Long.rotateLeft(key, 7) ^ c;
  }

  private static long key(String literal) {
    long key = 0;
    for (int i = 0; i < literal.length(); i++) {
      key = key(key, literal.charAt(i));
    }
    return key;
  }

  /** Returns the state after a segment that stands in the path as it is, or {@link #NONE}. */
  int next(int state, long key, String path, int start, int end) {
    long region = regions[2 * state];
    if (region == 0) {
      return NONE;
    }
    for (int slot = firstSlot(state, key); ; slot = nextSlot(region, slot)) {
      long entry = slots[2 * slot + 1];
      int length = (int) (entry >>> 32);
      if (slots[2 * slot] == key
          && length == end - start
          && (length <= KEY_CHARACTERS || path.startsWith(literals[slot], start))) {
        return (int) entry;
      }
      if (entry == 0) {
        return NONE;
      }
    }
  }

  /** Returns the state after a segment with triples, decoded, or {@link #NONE}. */
  int nextEncoded(int state, String path, int start, int end) {
    long region = regions[2 * state];
    if (region == 0) {
      return NONE;
    }
    long key = EncodedSegment.key(path, start, end);
    for (int slot = firstSlot(state, key); ; slot = nextSlot(region, slot)) {
      long entry = slots[2 * slot + 1];
      if (entry == 0) {
        return NONE;
      }
      if (slots[2 * slot] == key && EncodedSegment.isLiteral(literals[slot], path, start, end)) {
        return (int) entry;
      }
    }
  }
}
