package dev.warder.gate.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CountersTest {
  private static final OptionalInt ONE = OptionalInt.of(1);
  private static final OptionalInt TEN = OptionalInt.of(10);

  private static Counters counters(int mostIds, long seed) {
    return new Counters(Level.of(mostIds), seed);
  }

  /** Returns which of some ids have a counter of their own, when they come in this order. */
  private static Set<Long> haveTheirOwn(Counters counters, long ids, LongUnaryOperator id) {
    return LongStream.range(0, ids)
        .filter(i -> counters.take(id.applyAsLong(i), ONE) == 0)
        .boxed()
        .collect(Collectors.toSet());
  }

  @Test
  void take_asManyIdsAsAreCounted_eachHasItsOwn() {
    for (int mostIds : new int[] {1, 2, 3, 16, 63, 64, 1_000, 5_000, 100_000}) {
      Counters counters = counters(mostIds, Charging.SEED);
      assertThat(haveTheirOwn(counters, mostIds, i -> i)).hasSize(mostIds);
      assertThat(haveTheirOwn(counters, mostIds, i -> i)).isEmpty();
    }
  }

  /** Ids that differ little, or in their last bits alone, are spread as any others. */
  @Test
  void take_idsInAPattern_eachHasItsOwn() {
    assertThat(haveTheirOwn(counters(5_000, 1), 5_000, i -> i << 40)).hasSize(5_000);
    assertThat(haveTheirOwn(counters(5_000, 1), 5_000, i -> -i)).hasSize(5_000);
  }

  @Test
  void take_anySeed_eachHasItsOwn() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(haveTheirOwn(counters(64, seed), 64, i -> i)).hasSize(64);
    }
  }

  /** One place in the first level, two in the last. */
  @Test
  void take_moreIdsThanPlaces_theRestSharesOneCounter() {
    Counters counters = counters(2, Charging.SEED);
    assertThat(counters.take(1, TEN)).isEqualTo(9);
    assertThat(counters.take(2, TEN)).isEqualTo(9);
    assertThat(counters.take(3, TEN)).isEqualTo(9);
    assertThat(counters.take(4, TEN)).isEqualTo(9);
    assertThat(counters.take(5, TEN)).isEqualTo(8);
    assertThat(counters.take(6, TEN)).isEqualTo(7);
    assertThat(counters.take(4, TEN)).isEqualTo(6);
    assertThat(counters.take(1, TEN)).isEqualTo(8);
    assertThat(counters.left(3, TEN)).isEqualTo(9);
    assertThat(counters.left(7, TEN)).isEqualTo(6);
    assertThat(counters.giveBack(5, TEN)).isEqualTo(7);
    assertThat(counters.left(4, TEN)).isEqualTo(7);
  }

  /** In a table where an id has a single place, the seed alone decides who meets whom there. */
  @Test
  void take_anotherSeed_othersMeet() {
    Level[] levels = {new Level(0, 1, 64, 1)};
    Set<Long> one = haveTheirOwn(new Counters(levels, 1), 40, i -> i);
    assertThat(one).hasSizeBetween(20, 39);
    assertThat(haveTheirOwn(new Counters(levels, 1), 40, i -> i)).isEqualTo(one);
    assertThat(haveTheirOwn(new Counters(levels, 2), 40, i -> i)).isNotEqualTo(one);
    assertThat(haveTheirOwn(new Counters(levels, Long.MIN_VALUE + 1), 40, i -> i))
        .isNotEqualTo(one);
  }

  /** With seed 0 the id 0 is mixed to 0, which is the mark of a place that nobody took. */
  @Test
  void take_idThatIsMixedToTheMarkOfAFreePlace_hasAPlaceAll() {
    Counters counters = counters(2, 0);
    assertThat(counters.take(0, TEN)).isEqualTo(9);
    assertThat(counters.take(7, TEN)).isEqualTo(9);
    assertThat(counters.take(8, TEN)).isEqualTo(9);
    assertThat(counters.take(9, TEN)).isEqualTo(9);
    assertThat(counters.take(0, TEN)).isEqualTo(8);
    assertThat(counters.take(10, TEN)).isEqualTo(8);
  }

  @Test
  void anything_withoutLimit_countsNothing() {
    Counters counters = counters(2, Charging.SEED);
    assertThat(counters.take(1, OptionalInt.empty())).isZero();
    assertThat(counters.take(1, TEN)).isEqualTo(9);
    assertThat(counters.giveBack(1, OptionalInt.empty())).isZero();
    assertThat(counters.left(1, OptionalInt.empty())).isZero();
    assertThat(counters.left(1, TEN)).isEqualTo(9);
  }
}
