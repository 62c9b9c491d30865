package dev.warder.cli;

import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import java.io.PrintWriter;
import java.util.Set;

/** An answer for people: {@code ALLOWED} or {@code DENIED}, and below it why. */
final class PlainOutput {
  private PlainOutput() {}

  static void print(Answer answer, Catalogue catalogue, PrintWriter out) {
    Rows rows = new Rows();
    if (answer instanceof DecisionAnswer decision) {
      DecisionRows.add(decision, rows);
    } else if (answer instanceof CommandAnswer command) {
      CommandRows.add(command, rows);
    }
    rows.add("catalogue", catalogue.toString());
    out.println(answer.isAllowed() ? "ALLOWED" : "DENIED");
    rows.print(out);
  }

  static void addEnough(Rows rows, Set<Capability> enough) {
    if (!enough.isEmpty()) {
      rows.add("enough", Words.of(enough));
    }
  }
}
