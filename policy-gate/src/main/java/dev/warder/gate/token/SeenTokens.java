package dev.warder.gate.token;

import com.google.common.base.Throwables;
import com.google.common.math.IntMath;
import dev.warder.gate.revocation.TokenIdentity;
import java.math.RoundingMode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tokens verified last, found by their whole text. A bounded table in buckets of eight places:
 * the end of the signature tells two buckets, since it is as good as random, and costs the same for
 * a token of any length; what counts is that the texts are equal. A token goes where more places
 * are free, so that hardly any has to go before the table is full. Reading writes nothing, so it
 * prolongs nothing and threads do not meet.
 */
final class SeenTokens {
  private static final int BUCKET = 8;
  private static final int HASHED_CHARACTERS = 32;
  private static final int GOLDEN_RATIO = 0x9E37_79B9;

  private final AtomicReferenceArray<@Nullable SeenToken> entries;

  /** The hash of each entry beside it, so that few entries are looked at. It may lag behind. */
  private final AtomicIntegerArray hashes;

  private final int buckets;
  private final AtomicInteger turn = new AtomicInteger();

  /** Makes a table for this many tokens, rounded up to eight times a power of two. */
  SeenTokens(int tokens) {
    this.buckets = IntMath.ceilingPowerOfTwo(IntMath.divide(tokens, BUCKET, RoundingMode.CEILING));
    this.entries = new AtomicReferenceArray<>(buckets * BUCKET);
    this.hashes = new AtomicIntegerArray(buckets * BUCKET);
  }

  static int hash(String text) {
    int hash = 0;
    for (int i = Math.max(0, text.length() - HASHED_CHARACTERS); i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }

  /** Returns what is known of a token that these keys verified, which begins there in a text. */
  @Nullable SeenToken find(String text, int start, int hash, KeySet keys) {
    SeenToken seen = findIn(oneBucket(hash), text, start, hash, keys);
    return seen == null ? findIn(otherBucket(hash), text, start, hash, keys) : seen;
  }

  private @Nullable SeenToken findIn(int bucket, String text, int start, int hash, KeySet keys) {
    for (int i = bucket; i < bucket + BUCKET; i++) {
      if (hashes.getPlain(i) == hash) {
        SeenToken seen = entries.get(i);
        if (seen != null && seen.keys == keys && seen.start == start && seen.text.equals(text)) {
          return seen;
        }
      }
    }
    return null;
  }

  /** Keeps a token, in the place of one that cannot be used any more, or of any. */
  void publish(SeenToken seen, long nowMillis, long skewMillis) {
    int place = place(seen, nowMillis, skewMillis);
    entries.set(place, seen);
    hashes.set(place, seen.hash);
    // Who came second to the place may have been first with its hash.
    SeenToken there = entries.get(place);
    if (there != null && there != seen) {
      hashes.set(place, there.hash);
    }
  }

  private int place(SeenToken seen, long nowMillis, long skewMillis) {
    int one = oneBucket(seen.hash);
    int other = otherBucket(seen.hash);
    long freeInOne = free(one, seen, nowMillis, skewMillis);
    long freeInOther = free(other, seen, nowMillis, skewMillis);
    if (freeInOne == 0 && freeInOther == 0) {
      int next = turn.getAndIncrement();
      return ((next & BUCKET) == 0 ? one : other) + (next & (BUCKET - 1));
    }
    return Long.bitCount(freeInOne) >= Long.bitCount(freeInOther)
        ? one + Long.numberOfTrailingZeros(freeInOne)
        : other + Long.numberOfTrailingZeros(freeInOther);
  }

  /** Returns a bit for each place of a bucket that can be taken. */
  private long free(int bucket, SeenToken by, long nowMillis, long skewMillis) {
    long free = 0;
    for (int i = 0; i < BUCKET; i++) {
      SeenToken old = entries.get(bucket + i);
      if (old == null
          || old.keys != by.keys
          || old.token.validity().isOver(nowMillis, skewMillis)
          || old.text.equals(by.text)) {
        free |= 1L << i;
      }
    }
    return free;
  }

  /**
   * Marks those that were revoked, whatever keys verified them. An error narrows: a token that
   * cannot be judged is marked, and those after it are judged all the same.
   */
  void markRevoked(Predicate<? super TokenIdentity> revoked) {
    Throwable failure = null;
    for (int i = 0; i < entries.length(); i++) {
      SeenToken seen = entries.get(i);
      if (seen != null) {
        try {
          if (revoked.test(seen.token.identity())) {
            seen.markRevoked();
          }
        } catch (Throwable e) {
          seen.markRevoked();
          failure = e;
        }
      }
    }
    if (failure != null) {
      Throwables.throwIfUnchecked(failure);
      throw new AssertionError("a predicate throws nothing that is checked", failure);
    }
  }

  private int oneBucket(int hash) {
    return ((hash ^ (hash >>> 16)) & (buckets - 1)) * BUCKET;
  }

  private int otherBucket(int hash) {
    int mixed = hash * GOLDEN_RATIO;
    return ((mixed ^ (mixed >>> 15)) & (buckets - 1)) * BUCKET;
  }
}
