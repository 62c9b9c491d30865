package dev.warder.cli.check;

import static java.util.stream.Collectors.joining;

import dev.warder.analysis.needs.Can;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.Listing;
import dev.warder.cli.text.Style;
import dev.warder.cli.text.TextTable;
import dev.warder.engine.Preflight;
import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What can be done and what cannot, a line each.
 *
 * @param operations the operations
 * @param commands the commands, first as always and then in each condition
 * @param count how many operations are allowed, of how many, in words; nothing where there is none
 */
record CanLines(
    List<OperationOutlook> operations, List<CommandOutlook> commands, Optional<String> count) {
  private static final int MOST_ALTERNATIVES = 3;

  record OperationOutlook(Operation operation, Preflight answer) {}

  /** Without the name of a condition, it is about the calls that are always made. */
  record CommandOutlook(Command command, Optional<String> when, Preflight answer) {}

  /** Returns the lines of those operations and commands that are listed. */
  static CanLines of(Can can, Listing listing) {
    List<OperationOutlook> operations = new ArrayList<>();
    can.operations()
        .forEach(
            (operation, answer) -> {
              String path = operation.method() + " " + operation.template();
              if (listing.shows(List.of(operation.id(), path, operation.summary()))) {
                operations.add(new OperationOutlook(operation, answer));
              }
            });
    List<CommandOutlook> commands = new ArrayList<>();
    for (Can.CommandAnswer answer : can.commands()) {
      Command command = answer.command();
      List<String> spellings = new ArrayList<>(command.aliases());
      spellings.addAll(command.former());
      spellings.add(command.name());
      if (listing.shows(spellings)) {
        answer
            .always()
            .ifPresent(
                always -> commands.add(new CommandOutlook(command, Optional.empty(), always)));
        answer
            .inConditions()
            .forEach(
                (w, in) -> commands.add(new CommandOutlook(command, Optional.of(w.name()), in)));
      }
    }
    return new CanLines(operations, commands, count(operations));
  }

  private static Optional<String> count(List<OperationOutlook> operations) {
    long allowed = operations.stream().filter(line -> line.answer().isAllowed()).count();
    return operations.isEmpty()
        ? Optional.empty()
        : Optional.of("allowed: " + allowed + " of " + operations.size() + " operations");
  }

  /** Returns those lines with such an answer, and the count of all. */
  CanLines only(Predicate<Preflight> isShown) {
    return new CanLines(
        operations.stream().filter(line -> isShown.test(line.answer())).toList(),
        commands.stream().filter(line -> isShown.test(line.answer())).toList(),
        count);
  }

  void print(Console console) {
    TextTable table = new TextTable("OPERATION", "METHOD", "PATH", "ANSWER", "MISSING", "ENOUGH");
    for (OperationOutlook line : operations) {
      String missing = missing(line.answer());
      String enough = all(line.answer().enough());
      table.row(
          line.operation().id(),
          line.operation().method(),
          line.operation().template(),
          answer(line.answer()),
          missing,
          enough.equals(missing) ? "" : enough);
    }
    count.ifPresent(console::println);
    if (!operations.isEmpty()) {
      table.print(console);
    }
    printCommands(console);
  }

  private void printCommands(Console console) {
    TextTable table = new TextTable("COMMAND", "WHEN", "ANSWER", "ENOUGH");
    for (CommandOutlook line : commands) {
      table.row(
          line.command().name(), line.when(), answer(line.answer()), all(line.answer().enough()));
    }
    if (!commands.isEmpty()) {
      if (count.isPresent()) {
        console.println("");
      }
      table.print(console);
    }
  }

  private static TextTable.Cell answer(Preflight answer) {
    return switch (answer.reason()) {
      case ALLOWED -> new TextTable.Cell("allowed", Style.GOOD);
      case MISSING_CAPABILITY -> new TextTable.Cell("missing", Style.BAD);
      default -> new TextTable.Cell("unmapped", Style.DOUBTFUL);
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

  void write(JsonObject json) {
    json.putObjects(
        "operations",
        operations,
        (object, line) -> {
          object.put("operation", line.operation().id());
          write(object, line.answer());
          if (line.answer().reason() == Reason.MISSING_CAPABILITY) {
            object.put("missing", line.answer().calls().get(0).missing());
          }
        });
    json.putObjects(
        "commands",
        commands,
        (object, line) -> {
          object.put("command", line.command().name());
          object.putIfPresent("when", line.when());
          write(object, line.answer());
        });
  }

  private static void write(JsonObject json, Preflight answer) {
    json.put("allowed", answer.isAllowed());
    json.put("reason", answer.reason());
    json.put("enough", answer.enough());
  }
}
