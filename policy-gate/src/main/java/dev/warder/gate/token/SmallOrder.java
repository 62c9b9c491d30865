package dev.warder.gate.token;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The points of Ed25519 whose order divides eight. They lie on the curve, and a signature by one of
 * them can be made by anybody. In whichever way they are written: with the other sign, and with a
 * number that is the field's prime or more.
 */
final class SmallOrder {
  private static final ImmutableSet<String> POINTS =
      ImmutableSet.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  private SmallOrder() {}

  /** Returns whether the bytes are such a point; its sign is the last bit. */
  static boolean has(byte[] point) {
    if (point.length == 0) {
      return false;
    }
    byte[] unsigned = Arrays.copyOf(point, point.length);
    unsigned[point.length - 1] &= 0x7F;
    return POINTS.contains(HexFormat.of().formatHex(unsigned));
  }
}
