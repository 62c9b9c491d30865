package dev.warder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.model.Catalogue;
import java.io.IOException;

/** A denial for want of a token that is accepted; nothing of the token stands in it. */
final class RejectedOutput {
  private RejectedOutput() {}

  static void print(RejectedToken rejected, Catalogue catalogue, Console console) {
    Rows rows = new Rows();
    rows.add("reason", rejected.reason() + " (" + rejected.meaning() + ")");
    rows.add("status", Integer.toString(rejected.reason().status()));
    rows.add("fault", rejected.fault() + " (" + rejected.getMessage() + ")");
    rows.add("catalogue", catalogue.toString());
    console.out().println(console.styled(Style.BAD, "DENIED"));
    rows.print(console);
  }

  static void printJson(RejectedToken rejected, Catalogue catalogue, Console console)
      throws IOException {
    Json.print(
        console.out(),
        json -> {
          write(json, rejected);
          Json.writeCatalogue(json, catalogue);
        });
  }

  /** Writes what an answer says of a token that was refused. */
  static void write(JsonGenerator json, RejectedToken rejected) throws IOException {
    json.writeBooleanField("allowed", false);
    json.writeStringField("reason", rejected.reason().code());
    json.writeNumberField("status", rejected.reason().status());
    json.writeStringField("fault", rejected.fault().code());
  }
}
