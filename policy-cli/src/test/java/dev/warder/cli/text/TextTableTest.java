package dev.warder.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static String printed(TextTable table, Terminal terminal) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    table.print(Run.console(InputStream.nullInputStream(), writer, writer, terminal));
    writer.flush();
    return out.toString();
  }

  private static TextTable table() {
    TextTable table = new TextTable("NAME", "WORDS", "END");
    table.row("first", "some words that are many", "x");
    table.row("second", "", "");
    return table;
  }

  @Test
  void print_noTerminal_isOneLineARow() {
    assertThat(printed(table(), Terminal.NONE))
        .isEqualTo(
            """
            NAME    WORDS                     END
            first   some words that are many  x
            second
            """);
  }

  @Test
  void print_wideEnough_isAsItIs() {
    assertThat(printed(table(), new Terminal(37, false, false, false)))
        .isEqualTo(printed(table(), Terminal.NONE));
  }

  @Test
  void print_narrow_breaksTheWidestColumn() {
    assertThat(printed(table(), new Terminal(36, false, false, false)))
        .isEqualTo(
            """
            NAME    WORDS                    END
            first   some words that are      x
                    many
            second
            """);
  }

  @Test
  void print_longWord_isBrokenInside() {
    TextTable table = new TextTable("A", "B");
    table.row("123456789012", "\uD83D\uDE00".repeat(9));
    assertThat(printed(table, new Terminal(18, false, false, false)))
        .isEqualTo(
            """
            A         B
            12345678  😀😀😀😀😀😀😀😀
            9012      😀
            """);
  }

  @Test
  void print_tooNarrowForAll_staysAtTheNarrowest() {
    TextTable table = new TextTable("A", "B");
    table.row("123456789", "123456789");
    assertThat(printed(table, new Terminal(5, false, false, false)))
        .isEqualTo(
            """
            A         B
            12345678  12345678
            9         9
            """);
  }

  @Test
  void print_firstColumnKept_othersAreNarrowedBesideIt() {
    TextTable table = new TextTable("ID", "WORDS").keepWhole("ID");
    table.row("0123456789-0123456789", "some words that are many");
    assertThat(printed(table, new Terminal(40, false, false, false)))
        .isEqualTo(
            """
            ID                     WORDS
            0123456789-0123456789  some words that
                                   are many
            """);
  }

  @Test
  void print_firstColumnKeptAndNoRoom_othersStandBelowIt() {
    TextTable table = new TextTable("ID", "WORDS", "END").keepWhole("ID");
    table.row("0123456789-0123456789-0123", "some words that are many", "x");
    table.row("1", "", "y");
    assertThat(printed(table, new Terminal(40, false, false, false)))
        .isEqualTo(
            """
            ID
              WORDS                     END
            0123456789-0123456789-0123
              some words that are many  x
            1
                                        y
            """);
  }

  @Test
  void print_otherColumnKept_isWhole() {
    TextTable table = new TextTable("A", "ID").keepWhole("ID");
    table.row("123456789", "0123456789-0123456789");
    assertThat(printed(table, new Terminal(20, false, false, false)))
        .isEqualTo(
            """
            A         ID
            12345678  0123456789-0123456789
            9
            """);
  }

  @Test
  void print_columnWithNothingInIt_isLeftOut() {
    TextTable table = new TextTable("A", "B", "C");
    table.row("x", "", "y");
    table.row("z", "", "");
    assertThat(printed(table, Terminal.NONE)).isEqualTo("A  C\nx  y\nz\n");
  }

  @Test
  void print_noRows_isTheHeader() {
    assertThat(printed(new TextTable("A", "B"), Terminal.NONE)).isEqualTo("A  B\n");
  }

  @Test
  void print_path_isBrokenAfterASlash() {
    TextTable table = new TextTable("PATH");
    table.row("/" + "a".repeat(30) + "/" + "b".repeat(20) + "-c");
    assertThat(printed(table, new Terminal(40, false, false, false)))
        .isEqualTo("PATH\n/" + "a".repeat(30) + "/\n" + "b".repeat(20) + "-c\n");
  }

  @Test
  void print_colours_standOutWithoutMovingColumns() {
    TextTable table = new TextTable("A", "B");
    table.row(new TextTable.Cell("x", Style.BAD), new TextTable.Cell("y", Style.PLAIN));
    assertThat(printed(table, new Terminal(40, true, false, false)))
        .isEqualTo("\u001b[1mA\u001b[m  \u001b[1mB\u001b[m\n\u001b[31mx\u001b[m  y\n");
  }

  @Test
  void row_anyValue_isShownAsAHarmlessText() {
    TextTable table = new TextTable("A", "B", "C", "D");
    table.row(1, Optional.empty(), List.of("x", "y"), "\u001b[2J\u202e");
    table.row(2, Optional.of("z"), List.of(), "");
    assertThat(printed(table, Terminal.NONE))
        .isEqualTo(
            """
            A  B  C     D
            1     x, y  \\u{1b}[2J\\u{202e}
            2  z
            """);
  }
}
