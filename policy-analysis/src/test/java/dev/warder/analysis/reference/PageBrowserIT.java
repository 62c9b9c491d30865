package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import dev.warder.model.RandomCatalogues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, as people use it. */
class PageBrowserIT {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String SHOWN_ROWS = "#main tbody tr:not(.group)";

  @TempDir static Path folder;
  private static Chromium chromium;
  private static Path controlApi;

  private Tab tab;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start(folder.resolve("profile"));
    controlApi = page("control-api", ControlApi.catalogue());
  }

  @AfterAll
  static void stop() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openTab() {
    tab = chromium.tab().viewport(1280, 900).scheme("light");
  }

  @AfterEach
  void closeTab() {
    assertThat(tab.complaints()).isEmpty();
    tab.close();
  }

  private static Path page(String name, Catalogue catalogue) throws Exception {
    return Files.writeString(folder.resolve(name + ".html"), Reference.of(catalogue).html());
  }

  private List<String> texts(String selector) {
    return strings(
        tab.call(
            "s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility())"
                + ".map(e => e.innerText.trim())",
            selector));
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(each -> strings.add(each.asText()));
    return strings;
  }

  private String text(String selector) {
    return String.join("|", texts(selector));
  }

  private void search(String terms) {
    tab.call(
        "terms => { const box = document.getElementById('search'); box.value = terms;"
            + " box.dispatchEvent(new Event('input')); }",
        terms);
  }

  /** Ticks or unticks the box with this name. */
  private void tick(String name) {
    tab.call(
        "name => [...document.querySelectorAll('main label')]"
            + ".find(label => label.innerText.trim() === name).click()",
        name);
  }

  @Test
  void opened_asksForNothingButItself() {
    tab.open(controlApi);
    assertThat(tab.requests().stream().filter(url -> !url.startsWith("data:")))
        .containsExactly(controlApi.toUri().toString());
    assertThat(texts(SHOWN_ROWS)).hasSize(11 + 24 + 33);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Read Integration; 1 capability, 2 operations, 5 commands",
        "read:rule; 1 capability, 2 operations, 4 commands",
        "READ RULE; 2 capabilities, 3 operations, 9 commands",
        "/pkcs12; 0 capabilities, 1 operation, 0 commands",
        "ably queues delete; 0 capabilities, 0 operations, 1 command",
        "apps channel-rules delete; 0 capabilities, 0 operations, 1 command",
        "delete queue; 0 capabilities, 1 operation, 1 command",
        "no such thing; 0 capabilities, 0 operations, 0 commands",
        "'  '; ''",
      })
  void search_showsWhatHasAllTerms(String terms, String found) {
    tab.open(controlApi);
    search(terms);
    assertThat(text("#found")).isEqualTo(found);
    if (!found.isEmpty()) {
      assertThat(texts(SHOWN_ROWS))
          .hasSize(
              List.of(found.split("\\D+")).stream()
                  .filter(number -> !number.isEmpty())
                  .mapToInt(Integer::parseInt)
                  .sum());
    }
  }

  @Test
  void linkToAHiddenRow_bringsItBack() {
    tab.open(controlApi);
    search("queue");
    tab.evaluate("location.hash = '#command/ably%20apps%20list'");
    tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    assertThat(text("tr:target .path, tr:target label")).isEqualTo("ably apps list");
  }

  @Test
  void picker_ofCommands_needsTheLeast() {
    tab.open(controlApi);
    tick("ably apps delete");
    tick("ably queues list");
    assertThat(texts("#needs .least code")).containsExactly("read:app", "write:app", "read:queue");
    assertThat(texts("#needs-ticked li span"))
        .containsExactly("ably apps delete", "ably queues list");
    tab.evaluate("document.querySelector('#needs .least button').click()");
    assertThat(texts("#can-ticked li span")).containsExactly("read:app", "write:app", "read:queue");
    assertThat(text("#can")).isEqualTo("Allowed: 6 of 24 operations, 13 of 33 commands.");
    tab.evaluate("document.getElementById('needs-clear').click()");
    assertThat(texts("#needs-ticked li")).isEmpty();
    assertThat(texts("tr.ticked label")).containsExactly("Read App", "Write App", "Read Queue");
  }

  @Test
  void picker_ofAnUnmappedOperation_saysThatNobodyIsAllowed() {
    tab.open(controlApi);
    tick("POST /v1/apps/{id}/pkcs12");
    assertThat(text("#needs"))
        .isEqualTo("Nobody is allowed update-app-pkcs12: the provider has not said what it needs.");
    tick("GET /v1/me");
    tick("POST /v1/apps/{id}/pkcs12");
    assertThat(text("#needs")).isEqualTo("Any token, whatever it carries.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void picker_ofRandomSelections_agreesWithTheLibrary(long seed) throws Exception {
    Catalogue catalogue = seed == 1 ? ControlApi.catalogue() : RandomCatalogues.large(seed, 60);
    tab.open(page("random-" + seed, catalogue));
    PageOracle oracle = new PageOracle(catalogue, seed);
    for (int i = 0; i < 60; i++) {
      PageOracle.Selection selection = oracle.select();
      assertThat(strings(tab.call(PageOracle.PICK_NEEDS, selection.needs())))
          .as("needs of %s", selection)
          .containsExactlyElementsOf(oracle.least(selection));
      assertThat(strings(tab.call(PageOracle.PICK_CAN, selection.capabilities())))
          .as("what %s allows", selection)
          .containsExactlyInAnyOrderElementsOf(oracle.allowed(selection));
    }
  }

  @Test
  void keyboardAlone_searchesAndPicks() {
    tab.open(controlApi);
    tab.press(Tab.Key.TAB);
    assertThat(focused()).isEqualTo("Skip to the reference");
    tab.press(Tab.Key.ENTER);
    tab.press(Tab.Key.TAB);
    assertThat(focused()).isEqualTo("Read App");
    tab.type("/");
    assertThat(tab.evaluate("document.activeElement.id").asText()).isEqualTo("search");
    tab.type("ably queues delete");
    assertThat(text("#found")).isEqualTo("0 capabilities, 0 operations, 1 command");
    for (int i = 0; i < 20 && !focused().equals("ably queues delete"); i++) {
      tab.press(Tab.Key.TAB);
    }
    tab.press(Tab.Key.SPACE);
    assertThat(texts("#needs .least code")).containsExactly("read:queue", "write:queue");
    tab.press(Tab.Key.TAB);
    tab.press(Tab.Key.SPACE);
    assertThat(texts("#needs .least code"))
        .containsExactly("read:app", "read:queue", "write:queue");
    assertThat(texts("#needs-ticked li span")).containsExactly("ably queues delete (app)");
    tab.press(Tab.Key.TAB);
    assertThat(focusedName()).isEqualTo("Clear operations and commands");
    tab.press(Tab.Key.TAB);
    assertThat(focusedName()).isEqualTo("Remove ably queues delete (app)");
    tab.press(Tab.Key.ENTER);
    assertThat(texts("#needs-ticked li")).isEmpty();
    tab.pressWithShift(Tab.Key.TAB);
    tab.type("/");
    tab.press(Tab.Key.ESCAPE);
    assertThat(texts(SHOWN_ROWS)).hasSize(11 + 24 + 33);
  }

  private String focused() {
    return tab.evaluate(
            "(document.activeElement.closest('label') ?? document.activeElement).innerText.trim()")
        .asText();
  }

  private String focusedName() {
    return tab.evaluate("document.activeElement.ariaLabel").asText();
  }

  @Test
  void everyStop_showsItsFocus() {
    tab.open(controlApi);
    for (int i = 0; i < 12; i++) {
      tab.press(Tab.Key.TAB);
      assertThat(tab.evaluate("getComputedStyle(document.activeElement).outlineStyle").asText())
          .as(focused())
          .isNotEqualTo("none");
    }
  }

  @Test
  void hostileTexts_areShownLetterByLetter() throws Exception {
    Catalogue hostile = HostileCatalogue.CATALOGUE;
    tab.open(page("hostile", hostile));
    assertThat(tab.evaluate("globalThis.pwned ?? 0").asInt()).isZero();
    assertThat(tab.evaluate("document.scripts.length").asInt()).isEqualTo(2);
    assertThat(tab.evaluate("document.querySelectorAll('img, iframe, svg, object').length").asInt())
        .isZero();
    assertThat(tab.evaluate("document.title").asText())
        .isEqualTo(hostile.title() + ": capabilities");
    assertThat(texts("#capabilities th[scope=row] label"))
        .containsExactlyElementsOf(hostile.capabilities().stream().map(c -> c.label()).toList());
    for (String label : texts("#main tbody label")) {
      tick(label);
    }
    search("<");
    assertThat(tab.evaluate("globalThis.pwned ?? 0").asInt()).isZero();
    assertThat(tab.evaluate("document.scripts.length").asInt()).isEqualTo(2);
    assertThat(tab.requests().stream().filter(url -> !url.startsWith("data:"))).hasSize(1);
  }

  @Test
  void narrowScreen_needsNoScrollingSideways() throws Exception {
    for (Catalogue catalogue : List.of(ControlApi.catalogue(), HostileCatalogue.CATALOGUE)) {
      tab.viewport(360, 740).open(page("narrow", catalogue));
      tab.evaluate("document.querySelectorAll('main input').forEach(box => box.click())");
      tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
      assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(360);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "light, 1280, false",
    "dark, 1280, false",
    "light, 360, false",
    "dark, 360, false",
    "light, 1280, true",
    "dark, 1280, true"
  })
  void everyText_hasContrast(String scheme, int width, boolean toggled) {
    tab.scheme(scheme).viewport(width, 900).open(controlApi);
    if (toggled) {
      tab.evaluate("document.getElementById('theme').click()");
    }
    tick("ably apps delete");
    tick("POST /v1/apps/{id}/pkcs12");
    tick("Read App");
    tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    JsonNode poor = tab.evaluate(PageOracle.POOR_CONTRAST);
    assertThat(poor.get("looked").asInt()).isGreaterThan(300);
    assertThat(strings(poor.get("poor"))).isEmpty();
  }

  @Test
  void everyControl_hasAName() {
    tab.open(controlApi);
    tick("ably apps delete");
    tick("Read App");
    List<String> nameless = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    for (JsonNode node : tab.send("Accessibility.getFullAXTree", Tab.object()).get("nodes")) {
      String role = node.at("/role/value").asText();
      roles.add(role);
      boolean isControl =
          List.of("checkbox", "button", "link", "searchbox", "textbox", "table", "region")
              .contains(role);
      if (isControl && !role.equals("table") && node.at("/name/value").asText().isBlank()) {
        nameless.add(node.toString());
      }
    }
    assertThat(nameless).isEmpty();
    assertThat(roles)
        .contains("banner", "search", "navigation", "main", "complementary", "contentinfo")
        .contains("heading", "table", "rowheader", "columnheader", "status");
    assertThat(roles.stream().filter("checkbox"::equals).count()).isGreaterThan(68);
  }

  /** A search touches only rows that were shown, or are shown now. */
  @Test
  void manyOperations_areShownInPartsAndSearchedAtOnce() throws Exception {
    Catalogue many = RandomCatalogues.large(7, 10_000);
    tab.open(page("many", many));
    assertThat(texts("#operations tbody tr")).hasSize(100);
    assertThat(text("#operations .more span")).isEqualTo("100 of 10,000 operations shown.");
    tab.evaluate("document.querySelector('#operations .more button').click()");
    assertThat(texts("#operations tbody tr")).hasSize(200);
    String last = many.operations().get(9_999).id();
    int before = texts(SHOWN_ROWS).size();
    int touched =
        tab.call(
                "terms => { const box = document.getElementById('search'); box.value = terms;"
                    + " const observer = new MutationObserver(() => {});"
                    + " observer.observe(document.getElementById('main'),"
                    + " {subtree: true, attributeFilter: ['class']});"
                    + " box.dispatchEvent(new Event('input'));"
                    + " const touched = observer.takeRecords().map(record => record.target);"
                    + " observer.disconnect(); return new Set(touched).size; }",
                last)
            .asInt();
    assertThat(touched).isBetween(200, before + texts(SHOWN_ROWS).size());
    assertThat(texts("#operations tbody tr .note")).anyMatch(note -> note.startsWith(last));
    tab.call(
        "id => document.getElementById('operation/' + id).querySelector('input').click()", last);
    assertThat(texts("#needs-ticked li")).hasSize(1);
  }

  @Test
  void withoutScripts_everythingCanBeRead() {
    tab.scripts(false).open(controlApi);
    assertThat(texts(SHOWN_ROWS)).hasSize(11 + 24 + 33);
    assertThat(texts("aside, .bar, main input, #theme, .more")).isEmpty();
  }

  @Test
  void printed_hasNeitherControlsNorPicker() {
    tab.open(controlApi);
    tab.send("Emulation.setEmulatedMedia", Tab.object().put("media", "print"));
    assertThat(texts("aside, .bar, main input, #theme, .more")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"light, 360, 740", "dark, 360, 740", "light, 1280, 900", "dark, 1280, 900"})
  void screenshots_areTaken(String scheme, int width, int height) {
    tab.scheme(scheme).viewport(width, height).open(controlApi);
    String name = "reference-" + width + "-" + scheme;
    tab.screenshot(SCREENSHOTS.resolve(name + "-top.png"));
    tick("ably apps delete");
    tick("ably queues list");
    tick("Read App");
    search("queue");
    tab.screenshot(SCREENSHOTS.resolve(name + "-search.png"));
    search("");
    tab.evaluate("document.getElementById('commands').scrollIntoView()");
    tab.screenshot(SCREENSHOTS.resolve(name + "-commands.png"));
    tab.evaluate("document.getElementById('operations').scrollIntoView()");
    tab.screenshot(SCREENSHOTS.resolve(name + "-operations.png"));
    tab.evaluate("document.getElementById('picker').scrollIntoView()");
    tab.evaluate("document.querySelectorAll('aside details').forEach(each => each.open = true)");
    tab.screenshot(SCREENSHOTS.resolve(name + "-picker.png"));
  }
}
