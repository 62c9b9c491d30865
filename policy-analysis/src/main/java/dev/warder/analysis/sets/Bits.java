package dev.warder.analysis.sets;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of numbers that knows its size and its hash. A {@link BitSet}'s own hash is
 * nearly the same for sets of few numbers, which makes a table of a million of them slow.
 */
final class Bits {
  private final long[] words;
  private final int cardinality;
  private final int hash;

  private Bits(long[] words) {
    this.words = words;
    int count = 0;
    long mixed = 0;
    for (long word : words) {
      count += Long.bitCount(word);
      mixed = (mixed ^ word) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 32;
    }
    this.cardinality = count;
    this.hash = (int) mixed;
  }

  static Bits of(BitSet set) {
    return new Bits(set.toLongArray());
  }

  BitSet toBitSet() {
    return BitSet.valueOf(words);
  }

  /** Returns how many words it takes. */
  int words() {
    return words.length;
  }

  int cardinality() {
    return cardinality;
  }

  /** Returns the union. */
  Bits with(Bits other) {
    long[] longer = words.length >= other.words.length ? words : other.words;
    long[] shorter = longer == words ? other.words : words;
    long[] union = longer.clone();
    for (int i = 0; i < shorter.length; i++) {
      union[i] |= shorter[i];
    }
    return new Bits(union);
  }

  boolean contains(Bits other) {
    if (other.words.length > words.length) {
      return false;
    }
    for (int i = 0; i < other.words.length; i++) {
      if ((other.words[i] & ~words[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bits that && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return toBitSet().toString();
  }
}
