package dev.warder.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PageTest {
  private static final String PAGE =
      "a\n<!-- one -->\nold\n<!-- end -->\nb\n<!-- two -->\nold\n<!-- end -->\nc\n";

  @Test
  void replace_onePlace_nothingElseChanged() {
    assertThat(Page.replace(PAGE, "two", "$1 new\n"))
        .isEqualTo(
            "a\n<!-- one -->\nold\n<!-- end -->\nb\n<!-- two -->\n\n$1 new\n\n<!-- end -->\nc\n");
  }

  @Test
  void replace_twice_theSame() {
    String once = Page.replace(PAGE, "one", "new");
    assertThat(Page.replace(once, "one", "new")).isEqualTo(once);
  }

  @Test
  void wrap_hundredColumns_oneLine() {
    String line = "a".repeat(49) + " " + "b".repeat(50);
    assertThat(Page.wrap(line)).isEqualTo(line);
  }

  @Test
  void wrap_oneColumnMore_nextLine() {
    assertThat(Page.wrap("a".repeat(50) + " " + "b".repeat(50) + " c"))
        .isEqualTo("a".repeat(50) + "\n" + "b".repeat(50) + " c");
  }

  @Test
  void wrap_longWord_alone() {
    String word = "b".repeat(101);
    assertThat(Page.wrap("a " + word + " c")).isEqualTo("a\n" + word + "\nc");
  }

  @Test
  void wrap_twice_theSame() {
    String once = Page.wrap("word ".repeat(40));
    assertThat(Page.wrap(once)).isEqualTo(once);
  }

  @Test
  void replace_noPlaceOrSeveral_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Page.replace(PAGE, "three", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> Page.replace(PAGE + PAGE, "one", ""));
  }
}
