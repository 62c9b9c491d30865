package dev.warder.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void of_nothingSaid_isNone() {
    assertThat(Terminal.of(Map.<String, String>of()::get)).isEqualTo(Terminal.NONE);
  }

  @Test
  void of_columns_isATerminalWithColours() {
    assertThat(Terminal.of(Map.of("WARDER_COLUMNS", "132")::get))
        .isEqualTo(new Terminal(132, true, false, false));
  }

  @Test
  void of_columnsTooFewOrNoNumber_areWhatIsUsual() {
    assertThat(Terminal.of(Map.of("WARDER_COLUMNS", "0")::get).columns()).isEqualTo(40);
    assertThat(Terminal.of(Map.of("WARDER_COLUMNS", "39")::get).columns()).isEqualTo(40);
    assertThat(Terminal.of(Map.of("WARDER_COLUMNS", "41")::get).columns()).isEqualTo(41);
    assertThat(Terminal.of(Map.of("WARDER_COLUMNS", "")::get).columns()).isEqualTo(80);
  }

  @Test
  void of_noColor_hasNone() {
    assertThat(Terminal.of(Map.of("WARDER_COLUMNS", "80", "NO_COLOR", "1")::get).hasColours())
        .isFalse();
    assertThat(Terminal.of(Map.of("WARDER_COLUMNS", "80", "NO_COLOR", "")::get).hasColours())
        .isTrue();
    assertThat(Terminal.of(Map.of("WARDER_COLUMNS", "80", "TERM", "dumb")::get).hasColours())
        .isFalse();
    assertThat(Terminal.of(Map.of("WARDER_COLUMNS", "80", "TERM", "xterm")::get).hasColours())
        .isTrue();
  }

  @Test
  void of_progress_showsErrors() {
    assertThat(Terminal.of(Map.of("WARDER_PROGRESS", "1")::get))
        .isEqualTo(new Terminal(0, false, true, false));
  }
}
