package dev.warder.gate.token;

import com.google.common.collect.ImmutableSet;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Whether 32 bytes are a point of Ed25519 by which a signature means anything (RFC 8032, section
 * 5.1.3). Providers of signatures do not all ask.
 */
final class EdwardsPoint {
  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger HALF = PRIME.shiftRight(1);
  private static final BigInteger D =
      BigInteger.valueOf(-121_665)
          .multiply(BigInteger.valueOf(121_666).modInverse(PRIME))
          .mod(PRIME);

  /**
   * The points whose order divides eight. They lie on the curve, and a signature by one of them can
   * be made by anybody. In whichever way they are written: with the other sign, and with a number
   * that is the field's prime or more.
   */
  private static final ImmutableSet<String> SMALL_ORDER =
      ImmutableSet.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  private EdwardsPoint() {}

  private static byte[] withoutSign(byte[] point) {
    byte[] unsigned = Arrays.copyOf(point, point.length);
    unsigned[point.length - 1] &= 0x7F;
    return unsigned;
  }

  /** Returns whether 32 bytes are such a point; its sign is the last bit. */
  static boolean isOfSmallOrder(byte[] point) {
    return SMALL_ORDER.contains(HexFormat.of().formatHex(withoutSign(point)));
  }

  /** Returns whether 32 bytes are a number less than the prime that is some point's {@code y}. */
  static boolean isOnCurve(byte[] point) {
    byte[] bigEndian = withoutSign(point);
    for (int i = 0, j = bigEndian.length - 1; i < j; i++, j--) {
      byte swapped = bigEndian[i];
      bigEndian[i] = bigEndian[j];
      bigEndian[j] = swapped;
    }
    BigInteger y = new BigInteger(1, bigEndian);
    if (y.compareTo(PRIME) >= 0) {
      return false;
    }
    // x squared is u / v, which is a square where u v is one, by Euler's criterion.
    BigInteger square = y.multiply(y);
    BigInteger u = square.subtract(BigInteger.ONE);
    BigInteger v = square.multiply(D).add(BigInteger.ONE);
    return u.multiply(v).modPow(HALF, PRIME).compareTo(BigInteger.ONE) <= 0;
  }
}
