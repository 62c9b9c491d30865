package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Accepted warnings of a file; what is refused of them is also in the broken catalogues. */
class AcceptanceSectionTest {
  @Test
  void accepted_several_areInTheOrderWritten() {
    Catalogue catalogue =
        read(
            """
            - {warning: of-another-release, at: nothing here, reason: Later}
            - {reason: B, at: read, warning: guards-nothing}
            - {warning: guards-nothing, at: write, reason: B}
            """);
    assertThat(catalogue.accepted())
        .containsExactly(
            new Acceptance("of-another-release", "nothing here", "Later"),
            new Acceptance("guards-nothing", "read", "B"),
            new Acceptance("guards-nothing", "write", "B"));
  }

  @Test
  void accepted_absentOrEmpty_isNothing() {
    assertThat(Samples.read(Samples.HEAD + "operations: {}\n").accepted()).isEmpty();
    assertThat(read("[]").accepted()).isEmpty();
  }

  @Test
  void accepted_inCode_isAsInAFile() {
    Catalogue built =
        Samples.build(
            Samples.shop().accept("guards-nothing", "read", "A").accept("b", "read", "A"));
    assertThat(built.accepted())
        .containsExactly(
            new Acceptance("guards-nothing", "read", "A"), new Acceptance("b", "read", "A"));
  }

  @Test
  void accepted_inCodeTwice_isToldWhere() {
    assertThat(Samples.problems(Samples.shop().accept("a", "b", "c").accept("a", "b", "d")))
        .containsExactly("accepted[1]: `a` at `b` is accepted already: accepted[0]");
  }

  @Test
  void acceptance_withEveryMistake_isToldThemAll() {
    assertThat(problems("- {warning: a b, at: ' ', reason: '', why: x}\n- {}\n- x\n"))
        .containsExactly(
            "9:15: `a b` is not allowed here: 1 to 256 printable ASCII characters without space,"
                + " quotation mark, comma or backslash",
            "9:24: ` ` is not allowed here: 1 to 1,024 characters, none at either end a space,"
                + " none a control, line separator, bidirectional control or noncharacter",
            "9:37: `` is not allowed here: 1 to 1,024 characters, none at either end a space,"
                + " none a control, line separator, bidirectional control or noncharacter",
            "9:41: unknown key `why` in an acceptance; it has warning, at, reason",
            "10:5: an acceptance has no `warning`",
            "10:5: an acceptance has no `at`",
            "10:5: an acceptance has no `reason`",
            "11:5: an acceptance: a map is expected here, not text: `x`");
  }

  private static Catalogue read(String list) {
    return Samples.read(Samples.HEAD + "operations: {}\naccepted:\n" + list.indent(2));
  }

  private static List<String> problems(String list) {
    return Samples.problems(Samples.HEAD + "operations: {}\naccepted:\n" + list.indent(2));
  }
}
