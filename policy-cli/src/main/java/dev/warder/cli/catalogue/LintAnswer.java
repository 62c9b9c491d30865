package dev.warder.cli.catalogue;

import dev.warder.analysis.lint.Warning;
import dev.warder.analysis.lint.WarningKind;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Style;
import dev.warder.model.Acceptance;
import dev.warder.model.Catalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * Warnings, put to people, kind by kind with why each matters, and to programs.
 *
 * @param warnings all warnings
 * @param showsAccepted whether accepted ones are shown too
 */
record LintAnswer(Catalogue catalogue, List<Warning> warnings, boolean showsAccepted) {

  /** Returns how many are not accepted. */
  int open() {
    return (int) warnings.stream().filter(warning -> warning.acceptance().isEmpty()).count();
  }

  private List<Warning> shown() {
    return warnings.stream()
        .filter(warning -> showsAccepted || warning.acceptance().isEmpty())
        .toList();
  }

  void print(Console console) {
    for (WarningKind kind : WarningKind.values()) {
      List<Warning> shown = shown().stream().filter(warning -> warning.kind() == kind).toList();
      if (!shown.isEmpty()) {
        print(kind, shown, console);
      }
    }
    int open = open();
    int accepted = warnings.size() - open;
    String count = open == 0 ? "no warnings" : open == 1 ? "1 warning" : open + " warnings";
    console.println(
        console.styled(open == 0 ? Style.GOOD : Style.DOUBTFUL, count)
            + (accepted == 0 ? "" : ", and " + accepted + " accepted")
            + " in "
            + Shown.whole(catalogue.toString()));
  }

  private static void print(WarningKind kind, List<Warning> shown, Console console) {
    List<String> heading = console.lines(kind.code() + ": " + kind.reason(), 0);
    console.println(
        console.styled(Style.STRONG, kind.code()) + heading.get(0).substring(kind.code().length()));
    heading.stream().skip(1).forEach(console::println);
    for (Warning warning : shown) {
      List<String> lines =
          new ArrayList<>(console.lines(warning.subject() + ": " + warning.message(), 4));
      warning
          .acceptance()
          .ifPresent(a -> lines.addAll(console.lines("accepted: " + a.reason(), 4)));
      console.println("  " + lines.get(0));
      lines.stream().skip(1).forEach(line -> console.println("    " + line));
    }
    console.println("");
  }

  void write(JsonObject json) {
    json.putObjects(
        "warnings",
        shown(),
        (object, warning) -> {
          object.put("warning", warning.kind().code());
          object.put("at", warning.subject());
          object.put("message", warning.message());
          object.put("why", warning.kind().reason());
          object.putIfPresent("accepted", warning.acceptance().map(Acceptance::reason));
        });
    json.putCatalogue(catalogue);
  }
}
