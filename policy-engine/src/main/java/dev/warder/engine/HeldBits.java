package dev.warder.engine;

import dev.warder.model.Capability;

/**
 * Which bit of a grant stands for what. Two bits come before the capabilities: everyone holds the
 * first and every token the second, so {@code public} and {@code any token} are tested as
 * capabilities are.
 */
final class HeldBits {
  static final int EVERYONE = 0;
  static final int TOKEN = 1;

  private static final int FIRST_CAPABILITY = 2;

  private HeldBits() {}

  static int of(Capability capability) {
    return FIRST_CAPABILITY + capability.ordinal();
  }

  static long[] none(int capabilities) {
    return new long[(FIRST_CAPABILITY + capabilities + 63) / 64];
  }

  static void set(long[] held, int bit) {
    held[bit >>> 6] |= 1L << bit;
  }

  static boolean isSet(long[] held, int bit) {
    return (held[bit >>> 6] & (1L << bit)) != 0;
  }
}
