package dev.warder.cli;

import dev.warder.analysis.lint.Warning;
import dev.warder.analysis.lint.WarningKind;
import dev.warder.model.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** Warnings for people: kind by kind, each with why it matters. */
final class LintOutput {
  private final Console console;

  LintOutput(Console console) {
    this.console = console;
  }

  void print(List<Warning> warnings, boolean showsAccepted, Catalogue catalogue) {
    for (WarningKind kind : WarningKind.values()) {
      List<Warning> shown =
          warnings.stream()
              .filter(warning -> warning.kind() == kind)
              .filter(warning -> showsAccepted || warning.acceptance().isEmpty())
              .toList();
      if (!shown.isEmpty()) {
        print(kind, shown);
      }
    }
    int accepted = (int) warnings.stream().filter(w -> w.acceptance().isPresent()).count();
    int open = warnings.size() - accepted;
    String count = open == 0 ? "no warnings" : open == 1 ? "1 warning" : open + " warnings";
    console
        .out()
        .println(
            console.styled(open == 0 ? Style.GOOD : Style.DOUBTFUL, count)
                + (accepted == 0 ? "" : ", and " + accepted + " accepted")
                + " in "
                + catalogue);
  }

  private void print(WarningKind kind, List<Warning> shown) {
    List<String> heading = new ArrayList<>(lines(kind.code() + ": " + kind.reason(), 0));
    heading.set(
        0,
        console.styled(Style.STRONG, kind.code()) + heading.get(0).substring(kind.code().length()));
    heading.forEach(console.out()::println);
    for (Warning warning : shown) {
      List<String> lines = new ArrayList<>(lines(warning.subject() + ": " + warning.message(), 4));
      warning.acceptance().ifPresent(a -> lines.addAll(lines("accepted: " + a.reason(), 4)));
      console.out().println("  " + lines.get(0));
      lines.stream().skip(1).forEach(line -> console.out().println("    " + line));
    }
    console.out().println();
  }

  /** Returns a text in lines that fit a terminal with so much before them. */
  private List<String> lines(String text, int indentation) {
    int columns = console.terminal().columns();
    return Wrapped.lines(text, columns == 0 ? Integer.MAX_VALUE : columns - indentation);
  }
}
