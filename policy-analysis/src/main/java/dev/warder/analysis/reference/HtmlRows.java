package dev.warder.analysis.reference;

import static java.util.stream.Collectors.joining;

import dev.warder.model.Alternatives;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.List;

/** The rows of the page's tables of operations and commands. */
final class HtmlRows {
  /** More alternatives than these are folded. */
  private static final int MOST_ALTERNATIVES = 8;

  private static final Html HTML = new Html();
  private static final MarkupWords WORDS = new MarkupWords(HTML);

  private HtmlRows() {}

  static HtmlTable operations(Catalogue catalogue) {
    HtmlTable table = new HtmlTable("operations", "Operation", "Summary", "Requires", "Account");
    for (Operation operation : catalogue.operations()) {
      table.row(
          "operation",
          HTML.anchor("operation", operation.id()),
          HtmlTable.box(HTML.request(operation)),
          HTML.span("summary", HTML.prose(operation.summary()))
              + note(
                  HTML.code(operation.id())
                      + operation
                          .documentation()
                          .map(address -> ", " + HTML.address(address, "documentation"))
                          .orElse("")),
          requirement(operation.requirement()),
          WORDS.account(operation.accountRule()));
    }
    return table;
  }

  private static String requirement(Requirement requirement) {
    if (requirement instanceof Alternatives alternatives) {
      int size = alternatives.asList().size();
      String all = WORDS.requirement(requirement);
      return size > MOST_ALTERNATIVES ? HTML.details("one of " + size, all) : all;
    }
    return HTML.span(
        "fixed " + (requirement == Requirement.Fixed.UNMAPPED ? "unmapped" : ""),
        HTML.text(requirement.toString()));
  }

  static HtmlTable commands(List<CommandEntry> entries) {
    HtmlTable table = new HtmlTable("commands", "Command", "Needs", "In some cases also");
    boolean areDocumented = areDocumented(entries);
    for (CommandEntry entry : entries) {
      Command command = entry.command();
      table.row(
          "command",
          HTML.anchor("command", command.name()),
          name(command) + more(command),
          (command.calls().isEmpty() ? "" : WORDS.needs(entry.always()))
              + (areDocumented ? documented(entry) : ""),
          entry.when().isEmpty()
              ? ""
              : entry.when().stream()
                  .map(further -> further(entry, further))
                  .collect(joining("", "<div class=\"when\">", "</div>")));
    }
    return table;
  }

  /** Returns whether the catalogue says of some command what is documented. */
  static boolean areDocumented(List<CommandEntry> entries) {
    return entries.stream().anyMatch(entry -> entry.command().documented().isPresent());
  }

  private static String name(Command command) {
    String name = HTML.code(command.name());
    return command.calls().isEmpty()
        ? HTML.span("name", name) + note("choose a case")
        : HtmlTable.box(name);
  }

  /** Other names, what is documented and the calls, folded: they would make rows high. */
  private static String more(Command command) {
    List<String> parts = new ArrayList<>();
    if (!command.aliases().isEmpty()) {
      parts.add("also " + WORDS.codes(command.aliases()));
    }
    if (!command.former().isEmpty()) {
      parts.add("formerly " + WORDS.codes(command.former()));
    }
    command
        .documented()
        .ifPresent(documented -> parts.add("documented: " + requirement(documented)));
    if (!command.calls().isEmpty()) {
      parts.add("calls " + WORDS.calls(command.calls()));
    }
    command
        .conditions()
        .forEach(
            condition ->
                parts.add(
                    "in the case "
                        + HTML.code(condition.name())
                        + ", calls "
                        + WORDS.calls(condition.calls())));
    return "<details class=\"fold\"><summary aria-label=\"more about "
        + HTML.text(command.name())
        + "\">more</summary>"
        + parts.stream().map(HtmlRows::note).collect(joining())
        + "</details>";
  }

  /** Returns what is documented where it differs from what is needed. */
  private static String documented(CommandEntry entry) {
    if (entry.command().documented().isEmpty()) {
      return HTML.span("soft undocumented", "not documented");
    }
    Requirement requirement = entry.command().documented().get();
    String words = WORDS.requirement(requirement);
    List<String> differences =
        entry.differences().stream()
            .map(difference -> WORDS.difference(entry, difference))
            .filter(difference -> !difference.isEmpty())
            .toList();
    if (differences.isEmpty()) {
      return words.equals(WORDS.needs(entry.always()))
          ? ""
          : note("documented: " + requirement(requirement));
    }
    return HTML.span("warn", String.join("; ", differences));
  }

  private static String note(String content) {
    return HTML.span("note", content);
  }

  private static String further(CommandEntry entry, CommandEntry.Further further) {
    return HtmlTable.box(
        HTML.code(further.condition().name())
            + " ("
            + HTML.prose(further.condition().description())
            + "): "
            + WORDS.further(entry, further));
  }
}
