package dev.warder.analysis.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The reference as one HTML page. Its policy for content allows the page's own style and script, by
 * their hashes, and nothing else; so even markup that got past the escaping would run nothing and
 * load nothing.
 */
final class HtmlPage {
  private static final Html HTML = new Html();
  private static final String[] SCRIPTS = {
    "index.js", "needs.js", "can.js", "search.js", "picker.js"
  };

  private final Catalogue catalogue;
  private final Entries entries;

  HtmlPage(Catalogue catalogue, Entries entries) {
    this.catalogue = catalogue;
    this.entries = entries;
  }

  String render() {
    String style = resource("page.css");
    StringBuilder script = new StringBuilder();
    Stream.of(SCRIPTS).map(HtmlPage::resource).forEach(script::append);
    Map<String, String> values =
        ImmutableMap.<String, String>builder()
            .put("style", style)
            .put("styleHash", hash(style))
            .put("script", script.toString())
            .put("scriptHash", hash(script.toString()))
            .put("title", HTML.text(catalogue.title()))
            .put("facts", facts())
            .put("commandsLink", hasCommands() ? " <a href=\"#commands\">Commands</a>" : "")
            .put("capabilities", HtmlRows.capabilities(entries.capabilities()).render())
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
    return hasCommands()
        ? """
        <section id="commands" aria-labelledby="commands-title">
        <h2 id="commands-title">Commands</h2>
        <p class="legend">What the provider documents for each command, and what its calls really need. Tick \
        commands and their conditions to see the least capabilities.</p>
        """
            + HtmlRows.commands(entries.commands()).render()
            + "\n</section>"
        : "";
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

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(HtmlPage.class, name), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
