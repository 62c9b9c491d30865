package dev.warder.cli;

import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import java.util.Set;

/** An answer for people: {@code ALLOWED} or {@code DENIED}, and below it why. */
final class PlainOutput {
  private PlainOutput() {}

  static void print(Answer answer, Catalogue catalogue, Console console) {
    Rows rows = new Rows();
    if (answer instanceof DecisionAnswer decision) {
      DecisionRows.add(decision, rows);
    } else if (answer instanceof CommandAnswer command) {
      CommandRows.add(command, rows);
    }
    rows.add("catalogue", catalogue.toString());
    console
        .out()
        .println(
            answer.isAllowed()
                ? console.styled(Style.GOOD, "ALLOWED")
                : console.styled(Style.BAD, "DENIED"));
    rows.print(console);
  }

  static void addEnough(Rows rows, Set<Capability> enough) {
    if (!enough.isEmpty()) {
      rows.add("enough", Words.of(enough));
    }
  }
}
