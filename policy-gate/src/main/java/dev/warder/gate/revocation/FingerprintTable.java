package dev.warder.gate.revocation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A growing set of random numbers: open addressing in one array, at most three quarters full, where
 * zero is a free place. A number's place is its share of all numbers, times the length, so that the
 * length can be any, and growing by two fifths costs 8 / 0.75 = 10.7 to 14.9 bytes a number, or
 * 25.6 while old and new array are there.
 *
 * <p>One thread adds at a time, and readers neither wait nor allocate. A number added is written
 * volatile, and the new array is published whole, so a thread that reads after {@link #add}
 * returned finds the number in either. Volatile and not released and acquired: a thread that keeps
 * a token and then looks here, and who adds here and then looks for tokens kept, must not both
 * miss.
 */
final class FingerprintTable {
  private static final int LEAST = 16;
  private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(long[].class);

  private volatile long[] table = new long[LEAST];
  private int size;

  boolean contains(long fingerprint) {
    long number = nonZero(fingerprint);
    long[] places = table;
    return at(places, find(places, number)) == number;
  }

  /** Adds a number unless it is there. */
  void add(long fingerprint) {
    long number = nonZero(fingerprint);
    long[] places = table;
    int place = find(places, number);
    if (places[place] == number) {
      return;
    }
    if (4L * (size + 1) > 3L * places.length) {
      places = grown(places);
      places[find(places, number)] = number;
      table = places;
    } else {
      PLACES.setVolatile(places, place, number);
    }
    size++;
  }

  int size() {
    return size;
  }

  int places() {
    return table.length;
  }

  private static long[] grown(long[] old) {
    long[] places = new long[Math.toIntExact(old.length * 7L / 5)];
    for (long number : old) {
      if (number != 0) {
        places[find(places, number)] = number;
      }
    }
    return places;
  }

  /** Returns the number's place: where it is, or else the free one where it goes. */
  private static int find(long[] places, long number) {
    int place = (int) Math.multiplyHigh(number >>> 1, (long) places.length << 1);
    long there = at(places, place);
    while (there != number && there != 0) {
      place = place + 1 == places.length ? 0 : place + 1;
      there = at(places, place);
    }
    return place;
  }

  private static long at(long[] places, int place) {
    return (long) PLACES.getVolatile(places, place);
  }

  private static long nonZero(long fingerprint) {
    return fingerprint == 0 ? 1 : fingerprint;
  }
}
