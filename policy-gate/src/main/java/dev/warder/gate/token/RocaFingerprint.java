package dev.warder.gate.token;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells the moduli of one vendor's library, whose primes are {@code k·M + (65537^a mod M)} for M a
 * product of the first primes: they can be factored (CVE-2017-15361; Nemec et al., <i>The Return of
 * Coppersmith's Attack</i>, section 2.2). Such a modulus has a discrete logarithm to the base 65537
 * modulo M, which one in 2^154 others has.
 */
final class RocaFingerprint {
  private static final int LAST_PRIME = 167;
  private static final BigInteger GENERATOR = BigInteger.valueOf(65_537);

  private static final List<BigInteger> PRIMES =
      IntStream.rangeClosed(2, LAST_PRIME)
          .mapToObj(BigInteger::valueOf)
          .filter(number -> number.isProbablePrime(20))
          .toList();

  /** It divides the product of each size of key. */
  private static final BigInteger PRIMORIAL =
      PRIMES.stream().reduce(BigInteger.ONE, BigInteger::multiply);

  /** The order of the generator. */
  private static final BigInteger ORDER =
      PRIMES.stream()
          .map(RocaFingerprint::orderModulo)
          .reduce(BigInteger.ONE, RocaFingerprint::lcm);

  private static final List<Component> COMPONENTS = components();

  private RocaFingerprint() {}

  /** The part of the generator's group whose order is a power of one prime. */
  private record Component(BigInteger cofactor, BigInteger generator, long order) {
    /** Returns whether the part of an element that lies here is a power of the generator. */
    boolean contains(BigInteger element) {
      BigInteger part = element.modPow(cofactor, PRIMORIAL);
      BigInteger power = BigInteger.ONE;
      for (long i = 0; i < order; i++) {
        if (power.equals(part)) {
          return true;
        }
        power = power.multiply(generator).mod(PRIMORIAL);
      }
      return false;
    }
  }

  /** Returns whether a modulus is such a one. */
  static boolean isOf(BigInteger modulus) {
    BigInteger element = modulus.mod(PRIMORIAL);
    return element.modPow(ORDER, PRIMORIAL).equals(BigInteger.ONE)
        && COMPONENTS.stream().allMatch(component -> component.contains(element));
  }

  private static BigInteger orderModulo(BigInteger prime) {
    BigInteger power = GENERATOR.mod(prime);
    long order = 1;
    while (!power.equals(BigInteger.ONE)) {
      power = power.multiply(GENERATOR).mod(prime);
      order++;
    }
    return BigInteger.valueOf(order);
  }

  private static BigInteger lcm(BigInteger one, BigInteger other) {
    return one.divide(one.gcd(other)).multiply(other);
  }

  /** No prime above the last one divides the order, which is made of numbers below it. */
  private static List<Component> components() {
    List<Component> components = new ArrayList<>();
    BigInteger rest = ORDER;
    for (BigInteger prime : PRIMES) {
      BigInteger order = BigInteger.ONE;
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
        order = order.multiply(prime);
      }
      if (!order.equals(BigInteger.ONE)) {
        BigInteger cofactor = ORDER.divide(order);
        BigInteger generator = GENERATOR.modPow(cofactor, PRIMORIAL);
        components.add(new Component(cofactor, generator, order.longValueExact()));
      }
    }
    return List.copyOf(components);
  }
}
