package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.concurrent.Together;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {
  /**
   * Numbers that share the first place, the last one (so that search goes on at the first), and
   * zero.
   */
  private static final long[] CROWDED = {
    0, 1, 2, 3, -1, -2, -3, -4, Long.MIN_VALUE, Long.MAX_VALUE, 0x1000_0000_0000_0000L
  };

  @Test
  void contains_everySubsetOfCrowdedNumbers_thoseAndNoOthers() {
    for (int bits = 0; bits < 1 << CROWDED.length; bits++) {
      FingerprintTable table = new FingerprintTable();
      for (int i = 0; i < CROWDED.length; i++) {
        if ((bits >> i & 1) == 1) {
          table.add(CROWDED[i]);
          table.add(CROWDED[i]);
        }
      }
      // Zero is kept as one.
      boolean hasZeroOrOne = (bits & 3) != 0;
      assertThat(table.contains(0)).isEqualTo(hasZeroOrOne);
      assertThat(table.contains(1)).isEqualTo(hasZeroOrOne);
      for (int i = 2; i < CROWDED.length; i++) {
        assertThat(table.contains(CROWDED[i])).isEqualTo((bits >> i & 1) == 1);
      }
      assertThat(table.size()).isEqualTo(Integer.bitCount(bits & ~3) + (hasZeroOrOne ? 1 : 0));
    }
  }

  @Test
  void add_moreThanThreeQuarters_growsAndMissesNothing() {
    FingerprintTable table = new FingerprintTable();
    for (int i = 1; i <= 300; i++) {
      table.add(-i);
      for (int j = 1; j <= 310; j++) {
        assertThat(table.contains(-j)).isEqualTo(j <= i);
      }
    }
    assertThat(table.size()).isEqualTo(300);
  }

  /** 16 places take 12 numbers; then there are 22. */
  @Test
  void places_atEachGrowth_threeQuartersFullBeforeAndThreeFifthsAfter() {
    FingerprintTable table = new FingerprintTable();
    Random random = new Random(2);
    for (int i = 1; i <= 100_000; i++) {
      table.add(random.nextLong());
      int places = table.places();
      assertThat(4L * i).isLessThanOrEqualTo(3L * places);
      if (i > 12) {
        assertThat(places).isLessThanOrEqualTo(2 * i);
      }
      if (i == 12 || i == 13) {
        assertThat(places).isEqualTo(i == 12 ? 16 : 22);
      }
    }
  }

  @Test
  void contains_whileAnotherAddsAndTheTableGrows_allThatWereAdded() throws Exception {
    long[] numbers = new Random(5).longs(400_000).toArray();
    FingerprintTable table = new FingerprintTable();
    AtomicInteger added = new AtomicInteger();
    try (Together threads = new Together(2)) {
      threads.run(
          () -> {
            for (long number : numbers) {
              table.add(number);
              added.incrementAndGet();
            }
            return true;
          },
          () -> {
            Random random = new Random(6);
            int known = 0;
            while (known < numbers.length) {
              known = added.get();
              for (int i = 0; i < 100 && known > 0; i++) {
                assertThat(table.contains(numbers[known - 1 - i % known])).isTrue();
                assertThat(table.contains(numbers[random.nextInt(known)])).isTrue();
              }
            }
            return true;
          });
    }
    assertThat(table.size()).isEqualTo(400_000);
    assertThat(LongStream.of(numbers).allMatch(table::contains)).isTrue();
    assertThat(new Random(7).longs(400_000).noneMatch(table::contains)).isTrue();
  }
}
