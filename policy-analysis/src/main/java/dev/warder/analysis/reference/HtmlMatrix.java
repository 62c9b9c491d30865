package dev.warder.analysis.reference;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.warder.analysis.reference.Entries.CapabilityEntry;
import dev.warder.analysis.reference.Entries.InCommand;
import dev.warder.model.Access;
import dev.warder.model.Capability;
import dev.warder.model.Category;
import dev.warder.model.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The page's table of capabilities: a row for each category, and a column for each kind of access
 * that some capability has. Capabilities without an access have the last column.
 */
final class HtmlMatrix {
  /** More than these in one list are not read, but searched. */
  private static final int MOST_LISTED = 100;

  private static final Html HTML = new Html();
  private static final MarkupWords WORDS = new MarkupWords(HTML);

  private final List<CapabilityEntry> entries;
  private final List<Optional<Access>> columns;

  HtmlMatrix(List<CapabilityEntry> entries) {
    this.entries = entries;
    this.columns =
        entries.stream()
            .map(entry -> entry.capability().access())
            .distinct()
            .sorted(comparingInt(access -> access.map(Access::ordinal).orElse(Integer.MAX_VALUE)))
            .toList();
  }

  /** Returns the table with what stands below it. */
  String render() {
    Map<Category, List<CapabilityEntry>> rows =
        entries.stream()
            .collect(
                groupingBy(entry -> entry.capability().category(), LinkedHashMap::new, toList()));
    StringBuilder table =
        new StringBuilder(
            "<table class=\"capabilities\">\n<thead><tr><th scope=\"col\">Category</th>");
    columns.forEach(
        access -> table.append("<th scope=\"col\">").append(title(access)).append("</th>"));
    table.append("</tr></thead>\n<tbody>\n");
    rows.forEach((category, members) -> table.append(row(category, members)));
    return table.append("</tbody>\n</table>\n") + HtmlTable.below("capabilities");
  }

  private String title(Optional<Access> access) {
    return access
        .map(Access::word)
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .orElse(columns.size() == 1 ? "Capability" : "Other");
  }

  private String row(Category category, List<CapabilityEntry> members) {
    return columns.stream()
        .map(access -> cell(access, members))
        .collect(
            joining(
                "",
                "<tr class=\"group\"><th scope=\"row\">" + HTML.text(category.label()) + "</th>",
                "</tr>\n"));
  }

  private String cell(Optional<Access> access, List<CapabilityEntry> members) {
    String items =
        members.stream()
            .filter(entry -> entry.capability().access().equals(access))
            .map(HtmlMatrix::item)
            .collect(joining());
    return "<td data-label=\""
        + title(access)
        + "\">"
        + (items.isEmpty() ? HTML.span("soft", "none") : items)
        + "</td>";
  }

  private static String item(CapabilityEntry entry) {
    Capability capability = entry.capability();
    StringBuilder item =
        new StringBuilder("<div id=\"")
            .append(HTML.anchor("capability", capability.raw()))
            .append(HtmlTable.kind("capability", capability.ordinal(), "item"))
            .append(
                HtmlTable.box(
                    HTML.span("label", HTML.text(capability.label()))
                        + " "
                        + HTML.code(capability.raw())));
    if (!capability.implies().isEmpty()) {
      item.append(HTML.paragraph("note", "implies " + WORDS.codes(capability.implies())));
    }
    capability
        .escalates()
        .map(how -> "<strong>Escalates:</strong> " + HTML.prose(how))
        .ifPresent(how -> item.append(HTML.paragraph("warn", how)));
    return item.append(uses(entry)).append("</div>").toString();
  }

  private static String uses(CapabilityEntry entry) {
    int operations = entry.operations().size();
    int commands = entry.commands().size();
    if (operations + commands == 0) {
      return HTML.paragraph("note", "Nothing needs it.");
    }
    String counts =
        (operations == 0 ? "" : MarkupWords.count(operations, "operation"))
            + (operations == 0 || commands == 0 ? "" : ", ")
            + (commands == 0 ? "" : MarkupWords.count(commands, "command"));
    String list =
        list(
            entry.operations(),
            use ->
                HTML.link("operation", use.operation().id(), HTML.request(use.operation()))
                    + together(use.together()));
    return HTML.details(counts, list + commands(entry.commands()));
  }

  /** The commands that always need a capability, and then those of each case. */
  private static String commands(List<InCommand> uses) {
    Map<String, List<InCommand>> cases =
        uses.stream().collect(groupingBy(HtmlMatrix::when, LinkedHashMap::new, toList()));
    List<InCommand> always = cases.getOrDefault("", List.of());
    StringBuilder lists = new StringBuilder(list(always, HtmlMatrix::command));
    cases.forEach(
        (when, inCase) -> {
          if (!when.isEmpty()) {
            lists
                .append(HTML.paragraph("note", "Only " + when + ":"))
                .append(list(inCase, HtmlMatrix::command));
          }
        });
    return lists.toString();
  }

  private static String command(InCommand use) {
    String name = use.command().name();
    return HTML.link("command", name, HTML.code(name))
        + together(use.together() && use.when().isEmpty());
  }

  /** Returns the cases in which a command needs a capability, in words; nothing for always. */
  private static String when(InCommand use) {
    return use.command().conditions().stream()
        .filter(condition -> use.when().contains(condition.name()))
        .map(Condition::description)
        .map(HTML::prose)
        .collect(joining(", or "));
  }

  private static String together(boolean together) {
    return together ? " " + HTML.span("soft", "with others") : "";
  }

  private static <T> String list(List<T> uses, Function<T, String> item) {
    if (uses.isEmpty()) {
      return "";
    }
    int more = uses.size() - MOST_LISTED;
    String others =
        more > 0
            ? HTML.paragraph("note", "and " + more + " more: search for the raw capability")
            : "";
    return uses.stream()
            .limit(MOST_LISTED)
            .map(use -> "<li>" + item.apply(use) + "</li>")
            .collect(joining("", "<ul>", "</ul>"))
        + others;
  }
}
