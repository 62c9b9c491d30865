package dev.warder.analysis.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The reference as one HTML page. Its policy for content allows the page's own style and script, by
 * their hashes, and nothing else; so even markup that got past the escaping would run nothing and
 * load nothing.
 */
final class HtmlPage {
  private static final Html HTML = new Html();
  private static final List<String> STYLES = List.of("page.css", "tables.css", "build.css");
  private static final List<String> SCRIPTS =
      List.of(
          "index.js",
          "needs.js",
          "can.js",
          "near.js",
          "search.js",
          "picks.js",
          "address.js",
          "answers.js",
          "build.js",
          "page.js");

  private final Catalogue catalogue;
  private final Entries entries;

  HtmlPage(Catalogue catalogue, Entries entries) {
    this.catalogue = catalogue;
    this.entries = entries;
  }

  String render() {
    String style = resources(STYLES);
    String script = resources(SCRIPTS);
    Map<String, String> values =
        ImmutableMap.<String, String>builder()
            .put("style", style)
            .put("styleHash", hash(style))
            .put("script", script)
            .put("scriptHash", hash(script))
            .put("title", HTML.text(catalogue.title()))
            .put("facts", facts())
            .put("commandsLink", hasCommands() ? " <a href=\"#commands\">Commands</a>" : "")
            .put("capabilities", new HtmlMatrix(entries.capabilities()).render())
            .put("operations", HtmlRows.operations(catalogue).render())
            .put("commands", commands())
            .put("name", HTML.text(catalogue.name()))
            .put("version", HTML.text(catalogue.version()))
            .put("fingerprint", catalogue.fingerprint())
            .put("data", new JsonDocument(catalogue, entries).render())
            .buildOrThrow();
    return filled(resource("page.html"), values);
  }

  private boolean hasCommands() {
    return !entries.commands().isEmpty();
  }

  private String facts() {
    String facts =
        "Version " + HTML.text(catalogue.version()) + ": " + MarkupWords.counts(catalogue);
    return catalogue
        .documentation()
        .map(address -> facts + ". " + HTML.address(address, "The provider's documentation"))
        .orElse(facts);
  }

  private String commands() {
    if (!hasCommands()) {
      return "";
    }
    String remark =
        HtmlRows.areDocumented(entries.commands())
            ? " A remark says what the documentation leaves out, or names without need."
            : "";
    return """
    <section id="commands" aria-labelledby="commands-title">
    <h2 id="commands-title">Commands</h2>
    <p class="legend">What the calls of each command need.%s<span class="scripted"> Choose commands \
    and cases to see the least capabilities for all of them.</span></p>
    %s
    </section>"""
        .formatted(remark, HtmlRows.commands(entries.commands()).render());
  }

  /** Fills a template in one pass, so that nothing filled in is taken for a place to fill. */
  private static String filled(String template, Map<String, String> values) {
    StringBuilder page = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf("[["); open >= 0; open = template.indexOf("[[", from)) {
      int close = template.indexOf("]]", open);
      page.append(template, from, open).append(values.get(template.substring(open + 2, close)));
      from = close + 2;
    }
    return page.append(template, from, template.length()).toString();
  }

  private static String hash(String content) {
    return "sha256-"
        + Base64.getEncoder().encodeToString(Hashing.sha256().hashString(content, UTF_8).asBytes());
  }

  private static String resources(List<String> names) {
    return names.stream().map(HtmlPage::resource).collect(joining());
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(HtmlPage.class, name), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
