package dev.warder.cli.catalogue;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.Listing;
import dev.warder.cli.text.TextTable;
import dev.warder.model.Access;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
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
      "Exit codes: 0 listed, also when nothing matches; 2 no answer.",
      "",
      "Examples:",
      "  warder capabilities",
      "  warder capabilities write",
      "  warder capabilities --catalogue my.yaml --json"
    })
final class CapabilitiesCommand extends CatalogueTask {
  @Mixin Listing listing;

  @Override
  protected int answer(Catalogue catalogue, Console console) {
    List<Capability> shown = catalogue.capabilities().stream().filter(this::isShown).toList();
    json.print(console, to -> table(shown).print(to), object -> write(object, shown, catalogue));
    return ALLOWED;
  }

  private static TextTable table(List<Capability> shown) {
    TextTable table = new TextTable("CAPABILITY", "LABEL", "CATEGORY", "ACCESS", "IMPLIES");
    for (Capability capability : shown) {
      table.row(
          capability,
          capability.label(),
          capability.category().label(),
          capability.access().map(Access::word),
          capability.implies());
    }
    return table;
  }

  private boolean isShown(Capability capability) {
    return listing.shows(
        List.of(
            capability.raw(),
            capability.label(),
            capability.category().name(),
            capability.category().label()));
  }

  private static void write(JsonObject json, List<Capability> shown, Catalogue catalogue) {
    json.putObjects(
        "capabilities",
        shown,
        (object, capability) -> {
          object.put("capability", capability);
          object.put("label", capability.label());
          object.put("category", capability.category().name());
          object.putIfPresent("access", capability.access().map(Access::word));
          object.put("implies", capability.implies());
          object.putIfPresent("escalates", capability.escalates());
        });
    json.putCatalogue(catalogue);
  }
}
