package dev.warder.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.analysis.needs.Can;
import dev.warder.engine.Preflight;
import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be done and what cannot, a line each.
 *
 * @param operations the operations
 * @param commands the commands, first as always and then in each condition
 */
record CanLines(List<OperationLine> operations, List<CommandLine> commands) {
  private static final int MOST_ALTERNATIVES = 3;

  record OperationLine(Operation operation, Preflight answer) {}

  /** The name of the condition is null for the calls that are always made. */
  record CommandLine(Command command, @Nullable String when, Preflight answer) {}

  /** Returns the lines of those operations and commands that are listed. */
  static CanLines of(Can can, Listing listing) {
    List<OperationLine> operations = new ArrayList<>();
    can.operations()
        .forEach(
            (operation, answer) -> {
              String path = operation.method() + " " + operation.template();
              if (listing.shows(List.of(operation.id(), path, operation.summary()))) {
                operations.add(new OperationLine(operation, answer));
              }
            });
    List<CommandLine> commands = new ArrayList<>();
    for (Can.CommandAnswer answer : can.commands()) {
      Command command = answer.command();
      List<String> spellings = new ArrayList<>(command.aliases());
      spellings.addAll(command.former());
      spellings.add(command.name());
      if (listing.shows(spellings)) {
        answer.always().ifPresent(always -> commands.add(new CommandLine(command, null, always)));
        answer
            .inConditions()
            .forEach((when, in) -> commands.add(new CommandLine(command, when.name(), in)));
      }
    }
    return new CanLines(operations, commands);
  }

  void print(Console console) {
    Table table = new Table("OPERATION", "METHOD", "PATH", "ANSWER", "MISSING", "ENOUGH");
    for (OperationLine line : operations) {
      String missing = missing(line.answer());
      String enough = all(line.answer().enough());
      table.row(
          cell(line.operation().id()),
          cell(line.operation().method()),
          cell(line.operation().template().toString()),
          answer(line.answer()),
          cell(missing),
          cell(enough.equals(missing) ? "" : enough));
    }
    if (!operations.isEmpty()) {
      long allowed = operations.stream().filter(line -> line.answer().isAllowed()).count();
      console.out().println("allowed: " + allowed + " of " + operations.size() + " operations");
      table.print(console);
    }
    printCommands(console);
  }

  private void printCommands(Console console) {
    Table table = new Table("COMMAND", "WHEN", "ANSWER", "ENOUGH");
    for (CommandLine line : commands) {
      table.row(
          cell(line.command().name()),
          cell(line.when() == null ? "" : line.when()),
          answer(line.answer()),
          cell(all(line.answer().enough())));
    }
    if (!commands.isEmpty()) {
      if (!operations.isEmpty()) {
        console.out().println();
      }
      table.print(console);
    }
  }

  private static Table.Cell cell(String text) {
    return new Table.Cell(text, Style.PLAIN);
  }

  private static Table.Cell answer(Preflight answer) {
    return switch (answer.reason()) {
      case ALLOWED -> new Table.Cell("allowed", Style.GOOD);
      case MISSING_CAPABILITY -> new Table.Cell("missing", Style.BAD);
      default -> new Table.Cell("unmapped", Style.DOUBTFUL);
    };
  }

  private static String missing(Preflight operation) {
    List<List<Capability>> missing = operation.calls().get(0).missing();
    return missing.stream().limit(MOST_ALTERNATIVES).map(CanLines::all).collect(joining(" or "))
        + (missing.size() > MOST_ALTERNATIVES
            ? " or one of " + (missing.size() - MOST_ALTERNATIVES) + " more"
            : "");
  }

  private static String all(Collection<Capability> all) {
    return all.stream().map(Capability::raw).collect(joining(" and "));
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("operations");
    for (OperationLine line : operations) {
      json.writeStartObject();
      json.writeStringField("operation", line.operation().id());
      writeAnswer(json, line.answer());
      if (line.answer().reason() == Reason.MISSING_CAPABILITY) {
        Json.writeAlternatives(json, "missing", line.answer().calls().get(0).missing());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("commands");
    for (CommandLine line : commands) {
      json.writeStartObject();
      json.writeStringField("command", line.command().name());
      if (line.when() != null) {
        json.writeStringField("when", line.when());
      }
      writeAnswer(json, line.answer());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeAnswer(JsonGenerator json, Preflight answer) throws IOException {
    json.writeBooleanField("allowed", answer.isAllowed());
    json.writeStringField("reason", answer.reason().code());
    Json.writeCapabilities(json, "enough", answer.enough());
  }
}
