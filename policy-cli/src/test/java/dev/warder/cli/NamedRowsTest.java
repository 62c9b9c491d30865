package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NamedRowsTest {
  private static String printed(NamedRows lines) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    lines.print(Run.console(InputStream.nullInputStream(), writer, writer, Terminal.NONE));
    return out.toString();
  }

  @Test
  void add_collection_namesItsFirstLine() {
    NamedRows lines = new NamedRows();
    lines.add("many", List.of("x", "y"));
    lines.add("number", 3);
    assertThat(printed(lines)).isEqualTo("  many:   x\n          y\n  number: 3\n");
  }

  @Test
  void add_nothing_isNoLine() {
    NamedRows lines = new NamedRows();
    lines.add("empty", List.of());
    lines.add("absent", Optional.empty());
    lines.add("present", Optional.of("x"));
    assertThat(printed(lines)).isEqualTo("  present: x\n");
  }

  @Test
  void add_controls_areShownEscaped() {
    NamedRows lines = new NamedRows();
    lines.add("text", "\u001b[2J\u202e");
    assertThat(printed(lines)).isEqualTo("  text: \\u{1b}[2J\\u{202e}\n");
  }
}
