package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;

/** The commands that pages show. */
final class ShownCommands {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private ShownCommands() {}

  /** Fails unless each command of a page prints what the page shows, and nothing else. */
  static void check(DocPage page) throws Exception {
    for (DocPage.Shown shown : page.commands()) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      Run.printing(new PrintWriter(out), new PrintWriter(err), arguments(shown.command()));
      assertThat(out.toString()).as(shown.command()).isEqualTo(shown.output());
      assertThat(err.toString()).as(shown.command()).isEmpty();
    }
  }

  private static String[] arguments(String command) {
    return WORD.matcher(command)
        .results()
        .skip(1)
        .map(word -> word.group(word.group(1) == null ? 2 : 1))
        .toArray(String[]::new);
  }
}
