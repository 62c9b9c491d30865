package dev.warder.analysis.reference;

import static java.util.stream.Collectors.joining;

import dev.warder.analysis.reference.Entries.CapabilityEntry;
import dev.warder.analysis.reference.Entries.InCommand;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reference as Markdown. */
final class MarkdownPage {
  private static final Markdown MARKDOWN = new Markdown();
  private static final MarkupWords WORDS = new MarkupWords(MARKDOWN);
  private static final String BREAK = "<br>";

  private final Catalogue catalogue;
  private final Entries entries;
  private final StringBuilder page = new StringBuilder();

  MarkdownPage(Catalogue catalogue, Entries entries) {
    this.catalogue = catalogue;
    this.entries = entries;
  }

  String render() {
    head();
    capabilities();
    operations();
    commands();
    foot();
    return page.toString();
  }

  private void head() {
    page.append("# ")
        .append(MARKDOWN.text(catalogue.title()))
        .append(": capabilities\n\nThis page says which capabilities an access token needs.\n\n")
        .append(Markdown.item("catalogue: " + MARKDOWN.code(catalogue.name())))
        .append(Markdown.item("version: " + MARKDOWN.text(catalogue.version())))
        .append(Markdown.item(MarkupWords.counts(catalogue)));
    catalogue
        .documentation()
        .map(address -> Markdown.item("the provider's documentation: " + link(address)))
        .ifPresent(page::append);
    page.append("\n");
  }

  /** An address has neither angle brackets nor spaces nor backslashes. */
  private static String link(String address) {
    return "<" + address + ">";
  }

  private void capabilities() {
    page.append("## Capabilities\n\n")
        .append(Markdown.item("*with others*: this capability alone is not enough."))
        .append(Markdown.item("*if NAME*: the command needs it only in the case NAME."))
        .append("\n")
        .append(Markdown.head("Dashboard label", "Raw capability", "Operations", "CLI commands"));
    @Nullable Category category = null;
    for (CapabilityEntry entry : entries.capabilities()) {
      if (!entry.capability().category().equals(category)) {
        category = entry.capability().category();
        page.append(Markdown.row(MARKDOWN.strong(MARKDOWN.text(category.label())), "", "", ""));
      }
      page.append(
          Markdown.row(
              MARKDOWN.text(entry.capability().label()),
              raw(entry.capability()),
              entry.operations().stream()
                  .map(use -> path(use.operation()) + together(use.together()))
                  .collect(joining(BREAK)),
              entry.commands().stream().map(MarkdownPage::use).collect(joining(BREAK))));
    }
    page.append("\n");
  }

  private static String raw(Capability capability) {
    List<String> parts = new ArrayList<>();
    parts.add(MARKDOWN.code(capability.raw()));
    if (!capability.implies().isEmpty()) {
      parts.add("implies " + WORDS.codes(capability.implies()));
    }
    capability.escalates().ifPresent(how -> parts.add("escalates: " + MARKDOWN.prose(how)));
    return String.join(BREAK, parts);
  }

  private static String path(Operation operation) {
    return MARKDOWN.code(operation.method() + " " + operation.template());
  }

  private static String use(InCommand use) {
    String name = MARKDOWN.code(use.command().name());
    if (!use.when().isEmpty()) {
      return use.when().stream().map(MARKDOWN::code).collect(joining(" or ", name + " (if ", ")"));
    }
    return name + together(use.together());
  }

  private static String together(boolean together) {
    return together ? " (with others)" : "";
  }

  private void operations() {
    page.append("## Operations\n\n")
        .append(Markdown.head("Operation", "Method", "Path", "Summary", "Requires", "Account"));
    for (Operation operation : catalogue.operations()) {
      String id = MARKDOWN.code(operation.id());
      page.append(
          Markdown.row(
              operation.documentation().map(address -> id + BREAK + link(address)).orElse(id),
              MARKDOWN.code(operation.method()),
              MARKDOWN.code(operation.template().toString()),
              MARKDOWN.prose(operation.summary()),
              WORDS.requirement(operation.requirement()),
              WORDS.account(operation.accountRule())));
    }
    page.append("\n");
  }

  private void commands() {
    if (entries.commands().isEmpty()) {
      return;
    }
    page.append("## Commands\n\n")
        .append(
            Markdown.head(
                "Command", "Documented", "Really needs", "In some cases also", "Difference"));
    for (CommandEntry entry : entries.commands()) {
      page.append(
          Markdown.row(
              name(entry.command()),
              entry.command().documented().map(WORDS::requirement).orElse(""),
              entry.command().calls().isEmpty() ? "" : WORDS.needs(entry.always()),
              entry.when().stream().map(further -> further(entry, further)).collect(joining(BREAK)),
              entry.differences().stream()
                  .map(difference -> WORDS.difference(entry, difference))
                  .filter(words -> !words.isEmpty())
                  .collect(joining(BREAK))));
    }
    page.append("\n");
  }

  private static String name(Command command) {
    List<String> parts = new ArrayList<>();
    parts.add(MARKDOWN.code(command.name()));
    if (!command.aliases().isEmpty()) {
      parts.add("also " + WORDS.codes(command.aliases()));
    }
    if (!command.former().isEmpty()) {
      parts.add("formerly " + WORDS.codes(command.former()));
    }
    return String.join(BREAK, parts);
  }

  private static String further(CommandEntry entry, CommandEntry.Further further) {
    return MARKDOWN.code(further.condition().name())
        + " ("
        + MARKDOWN.prose(further.condition().description())
        + "): "
        + WORDS.further(entry, further);
  }

  private void foot() {
    page.append("---\n\nFingerprint of the catalogue: ")
        .append(MARKDOWN.code(catalogue.fingerprint()))
        .append("\n\nMade from the catalogue by `warder reference`: edit the catalogue instead.\n");
  }
}
