package dev.warder.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What it costs to put literals into the table. */
class LiteralTableTest {
  /**
   * Literals with one key: of two characters that stand 64 places apart, and so are turned alike,
   * only which of both comes first differs.
   */
  private static List<LiteralTable.Entry> equalKeys(int count) {
    List<LiteralTable.Entry> entries = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      StringBuilder literal = new StringBuilder("-".repeat(84));
      for (int bit = 0; bit < 20; bit++) {
        boolean swapped = (number >>> bit & 1) == 1;
        literal.setCharAt(bit, swapped ? 'b' : 'a');
        literal.setCharAt(64 + bit, swapped ? 'a' : 'b');
      }
      entries.add(new LiteralTable.Entry(1, literal.toString(), number + 1));
    }
    return entries;
  }

  private static int next(LiteralTable table, String segment) {
    long key = 0;
    for (int i = 0; i < segment.length(); i++) {
      key = LiteralTable.key(key, segment.charAt(i));
    }
    return table.next(1, key, "/" + segment, 1, 1 + segment.length());
  }

  @Test
  void new_hundredEqualKeys_findsEach() {
    List<LiteralTable.Entry> entries = equalKeys(100);
    LiteralTable table = new LiteralTable(2, entries);
    for (LiteralTable.Entry entry : entries) {
      assertThat(next(table, entry.literal())).isEqualTo(entry.target());
    }
  }

  @Test
  void new_threeThousandEqualKeys_isRefused() {
    List<LiteralTable.Entry> entries = equalKeys(3_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LiteralTable(2, entries))
        .withMessageStartingWith("too many of the 3000 segments that may stand beside `")
        .withMessageEndingWith("have equal keys: write shorter literals, 9 characters or fewer");
  }

  @Test
  void new_literalsFromASeed_fit() {
    Random random = new Random(1);
    List<LiteralTable.Entry> entries =
        random
            .ints(50_000, 0, Integer.MAX_VALUE)
            .distinct()
            .mapToObj(i -> new LiteralTable.Entry(1, "a-literal-of-a-catalogue-" + i, 1 + i % 99))
            .toList();
    LiteralTable table = new LiteralTable(2, entries);
    IntStream.range(0, entries.size())
        .forEach(
            i ->
                assertThat(next(table, entries.get(i).literal()))
                    .isEqualTo(entries.get(i).target()));
  }
}
