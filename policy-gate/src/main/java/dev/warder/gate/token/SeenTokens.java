package dev.warder.gate.token;

import com.google.common.math.IntMath;
import java.math.RoundingMode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tokens verified last, found by their whole text. A bounded table in buckets of eight: the end
 * of the signature tells the bucket, since it is as good as random, and costs the same for a token
 * of any length; what counts is that the texts are equal. Reading writes nothing, so it prolongs
 * nothing and threads do not meet. A full bucket gives up one of its entries, first one whose keys
 * have been replaced or whose time is over.
 */
final class SeenTokens {
  private static final int BUCKET = 8;
  private static final int HASHED_CHARACTERS = 32;

  private final AtomicReferenceArray<@Nullable SeenToken> entries;
  private final int buckets;
  private final AtomicInteger turn = new AtomicInteger();

  /** Makes a table for this many tokens, rounded up to eight times a power of two. */
  SeenTokens(int tokens) {
    this.buckets = IntMath.ceilingPowerOfTwo(IntMath.divide(tokens, BUCKET, RoundingMode.CEILING));
    this.entries = new AtomicReferenceArray<>(buckets * BUCKET);
  }

  static int hash(String text) {
    int hash = 0;
    for (int i = Math.max(0, text.length() - HASHED_CHARACTERS); i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash ^ (hash >>> 16);
  }

  /** Returns what is known of a token that these keys verified. */
  @Nullable SeenToken find(String text, int hash, KeySet keys) {
    int first = bucket(hash);
    for (int i = first; i < first + BUCKET; i++) {
      SeenToken seen = entries.get(i);
      if (seen != null && seen.hash == hash && seen.keys == keys && seen.text.equals(text)) {
        return seen;
      }
    }
    return null;
  }

  void publish(SeenToken seen, long nowMillis, long skewMillis) {
    int first = bucket(seen.hash);
    int place = first + (turn.getAndIncrement() & (BUCKET - 1));
    for (int i = first; i < first + BUCKET; i++) {
      SeenToken old = entries.get(i);
      if (old == null
          || isReplaceable(old, seen)
          || old.token.lifetime().isOver(nowMillis, skewMillis)) {
        place = i;
        break;
      }
    }
    entries.set(place, seen);
  }

  private static boolean isReplaceable(SeenToken old, SeenToken by) {
    return old.keys != by.keys || old.text.equals(by.text);
  }

  /** Marks those that were revoked, whatever keys verified them. */
  void markRevoked(Predicate<? super AccessToken> revoked) {
    for (int i = 0; i < entries.length(); i++) {
      SeenToken seen = entries.get(i);
      if (seen != null && revoked.test(seen.token)) {
        seen.markRevoked();
      }
    }
  }

  private int bucket(int hash) {
    return (hash & (buckets - 1)) * BUCKET;
  }
}
