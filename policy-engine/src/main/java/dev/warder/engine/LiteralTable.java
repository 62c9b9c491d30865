package dev.warder.engine;

/**
 * A hash table from a state and a literal segment to the next state: open addressing with linear
 * probing, four numbers a slot in one array, at most half full.
 */
final class LiteralTable {
  private static final int WIDTH = 4;

  private final int[] slots;
  private final int shift;
  private final String[] literals;

  /** Makes an empty table for a number of entries whose literals are among those given. */
  LiteralTable(int entries, String[] literals) {
    int bits = Math.max(1, 33 - Integer.numberOfLeadingZeros(entries));
    this.slots = new int[WIDTH << bits];
    this.shift = 32 - bits;
    this.literals = literals;
  }

  /** Adds an entry; only while an automaton is made. */
  void put(int state, int literal, int target) {
    int hash = literals[literal].hashCode();
    int slot = firstSlot(state, hash);
    while (isTaken(slot)) {
      slot = nextSlot(slot);
    }
    slots[slot] = state;
    slots[slot + 1] = hash;
    slots[slot + 2] = literal;
    slots[slot + 3] = target;
  }

  int firstSlot(int state, int hash) {
    return (((hash ^ (state * 0x9E3779B1)) * 0x85EBCA6B) >>> shift) * WIDTH;
  }

  int nextSlot(int slot) {
    return (slot + WIDTH) & (slots.length - 1);
  }

  /** Returns whether a slot holds an entry; state 0 has none. */
  boolean isTaken(int slot) {
    return slots[slot] != PathAutomaton.NOWHERE;
  }

  boolean isAt(int slot, int state, int hash) {
    return slots[slot] == state && slots[slot + 1] == hash;
  }

  String literal(int slot) {
    return literals[slots[slot + 2]];
  }

  int target(int slot) {
    return slots[slot + 3];
  }
}
