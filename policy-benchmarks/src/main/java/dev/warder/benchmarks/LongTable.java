package dev.warder.benchmarks;

/**
 * An open-addressing table of 64-bit keys with linear probing, at most half full: the least that a
 * set of numbers needs. The key 0 means an empty place.
 */
final class LongTable {
  private final long[] places;

  LongTable(int keys) {
    this.places = new long[Integer.highestOneBit(Math.max(1, keys - 1)) * 4];
  }

  void add(long key) {
    places[find(key)] = key;
  }

  boolean contains(long key) {
    return places[find(key)] == key;
  }

  /** Keys are random already, so some of their bits are the place. */
  private int find(long key) {
    int place = (int) (key >>> 32) & (places.length - 1);
    while (places[place] != key && places[place] != 0) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }
}
