package dev.warder.cli.check;

import dev.warder.analysis.usage.Unused;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.Style;
import dev.warder.cli.text.TextTable;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;

/**
 * Which capabilities are unused, put to people and to programs.
 *
 * @param catalogue the catalogue
 * @param unused the library's answer
 * @param requests how many requests were counted
 * @param bad how many lines were bad
 */
record UnusedAnswer(Catalogue catalogue, Unused unused, long requests, long bad) {

  void print(Console console) {
    TextTable table = new TextTable("CAPABILITY", "LABEL", "ANSWER", "REQUESTS");
    unused
        .needed()
        .forEach((raw, count) -> row(table, raw, new TextTable.Cell("needed", Style.GOOD), count));
    for (String raw : unused.unused()) {
      boolean isKnown = catalogue.capability(raw).isPresent();
      row(table, raw, new TextTable.Cell(isKnown ? "unused" : "unknown", Style.DOUBTFUL), 0);
    }
    if (!unused.needed().isEmpty() || !unused.unused().isEmpty()) {
      table.print(console);
    }
    NamedRows rows = new NamedRows();
    rows.add("requests", requests);
    unused.reasons().forEach((reason, count) -> rows.add(reason.code(), count));
    if (bad > 0) {
      rows.add("bad lines", bad + " skipped");
    }
    rows.add(
        "enough",
        unused.needed().isEmpty() ? "nothing" : String.join(",", unused.needed().keySet()));
    rows.add("catalogue", catalogue);
    rows.print(console);
  }

  private void row(TextTable table, String raw, TextTable.Cell answer, long count) {
    table.row(raw, catalogue.capability(raw).map(Capability::label), answer, count);
  }

  void write(JsonObject json) {
    json.put("unused", unused.unused());
    json.putObject("needed", needed -> unused.needed().forEach(needed::put));
    json.put("requests", requests);
    json.putObject(
        "reasons",
        reasons -> unused.reasons().forEach((reason, count) -> reasons.put(reason.code(), count)));
    json.put("badLines", bad);
    json.putCatalogue(catalogue);
  }
}
