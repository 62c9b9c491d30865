package dev.warder.cli.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemWatchTest {
  private Optional<String> problem = Optional.empty();

  @Test
  void look_problemThatComesChangesAndGoes_printedOnceEach() {
    StringWriter err = new StringWriter();
    ProblemWatch watch =
        new ProblemWatch(
            "it cannot tell", "it can tell again", () -> problem, new PrintWriter(err, true));
    watch.look();
    problem = Optional.of("the log is gone");
    watch.look();
    watch.look();
    problem = Optional.of("the log is another\none");
    watch.look();
    problem = Optional.empty();
    watch.look();
    watch.look();
    assertThat(err.toString().lines())
        .containsExactly(
            "warder: warning: it cannot tell: the log is gone",
            "warder: warning: it cannot tell: the log is another\\u{a}one",
            "warder: it can tell again");
  }
}
