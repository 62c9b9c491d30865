package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of hostile tokens has the table that {@link HostileTokensTest} holds profiles to. */
class HostileTokensPageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "hostile-tokens.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]+) \\| (`[^|]+`) \\| `([^|]+)` \\|$");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /** A row of the page. */
  private record Row(String phrase, Set<String> profiles, String loosening) {}

  private static List<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .map(row -> new Row(row.group(1), names(row.group(2)), row.group(3)))
        .toList();
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell)
        .results()
        .map(name -> name.group(1))
        .collect(ImmutableSet.toImmutableSet());
  }

  @Test
  void table_isThatOfTheSweep() throws Exception {
    assertThat(rows())
        .containsExactlyElementsOf(
            HostileDifferences.ACCEPTED.stream()
                .map(one -> new Row(one.phrase(), one.profiles(), one.loosening()))
                .toList());
  }

  @Test
  void page_saysHowManyChangesThereAre() throws Exception {
    assertThat(Files.readString(PAGE)).contains("in " + HostileTokensTest.CHANGES.size() + " ways");
  }
}
