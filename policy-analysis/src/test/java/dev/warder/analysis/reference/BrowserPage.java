package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The page in a tab of the browser that the tests of all classes share. Each test has a tab of its
 * own, and fails when the browser had anything to complain of.
 */
final class BrowserPage implements BeforeEachCallback, AfterEachCallback {
  /** The entries that are shown: capabilities, operations and commands. */
  static final String ENTRIES = "#main [data-kind]";

  private Shared shared;
  private Tab tab;

  /** The browser, and a folder for its profile and the pages. */
  private record Shared(Chromium chromium, Path folder) implements AutoCloseable {
    static Shared start() {
      try {
        Path folder = Files.createTempDirectory("page");
        return new Shared(Chromium.start(folder.resolve("profile")), folder);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() throws IOException {
      chromium.close();
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    ExtensionContext.Namespace own = ExtensionContext.Namespace.create(BrowserPage.class);
    shared =
        context
            .getRoot()
            .getStore(own)
            .getOrComputeIfAbsent(Shared.class, type -> Shared.start(), Shared.class);
    newTab();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(tab.complaints()).isEmpty();
    tab.close();
  }

  Tab tab() {
    return tab;
  }

  /** Goes on in a new tab, as who follows a link does. */
  Tab newTab() {
    if (tab != null) {
      afterEach(null);
    }
    tab = shared.chromium().tab().viewport(1280, 900).scheme("light");
    return tab;
  }

  /** Opens the Control API's page. */
  Path open() {
    return open("control-api", ControlApi.catalogue());
  }

  Path open(String name, Catalogue catalogue) {
    Path file = file(name, catalogue);
    tab.open(file);
    return file;
  }

  Path file(String name, Catalogue catalogue) {
    try {
      return Files.writeString(
          shared.folder().resolve(name + ".html"), Reference.of(catalogue).html());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the texts of what can be seen, without spaces around. */
  List<String> texts(String selector) {
    return strings(
        tab.call(
            "s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility())"
                + ".map(e => e.innerText.trim())",
            selector));
  }

  String text(String selector) {
    return String.join("|", texts(selector));
  }

  static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(each -> strings.add(each.asText()));
    return strings;
  }

  void search(String terms) {
    tab.call(
        "terms => { const box = document.getElementById('search'); box.value = terms;"
            + " box.dispatchEvent(new Event('input')); }",
        terms);
  }

  /** Chooses an entry, or takes it away: by a capability's label, a request or a command. */
  void choose(String name) {
    tab.call(
        "name => [...document.querySelectorAll('main label')].find(label =>"
            + " (label.querySelector('.label') ?? label).innerText.trim() === name).click()",
        name);
  }

  /** Chooses a case of a command, or takes it away. */
  void chooseCase(String command, String name) {
    tab.call(
        "([command, name]) => [...document.querySelectorAll('[data-kind=command]')]"
            + ".find(row => row.querySelector('th code').innerText === command)"
            + ".querySelectorAll('.when label').forEach(label =>"
            + " label.querySelector('code').innerText === name && label.click())",
        List.of(command, name));
  }

  void click(String selector) {
    tab.call("s => document.querySelector(s).click()", selector);
  }

  void focus(String selector) {
    tab.call("s => document.querySelector(s).focus()", selector);
  }

  /** Returns the text of what has the focus. */
  String focused() {
    return tab.evaluate(
            "(document.activeElement.closest('label') ?? document.activeElement).innerText.trim()")
        .asText();
  }

  /** Returns the name of what has the focus, where it is not its text. */
  String focusedName() {
    return tab.evaluate("document.activeElement.ariaLabel").asText();
  }

  /** Waits until all that was asked for so far is laid out. */
  void settle() {
    tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
  }

  /** Waits until the address ends with what is chosen, and returns that end. */
  String awaitFragment(String expected) {
    return await("location.hash", "hash => hash === " + quoted(expected));
  }

  /** Waits until something has a text, and returns it. */
  String awaitText(String selector) {
    return await(
        "document.querySelector(" + quoted(selector) + ").textContent", "text => text !== ''");
  }

  private String await(String expression, String condition) {
    return tab.evaluate(
            "(async () => { const isSo = "
                + condition
                + "; for (let i = 0; i < 500 && !isSo("
                + expression
                + "); i++) { await new Promise(done => setTimeout(done, 20)); } return "
                + expression
                + "; })()")
        .asText();
  }

  private static String quoted(String text) {
    return DevTools.JSON.valueToTree(text).toString();
  }

  int number(String expression) {
    return tab.evaluate(expression).asInt();
  }
}
