package dev.warder.analysis.reference;

import static java.util.stream.Collectors.joining;

import dev.warder.analysis.reference.Entries.CapabilityEntry;
import dev.warder.analysis.reference.Entries.InCommand;
import dev.warder.model.Access;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of the page's three tables. */
final class HtmlRows {
  /** More than these in one cell are folded. */
  private static final int MOST_USES = 12;

  /** More than these in one cell are not read, but searched. */
  private static final int MOST_FOLDED = 100;

  /** More alternatives than these are folded. */
  private static final int MOST_ALTERNATIVES = 8;

  private static final Html HTML = new Html();
  private static final MarkupWords WORDS = new MarkupWords(HTML);

  private HtmlRows() {}

  static HtmlTable capabilities(List<CapabilityEntry> entries) {
    HtmlTable table =
        new HtmlTable(
            "capabilities", "Dashboard label", "Raw capability", "Operations", "CLI commands");
    @Nullable Category category = null;
    for (CapabilityEntry entry : entries) {
      Capability capability = entry.capability();
      if (!capability.category().equals(category)) {
        category = capability.category();
        table.group(HTML.text(category.label()));
      }
      table.row(
          "capability",
          HTML.anchor("capability", capability.raw()),
          HtmlTable.box(HTML.text(capability.label())),
          raw(capability),
          uses(
              entry.operations(),
              use ->
                  HTML.link("operation", use.operation().id(), HTML.request(use.operation()))
                      + plus(use.together())),
          commandUses(entry.commands()));
    }
    return table;
  }

  private static String raw(Capability capability) {
    StringBuilder cell = new StringBuilder(HTML.code(capability.raw()));
    capability
        .access()
        .map(Access::word)
        .ifPresent(access -> cell.append(' ').append(HTML.span("badge " + access, access)));
    if (!capability.implies().isEmpty()) {
      cell.append(note("implies " + WORDS.codes(capability.implies())));
    }
    capability
        .escalates()
        .map(how -> "<strong>Escalates:</strong> " + HTML.text(how))
        .ifPresent(how -> cell.append(HTML.span("warn", how)));
    return cell.toString();
  }

  private static <T> String uses(List<T> uses, Function<T, String> item) {
    if (uses.size() <= MOST_USES) {
      return uses.isEmpty() ? "" : list(uses, item);
    }
    int more = uses.size() - MOST_USES;
    List<T> folded = uses.subList(MOST_USES, Math.min(uses.size(), MOST_USES + MOST_FOLDED));
    String others = more > MOST_FOLDED ? note("and others: search for the raw capability") : "";
    return list(uses.subList(0, MOST_USES), item)
        + HTML.details("and " + more + " more", list(folded, item) + others);
  }

  private static <T> String list(List<T> uses, Function<T, String> item) {
    return uses.stream()
        .map(use -> "<li>" + item.apply(use) + "</li>")
        .collect(joining("", "<ul>", "</ul>"));
  }

  /** The commands that need a capability only in a condition are folded, since they can be many. */
  private static String commandUses(List<InCommand> uses) {
    List<InCommand> always = uses.stream().filter(use -> use.when().isEmpty()).toList();
    List<InCommand> inConditions = uses.stream().filter(use -> !use.when().isEmpty()).toList();
    String folded =
        inConditions.isEmpty()
            ? ""
            : HTML.details(
                "in conditions: " + inConditions.size(), uses(inConditions, HtmlRows::use));
    return uses(always, HtmlRows::use) + folded;
  }

  private static String use(InCommand use) {
    String name = use.command().name();
    String link = HTML.link("command", name, HTML.code(name));
    return use.when().isEmpty()
        ? link + plus(use.together())
        : link + " (" + WORDS.codes(use.when()) + ")";
  }

  private static String plus(boolean together) {
    return together ? " <b class=\"plus\">+</b>" : "";
  }

  private static String note(String content) {
    return HTML.span("note", content);
  }

  static HtmlTable operations(Catalogue catalogue) {
    HtmlTable table = new HtmlTable("operations", "Operation", "Summary", "Requires", "Account");
    for (Operation operation : catalogue.operations()) {
      table.row(
          "operation",
          HTML.anchor("operation", operation.id()),
          HtmlTable.box(HTML.request(operation)),
          HTML.text(operation.summary())
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
    HtmlTable table =
        new HtmlTable("commands", "Command", "Documented", "Really needs", "In conditions also");
    for (CommandEntry entry : entries) {
      Command command = entry.command();
      String documented =
          command.documented().map(HtmlRows::requirement).orElse("")
              + entry.differences().stream()
                  .map(difference -> WORDS.difference(entry, difference))
                  .filter(words -> !words.isEmpty())
                  .map(words -> HTML.span("warn", words))
                  .collect(joining());
      table.row(
          "command",
          HTML.anchor("command", command.name()),
          name(command),
          documented,
          command.calls().isEmpty()
              ? ""
              : WORDS.needs(entry.always()) + note("calls " + WORDS.calls(command.calls())),
          entry.when().isEmpty()
              ? ""
              : entry.when().stream()
                  .map(further -> further(entry, further))
                  .collect(joining("", "<div class=\"when\">", "</div>")));
    }
    return table;
  }

  private static String name(Command command) {
    String name = HTML.code(command.name());
    return (command.calls().isEmpty()
            ? HTML.span("name", name) + note("tick a condition")
            : HtmlTable.box(name))
        + (command.aliases().isEmpty() ? "" : note("also " + WORDS.codes(command.aliases())))
        + (command.former().isEmpty() ? "" : note("formerly " + WORDS.codes(command.former())));
  }

  private static String further(CommandEntry entry, CommandEntry.Further further) {
    return HtmlTable.box(
        "<b>"
            + HTML.text(further.condition().name())
            + "</b> ("
            + HTML.text(further.condition().description())
            + "): "
            + WORDS.further(entry, further)
            + note("calls " + WORDS.calls(further.condition().calls())));
  }
}
