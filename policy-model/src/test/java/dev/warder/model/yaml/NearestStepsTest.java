package dev.warder.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a search for near names costs, in steps; names and texts come from a seed. */
class NearestStepsTest {
  private static List<String> names(long seed, int count, int length) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int k = 0; k < length; k++) {
        name.append((char) ('a' + random.nextInt(26)));
      }
      names.add(name.toString());
    }
    return names;
  }

  /** Two swaps of neighbours far from each other. */
  private static String mistyped(String name) {
    char[] characters = name.toCharArray();
    for (int at : new int[] {3, 17}) {
      char next = characters[at];
      characters[at] = characters[at + 1];
      characters[at + 1] = next;
    }
    return String.valueOf(characters);
  }

  @Test
  void search_longNamesInACatalogueOf657KiB_endsAtTheMostSteps() {
    Nearest nearest = new Nearest();
    List<String> names = names(1, 2_300, 256);
    for (String unknown : names(2, 200, 256)) {
      assertThat(nearest.search(unknown, names)).isEmpty();
    }
    assertThat(nearest.steps()).isBetween(100_000_000L, 100_100_000L);
  }

  @Test
  void search_200MistypedAmong2000Names_findsThemAll() {
    Nearest nearest = new Nearest();
    List<String> names = names(3, 2_000, 24);
    for (String name : names.subList(0, 200)) {
      assertThat(nearest.search(mistyped(name), names)).contains(name);
    }
    assertThat(nearest.steps()).isLessThan(100_000_000L / 4);
  }

  @Test
  void search_nameOutsideTheBand_costsOneStep() {
    Nearest nearest = new Nearest();
    assertThat(nearest.search("abcdef", List.of("abcdefghi", "abc"))).isEmpty();
    assertThat(nearest.steps()).isEqualTo(2);
  }

  @Test
  void search_exactlyAsManyStepsAsAllowed_finds() {
    Nearest free = new Nearest();
    assertThat(free.search("labels", List.of("label"))).contains("label");
    long needed = free.steps();
    assertThat(new Nearest(needed).search("labels", List.of("label"))).contains("label");
    assertThat(new Nearest(needed - 1).search("labels", List.of("label"))).isEmpty();
  }

  @Test
  void search_stepsOfEarlierSearches_count() {
    Nearest nearest = new Nearest(10);
    assertThat(nearest.search("labels", List.of("label"))).contains("label");
    assertThat(nearest.search("labels", List.of("label"))).isEmpty();
  }
}
