package dev.warder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.model.Access;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the capabilities of a catalogue. */
@Command(
    name = "capabilities",
    customSynopsis = "warder capabilities [OPTION]... [TEXT]",
    header = "Lists the capabilities: raw string, label, category and access.",
    footer = {
      "",
      "Exit codes: 0, also where nothing is shown; 2 no answer.",
      "",
      "Examples:",
      "  warder capabilities",
      "  warder capabilities write",
      "  warder capabilities --catalogue my.yaml --json"
    })
final class CapabilitiesCommand extends CatalogueTask {
  @Mixin Listing listing;

  @Override
  int answer(Catalogue catalogue, Console console) throws IOException {
    List<Capability> shown = catalogue.capabilities().stream().filter(this::isShown).toList();
    if (json) {
      Json.print(console.out(), json -> write(json, shown, catalogue));
      return ExitCode.ALLOWED;
    }
    Table table = new Table("CAPABILITY", "LABEL", "CATEGORY", "ACCESS", "IMPLIES");
    for (Capability capability : shown) {
      table.row(
          capability.raw(),
          capability.label(),
          capability.category().label(),
          capability.access().map(Access::word).orElse(""),
          String.join(", ", capability.implies()));
    }
    table.print(console);
    return ExitCode.ALLOWED;
  }

  private boolean isShown(Capability capability) {
    return listing.shows(
        List.of(
            capability.raw(),
            capability.label(),
            capability.category().name(),
            capability.category().label()));
  }

  private static void write(JsonGenerator json, List<Capability> shown, Catalogue catalogue)
      throws IOException {
    json.writeArrayFieldStart("capabilities");
    for (Capability capability : shown) {
      json.writeStartObject();
      json.writeStringField("capability", capability.raw());
      json.writeStringField("label", capability.label());
      json.writeStringField("category", capability.category().name());
      if (capability.access().isPresent()) {
        json.writeStringField("access", capability.access().get().word());
      }
      Json.writeStrings(json, "implies", capability.implies());
      if (capability.escalates().isPresent()) {
        json.writeStringField("escalates", capability.escalates().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.writeCatalogue(json, catalogue);
  }
}
