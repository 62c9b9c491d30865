package dev.warder.cli.authority;

import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionValue;
import picocli.CommandLine.Option;

/** How much of a long list is shown at once. */
final class Paging {
  static final int MOST = 1_000;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "The most entries to list, up to 1000; by default 100.")
  int most = 100;

  @Option(
      names = "--after",
      paramLabel = "POSITION",
      description = "Continues after this position, with which the page before ended.")
  long after;

  /** Checks the size of a page, and where it begins. */
  void check() throws NoAnswer {
    OptionValue.checkRange("--most", most, 1, MOST);
    if (after < 0) {
      throw NoAnswer.usage("--after is 0 or more, not " + after);
    }
  }
}
