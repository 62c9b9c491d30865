package dev.warder.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bounds on what is read from a tree, at equality and one beyond. */
class ValuesTest {
  private static final Place PLACE = new Place("test", 1, 1);

  private final Problems problems = new Problems();
  private final Values values = new Values(problems);

  private static Node.Scalar scalar(String text) {
    return new Node.Scalar(PLACE, text);
  }

  private static Node.Mapping mapping(int entries) {
    return Node.Mapping.of(
        PLACE,
        IntStream.range(0, entries)
            .mapToObj(i -> new Node.Entry(scalar("k" + i), scalar("v")))
            .toList());
  }

  private List<String> messages() {
    return problems.sorted().stream().map(Problem::message).toList();
  }

  @Test
  void entries_100000_areRead() {
    assertThat(values.entries(mapping(100_000), "operations")).hasSize(100_000);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void entries_100001_areRefused() {
    assertThat(values.entries(mapping(100_001), "operations")).isEmpty();
    assertThat(messages()).containsExactly("operations: more than 100000 entries");
  }

  @Test
  void nearest_soughtMoreThan200Times_isOnlyTheOtherWords() {
    List<String> ends = new ArrayList<>();
    for (int i = 0; i < 201; i++) {
      ends.add(values.nearest("labl", List.of("label"), "; it has label"));
    }
    assertThat(ends.subList(0, 200)).containsOnly("; nearest: `label`");
    assertThat(ends.get(200)).isEqualTo("; it has label");
  }

  /** What is sought is one character from the last of 2,300 names of 256 characters. */
  @Test
  void nearest_soughtInTooManySteps_isOnlyTheOtherWords() {
    Random random = new Random(1);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 2_300; i++) {
      StringBuilder name = new StringBuilder();
      random.ints(256, 'a', 'z' + 1).forEach(c -> name.append((char) c));
      names.add(name.toString());
    }
    String last = names.get(names.size() - 1);
    List<String> ends = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ends.add(values.nearest("-" + last.substring(1), names, ""));
    }
    assertThat(ends.get(0)).isEqualTo("; nearest: " + Quoted.of(last));
    assertThat(ends.get(199)).isEmpty();
  }

  @Test
  void problems_10000_areAllTold() {
    IntStream.range(0, 10_000).forEach(i -> problems.add(PLACE, "p" + i));
    assertThat(messages()).hasSize(10_000).endsWith("p9999");
  }

  @Test
  void problems_moreThan10000_areToldAsThat() {
    IntStream.range(0, 10_002).forEach(i -> problems.add(PLACE, "p" + i));
    assertThat(messages())
        .hasSize(10_001)
        .endsWith("p9999", "more problems than 10000; the rest is left out");
  }
}
