package dev.warder.cli.catalogue;

import static java.util.stream.Collectors.joining;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.Listing;
import dev.warder.cli.text.TextTable;
import dev.warder.model.AccountCheck;
import dev.warder.model.AccountRule;
import dev.warder.model.Alternatives;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the operations of a catalogue. */
@Command(
    name = "operations",
    customSynopsis = "warder operations [OPTION]... [TEXT]",
    header = "Lists the operations: method, path, requirement and account rule.",
    footer = {
      "",
      "Exit codes: 0 listed, also when nothing matches; 2 no answer.",
      "",
      "Examples:",
      "  warder operations",
      "  warder operations /apps/{id}",
      "  warder operations read:app --json"
    })
final class OperationsCommand extends CatalogueTask {
  @Mixin Listing listing;

  @Override
  protected int answer(Catalogue catalogue, Console console) {
    List<Operation> shown = catalogue.operations().stream().filter(this::isShown).toList();
    json.print(console, to -> table(shown).print(to), object -> write(object, shown, catalogue));
    return ALLOWED;
  }

  private static TextTable table(List<Operation> shown) {
    TextTable table =
        new TextTable("OPERATION", "METHOD", "PATH", "REQUIRES", "ACCOUNT", "SUMMARY");
    for (Operation operation : shown) {
      table.row(
          operation.id(),
          operation.method(),
          operation.template(),
          operation.requirement(),
          account(operation.accountRule()),
          operation.summary());
    }
    return table;
  }

  private boolean isShown(Operation operation) {
    return listing.shows(
        List.of(
            operation.id(),
            operation.method(),
            operation.template().toString(),
            operation.requirement().toString(),
            operation.summary()));
  }

  /**
   * Returns {@code {account_id}}, {@code from the request}, {@code owner of app {id}}, several of
   * them, {@code not checked}, or nothing.
   */
  private static String account(AccountRule rule) {
    if (rule.unchecked().isPresent()) {
      return rule.unchecked().get() == AccountRule.Unchecked.NOT_CHECKED ? "not checked" : "";
    }
    return rule.checks().stream().map(OperationsCommand::account).collect(joining(" and "));
  }

  private static String account(AccountCheck check) {
    if (check instanceof AccountCheck.Owned owned) {
      return "owner of " + owned.kind() + " {" + owned.parameter() + "}";
    }
    return check instanceof AccountCheck.InPath inPath
        ? "{" + inPath.parameter() + "}"
        : "from the request";
  }

  private static void write(JsonObject json, List<Operation> shown, Catalogue catalogue) {
    json.putObjects(
        "operations",
        shown,
        (object, operation) -> {
          object.put("operation", operation.id());
          object.put("method", operation.method());
          object.put("path", operation.template());
          object.put("summary", operation.summary());
          // A word as in the catalogue's file, or a list of alternatives, each a list.
          object.put(
              "requires",
              operation.requirement() instanceof Alternatives alternatives
                  ? alternatives.asList()
                  : operation.requirement());
          object.putIfPresent("preferred", operation.requirement().preferred());
          writeAccount(object, operation.accountRule());
        });
    json.putCatalogue(catalogue);
  }

  /** As in the catalogue's file. */
  private static void writeAccount(JsonObject json, AccountRule rule) {
    json.putIfPresent("account", rule.account());
    if (!rule.owners().isEmpty()) {
      json.putObject(
          "owner",
          owner -> rule.owners().forEach(owned -> owner.put(owned.kind(), owned.parameter())));
    }
  }
}
