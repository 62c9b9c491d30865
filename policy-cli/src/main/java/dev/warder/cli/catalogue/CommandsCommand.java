package dev.warder.cli.catalogue;

import static java.util.stream.Collectors.joining;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.needs.Needs;
import dev.warder.analysis.needs.Wanted;
import dev.warder.analysis.reference.Documented;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.Listing;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Style;
import dev.warder.cli.text.TextTable;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Condition;
import dev.warder.model.Requirement;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the commands of a catalogue, what each needs and what is documented. */
@Command(
    name = "commands",
    customSynopsis = "warder commands [OPTION]... [TEXT]",
    header = "Lists the commands: what each needs, and what is documented.",
    footer = {
      "",
      "NEEDS is the first answer of `warder needs` for the calls that a command always",
      "makes. All commands share the steps of one such answer. Once they are spent,",
      "NEEDS is what is enough, which may be more than the least. DOCUMENTED ends with",
      "(understates) if a token with that alone would be denied. WHEN names the",
      "conditions in which the command makes further calls.",
      "",
      "Exit codes: 0 listed, also when nothing matches; 2 no answer.",
      "",
      "Examples:",
      "  warder commands",
      "  warder commands push",
      "  warder commands \"ably apps\" --json"
    })
final class CommandsCommand extends CatalogueTask {
  @Mixin Listing listing;

  /**
   * One line of the list.
   *
   * @param isSaid whether it is known what every call needs
   * @param isUnderstated whether a token with exactly what is documented would miss something
   */
  private record Line(
      dev.warder.model.Command command,
      Set<Capability> needs,
      boolean isSaid,
      boolean isUnderstated) {

    String needsInWords() {
      if (!isSaid) {
        return "(unknown)";
      }
      return command.calls().isEmpty()
          ? "(see WHEN)"
          : needs.isEmpty()
              ? "(nothing)"
              : needs.stream().map(Capability::raw).collect(joining(" and "));
    }

    TextTable.Cell documented() {
      String words = command.documented().map(Requirement::toString).orElse("");
      return isUnderstated
          ? new TextTable.Cell(words + " (understates)", Style.DOUBTFUL)
          : new TextTable.Cell(words, Style.PLAIN);
    }

    static List<String> words(Condition condition) {
      return List.of(condition.name(), condition.description());
    }

    List<String> conditions() {
      return command.conditions().stream().map(Condition::name).toList();
    }
  }

  @Override
  protected int answer(Catalogue catalogue, Console console) throws NoAnswer {
    PolicyEngine engine = compile(catalogue);
    List<Line> lines = new ArrayList<>();
    Steps documented = new Steps(Documented.MAX_STEPS);
    Steps needed = new Steps(Needs.MAX_STEPS);
    for (dev.warder.model.Command command : catalogue.commands()) {
      List<String> texts = new ArrayList<>(command.aliases());
      texts.addAll(command.former());
      texts.add(command.name());
      Line line = line(engine, command, documented, needed);
      texts.add(line.needsInWords());
      command.conditions().forEach(condition -> texts.addAll(Line.words(condition)));
      if (listing.shows(texts)) {
        lines.add(line);
      }
    }
    json.print(console, to -> table(lines).print(to), object -> write(object, lines, catalogue));
    return ALLOWED;
  }

  private static Line line(
      PolicyEngine engine, dev.warder.model.Command command, Steps documented, Steps needed)
      throws NoAnswer {
    if (command.calls().isEmpty()) {
      return new Line(command, Set.of(), true, false);
    }
    Preflight nothing = engine.preflight(engine.anonymous(), command, Set.of());
    return new Line(
        command,
        needs(engine.catalogue(), command, needed).orElseGet(nothing::enough),
        nothing.reason() != Reason.UNMAPPED_OPERATION,
        isUnderstated(engine.catalogue(), command, documented));
  }

  private static boolean isUnderstated(
      Catalogue catalogue, dev.warder.model.Command command, Steps steps) throws NoAnswer {
    try {
      return Documented.of(catalogue, command, steps).stream().anyMatch(Documented::understates);
    } catch (TooMuchWork e) {
      throw NoAnswer.because("no answer: " + e.getMessage());
    }
  }

  /**
   * Returns the first answer of {@code warder needs}, where it has one of capabilities, and as long
   * as the commands before have not taken all steps.
   */
  private static Optional<Set<Capability>> needs(
      Catalogue catalogue, dev.warder.model.Command command, Steps steps) {
    if (steps.taken() > steps.most()) {
      return Optional.empty();
    }
    try {
      Needs needs = Needs.of(Wanted.builder(catalogue).command(command, Set.of()).build(), steps);
      return needs instanceof Needs.AnyOf anyOf
          ? Optional.of(anyOf.sets().get(0))
          : Optional.empty();
    } catch (TooMuchWork e) {
      return Optional.empty();
    }
  }

  private static TextTable table(List<Line> lines) {
    TextTable table = new TextTable("COMMAND", "NEEDS", "DOCUMENTED", "WHEN");
    for (Line line : lines) {
      table.row(line.command().name(), line.needsInWords(), line.documented(), line.conditions());
    }
    return table;
  }

  private static void write(JsonObject json, List<Line> lines, Catalogue catalogue) {
    json.putObjects(
        "commands",
        lines,
        (object, line) -> {
          object.put("command", line.command().name());
          object.put("aliases", line.command().aliases());
          object.put("former", line.command().former());
          object.put("said", line.isSaid());
          object.put("needs", line.needs());
          object.putIfPresent("documented", line.command().documented());
          object.put("understates", line.isUnderstated());
          object.put("when", line.conditions());
        });
    json.putCatalogue(catalogue);
  }
}
