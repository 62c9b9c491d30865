package dev.warder.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.analysis.usage.Unused;
import dev.warder.engine.Reason;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.util.Map;

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
    Table table = new Table("CAPABILITY", "LABEL", "ANSWER", "REQUESTS");
    unused
        .needed()
        .forEach((raw, count) -> row(table, raw, new Table.Cell("needed", Style.GOOD), count + ""));
    for (String raw : unused.unused()) {
      boolean isKnown = catalogue.capability(raw).isPresent();
      row(table, raw, new Table.Cell(isKnown ? "unused" : "unknown", Style.DOUBTFUL), "0");
    }
    if (!unused.needed().isEmpty() || !unused.unused().isEmpty()) {
      table.print(console);
    }
    Rows rows = new Rows();
    rows.add("requests", requests + "");
    for (Map.Entry<Reason, Long> reason : unused.reasons().entrySet()) {
      rows.add(reason.getKey().code(), reason.getValue() + "");
    }
    if (bad > 0) {
      rows.add("bad lines", bad + " passed over");
    }
    rows.add("enough", unused.needed().isEmpty() ? "nothing" : enough());
    rows.add("catalogue", catalogue.toString());
    rows.print(console);
  }

  private void row(Table table, String raw, Table.Cell answer, String count) {
    String label = catalogue.capability(raw).map(capability -> capability.label()).orElse("");
    table.row(
        new Table.Cell(Shown.whole(raw), Style.PLAIN),
        new Table.Cell(label, Style.PLAIN),
        answer,
        new Table.Cell(count, Style.PLAIN));
  }

  private String enough() {
    return unused.needed().keySet().stream().collect(joining(","));
  }

  void write(JsonGenerator json) throws IOException {
    Json.writeStrings(json, "unused", unused.unused());
    json.writeObjectFieldStart("needed");
    for (Map.Entry<String, Long> needed : unused.needed().entrySet()) {
      json.writeNumberField(needed.getKey(), needed.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("requests", requests);
    json.writeObjectFieldStart("reasons");
    for (Map.Entry<Reason, Long> reason : unused.reasons().entrySet()) {
      json.writeNumberField(reason.getKey().code(), reason.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("badLines", bad);
    Json.writeCatalogue(json, catalogue);
  }
}
