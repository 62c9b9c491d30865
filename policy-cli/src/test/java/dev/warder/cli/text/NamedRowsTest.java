package dev.warder.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NamedRowsTest {
  private static String printed(NamedRows rows) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    rows.print(Run.console(InputStream.nullInputStream(), writer, writer, Terminal.NONE));
    return out.toString();
  }

  @Test
  void add_collection_namesItsFirstLine() {
    NamedRows rows = new NamedRows();
    rows.add("many", List.of("x", "y"));
    rows.add("number", 3);
    assertThat(printed(rows)).isEqualTo("  many:   x\n          y\n  number: 3\n");
  }

  @Test
  void add_nothing_isNoLine() {
    NamedRows rows = new NamedRows();
    rows.add("empty", List.of());
    rows.add("absent", Optional.empty());
    rows.add("present", Optional.of("x"));
    assertThat(printed(rows)).isEqualTo("  present: x\n");
  }

  @Test
  void add_controls_areShownEscaped() {
    NamedRows rows = new NamedRows();
    rows.add("text", "\u001b[2J\u202e");
    assertThat(printed(rows)).isEqualTo("  text: \\u{1b}[2J\\u{202e}\n");
  }
}
