package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is worked out from below must be what a walk finds. */
class ImplicationsProperties {
  /** No circles: each implies some of those that come after it in a random order. */
  private static List<int[]> random(Random random) {
    int count = 1 + random.nextInt(12);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(random.nextInt(order.size() + 1), i);
    }
    List<int[]> direct = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int place = order.indexOf(i);
      direct.add(
          order.subList(place + 1, count).stream()
              .filter(other -> random.nextInt(3) == 0)
              .mapToInt(Integer::intValue)
              .toArray());
    }
    return direct;
  }

  @Property(tries = 5_000)
  void of_any_isWhatAWalkFinds(@ForAll long seed) {
    List<int[]> direct = random(new Random(seed));
    Implications implications = new Implications(direct);
    for (int i = 0; i < direct.size(); i++) {
      Set<Integer> walked = new TreeSet<>();
      walk(direct, i, walked);
      assertThat(implications.of(i))
          .containsExactly(walked.stream().mapToInt(Integer::intValue).toArray());
    }
    assertThat(implications.tooMuch()).isEqualTo(-1);
  }

  private static void walk(List<int[]> direct, int from, Set<Integer> walked) {
    for (int implied : direct.get(from)) {
      walked.add(implied);
      walk(direct, implied, walked);
    }
  }
}
