package dev.warder.engine;

/**
 * A hash table from a state and a literal segment to the next state: open addressing with linear
 * probing, at most half full, two numbers a slot.
 *
 * <p>A segment's <em>key</em> is all of its characters, each turned seven bits further than the
 * next. No character of a path is zero, so up to nine characters the key <em>is</em> the segment,
 * and comparing keys compares it in full; longer ones are then compared character by character.
 * Mixed with the state, the key finds the slot as well.
 */
final class LiteralTable {
  /** There is no such literal after this state. */
  static final int NONE = -1;

  private static final int KEY_CHARACTERS = 9;
  private static final int IS_LONG = 1 << 31;

  private final long[] slots;
  private final String[] literals;
  private final int shift;

  /** Makes an empty table for a number of entries. */
  LiteralTable(int entries) {
    int bits = Math.max(1, 33 - Integer.numberOfLeadingZeros(entries));
    this.slots = new long[2 << bits];
    this.literals = new String[1 << bits];
    this.shift = 64 - bits;
  }

  /** Returns the key of a segment with one more character, which is ASCII. */
  static long key(long key, int c) {
    return Long.rotateLeft(key, 7) ^ c;
  }

  /** Adds an entry, for a state and a target above 0; only while an automaton is made. */
  void put(int state, String literal, int target) {
    long key = 0;
    for (int i = 0; i < literal.length(); i++) {
      key = key(key, literal.charAt(i));
    }
    int slot = firstSlot(state, key);
    while (slots[2 * slot + 1] != 0) {
      slot = nextSlot(slot);
    }
    int flags = literal.length() > KEY_CHARACTERS ? IS_LONG : 0;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = ((long) state << 32) | Integer.toUnsignedLong(flags | target);
    literals[slot] = literal;
  }

  /** Returns the state after a segment that stands in the path as it is, or {@link #NONE}. */
  int next(int state, long key, String path, int start, int end) {
    for (int slot = firstSlot(state, key); ; slot = nextSlot(slot)) {
      long entry = slots[2 * slot + 1];
      if (entry == 0) {
        return NONE;
      }
      if (slots[2 * slot] == key
          && (int) (entry >>> 32) == state
          && isSegment((int) entry, slot, path, start, end)) {
        return (int) entry & Integer.MAX_VALUE;
      }
    }
  }

  private boolean isSegment(int entry, int slot, String path, int start, int end) {
    if (end - start <= KEY_CHARACTERS) {
      return entry >= 0;
    }
    String literal = literals[slot];
    return literal.length() == end - start && path.startsWith(literal, start);
  }

  /** Returns the state after a segment with triples, decoded, or {@link #NONE}. */
  int nextEncoded(int state, String path, int start, int end) {
    long key = EncodedSegment.key(path, start, end);
    for (int slot = firstSlot(state, key); ; slot = nextSlot(slot)) {
      long entry = slots[2 * slot + 1];
      if (entry == 0) {
        return NONE;
      }
      if (slots[2 * slot] == key
          && (int) (entry >>> 32) == state
          && EncodedSegment.isLiteral(literals[slot], path, start, end)) {
        return (int) entry & Integer.MAX_VALUE;
      }
    }
  }

  private int firstSlot(int state, long key) {
    return (int) (((key ^ (state * 0x9E3779B97F4A7C15L)) * 0xD6E8FEB86659FD93L) >>> shift);
  }

  private int nextSlot(int slot) {
    return (slot + 1) & (literals.length - 1);
  }
}
