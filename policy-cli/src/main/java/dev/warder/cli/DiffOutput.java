package dev.warder.cli;

import com.google.common.base.Ascii;
import dev.warder.analysis.diff.CatalogueChange;
import dev.warder.analysis.diff.CatalogueDiff;

/** What changed between two catalogues, for people. */
final class DiffOutput {
  private final Console console;

  DiffOutput(Console console) {
    this.console = console;
  }

  void print(CatalogueDiff diff) {
    for (CatalogueChange change : diff.changes()) {
      print(change);
    }
    console.out().println(verdict(diff));
    Rows rows = new Rows();
    rows.add("older", diff.older().toString());
    rows.add("newer", diff.newer().toString());
    rows.print(console);
  }

  private String verdict(CatalogueDiff diff) {
    if (diff.isBreaking()) {
      return console.styled(Style.BAD, "BREAKING")
          + (diff.isWidening() ? " and " + console.styled(Style.DOUBTFUL, "WIDENING") : "");
    }
    return diff.isWidening()
        ? console.styled(Style.DOUBTFUL, "WIDENING")
        : console.styled(Style.GOOD, diff.changes().isEmpty() ? "EQUAL" : "NOTHING GAINED OR LOST");
  }

  private void print(CatalogueChange change) {
    console
        .out()
        .println(
            Ascii.toLowerCase(change.kind().name())
                + " "
                + Ascii.toLowerCase(change.sort().name())
                + " "
                + console.styled(Style.STRONG, change.name()));
    Rows rows = new Rows();
    for (CatalogueChange.Value value : change.values()) {
      rows.add(value.name(), shown(change.kind(), value));
    }
    change.loss().ifPresent(loss -> rows.add("lost", loss.toString()));
    change.gain().ifPresent(gain -> rows.add("gained", gain.toString()));
    rows.print(console);
    console.out().println();
  }

  private static String shown(CatalogueChange.Kind kind, CatalogueChange.Value value) {
    return switch (kind) {
      case ADDED -> value.after().orElse("");
      case REMOVED -> value.before().orElse("");
      case CHANGED -> value.before().orElse("(none)") + " -> " + value.after().orElse("(none)");
    };
  }
}
