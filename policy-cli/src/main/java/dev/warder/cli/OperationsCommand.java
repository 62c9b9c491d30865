package dev.warder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.model.AccountRule;
import dev.warder.model.Alternatives;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.io.IOException;
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
      "Exit codes: 0, also where nothing is shown; 2 no answer.",
      "",
      "Examples:",
      "  warder operations",
      "  warder operations /apps/{id}",
      "  warder operations read:app --json"
    })
final class OperationsCommand extends CatalogueTask {
  @Mixin Listing listing;

  @Override
  int answer(Catalogue catalogue, Console console) throws IOException {
    List<Operation> shown = catalogue.operations().stream().filter(this::isShown).toList();
    if (json) {
      Json.print(console.out(), json -> write(json, shown, catalogue));
      return ExitCode.ALLOWED;
    }
    Table table = new Table("OPERATION", "METHOD", "PATH", "REQUIRES", "ACCOUNT", "SUMMARY");
    for (Operation operation : shown) {
      table.row(
          operation.id(),
          operation.method(),
          operation.template().toString(),
          operation.requirement().toString(),
          account(operation.accountRule()),
          operation.summary());
    }
    table.print(console);
    return ExitCode.ALLOWED;
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

  /** Returns {@code {account_id}}, {@code owner of app {id}}, {@code not checked}, or nothing. */
  private static String account(AccountRule rule) {
    if (rule instanceof AccountRule.InPath inPath) {
      return "{" + inPath.parameter() + "}";
    }
    if (rule instanceof AccountRule.Owned owned) {
      return "owner of " + owned.kind() + " {" + owned.parameter() + "}";
    }
    return rule == AccountRule.Unchecked.NOT_CHECKED ? "not checked" : "";
  }

  private static void write(JsonGenerator json, List<Operation> shown, Catalogue catalogue)
      throws IOException {
    json.writeArrayFieldStart("operations");
    for (Operation operation : shown) {
      json.writeStartObject();
      json.writeStringField("operation", operation.id());
      json.writeStringField("method", operation.method());
      json.writeStringField("path", operation.template().toString());
      json.writeStringField("summary", operation.summary());
      writeRequirement(json, operation.requirement());
      writeAccount(json, operation.accountRule());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.writeCatalogue(json, catalogue);
  }

  /** A word as in the catalogue's file, or a list of alternatives, each a list. */
  private static void writeRequirement(JsonGenerator json, Requirement requirement)
      throws IOException {
    if (requirement instanceof Alternatives alternatives) {
      Json.writeAlternatives(json, "requires", alternatives.asList());
    } else {
      json.writeStringField("requires", requirement.toString());
    }
  }

  /** As in the catalogue's file. */
  private static void writeAccount(JsonGenerator json, AccountRule rule) throws IOException {
    if (rule instanceof AccountRule.InPath inPath) {
      json.writeStringField("account", inPath.parameter());
    } else if (rule instanceof AccountRule.Owned owned) {
      json.writeObjectFieldStart("owner");
      json.writeStringField(owned.kind(), owned.parameter());
      json.writeEndObject();
    } else if (rule == AccountRule.Unchecked.NOT_CHECKED) {
      json.writeStringField("account", "not-checked");
    }
  }
}
