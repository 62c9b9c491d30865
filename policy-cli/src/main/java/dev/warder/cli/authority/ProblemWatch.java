package dev.warder.cli.authority;

import dev.warder.cli.text.Shown;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;

/** Prints what is wrong with something, once when that changes, and when it is over. */
final class ProblemWatch {
  private final String what;
  private final String over;
  private final Supplier<Optional<String>> problem;
  private final PrintWriter err;
  private Optional<String> printed = Optional.empty();

  /**
   * Makes one.
   *
   * @param what what the problem makes impossible
   * @param over what is possible again when it is over
   */
  ProblemWatch(String what, String over, Supplier<Optional<String>> problem, PrintWriter err) {
    this.what = what;
    this.over = over;
    this.problem = problem;
    this.err = err;
  }

  /** Looks once. */
  void look() {
    Optional<String> found = problem.get();
    if (found.equals(printed)) {
      return;
    }
    err.println(
        "warder: " + found.map(text -> "warning: " + what + ": " + Shown.whole(text)).orElse(over));
    err.flush();
    printed = found;
  }
}
