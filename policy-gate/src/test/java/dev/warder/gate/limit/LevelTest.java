package dev.warder.gate.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LevelTest {
  private static int[] sizes(int mostIds) {
    return Arrays.stream(Level.of(mostIds))
        .mapToInt(level -> level.pages() * level.pagePlaces())
        .toArray();
  }

  @Test
  void of_manyIds_lastHasAPlaceForEachAndTheOneBeforeForHalf() {
    assertThat(sizes(1_048_576)).containsExactly(1_024, 8_192, 65_536, 524_288, 1_048_576);
    assertThat(sizes(1_048_577)).containsExactly(2_048, 16_384, 131_072, 1_048_576, 2_097_152);
    assertThat(sizes(16_384)).containsExactly(1_024, 8_192, 16_384);
    assertThat(sizes(8_192)).containsExactly(4_096, 8_192);
  }

  @Test
  void of_fewIds_twoLevels() {
    assertThat(sizes(1)).containsExactly(1, 2);
    assertThat(sizes(2)).containsExactly(1, 2);
    assertThat(sizes(3)).containsExactly(2, 4);
    assertThat(sizes(64)).containsExactly(32, 64);
  }

  @Test
  void of_anyIds_pagesFollowOneAnother() {
    assertThat(Level.of(16_384))
        .containsExactly(
            new Level(0, 1, 1_024, 8), new Level(1, 2, 4_096, 8), new Level(3, 4, 4_096, 64));
    assertThat(Level.of(2)).containsExactly(new Level(0, 1, 1, 1), new Level(1, 1, 2, 2));
  }

  /** Which page, and where in it, are told by bits that have nothing to do with one another. */
  @Test
  void pageAndStart_everyBit_tellsPlacesApart() {
    Level level = new Level(3, 4, 4_096, 64);
    assertThat(level.page(0)).isEqualTo(3);
    assertThat(level.page(1L << 32)).isEqualTo(4);
    assertThat(level.page(1L << 33)).isEqualTo(5);
    assertThat(level.page(-1)).isEqualTo(6);
    assertThat(level.page(-1L << 34)).isEqualTo(3);
    assertThat(level.start(0)).isEqualTo(0);
    assertThat(level.start(1L << 52)).isEqualTo(1);
    assertThat(level.start(-1)).isEqualTo(4_095);
    assertThat(level.start(-1L >>> 12)).isEqualTo(0);
    assertThat(new Level(0, 1, 8, 8).start(-1)).isEqualTo(7);
  }
}
