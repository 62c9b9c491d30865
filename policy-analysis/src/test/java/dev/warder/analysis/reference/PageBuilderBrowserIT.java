package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.ControlApi;
import dev.warder.model.RandomCatalogues;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Build a token": the answers to what is chosen, its address, and what can be copied. */
class PageBuilderBrowserIT {
  @RegisterExtension final BrowserPage page = new BrowserPage();

  @Test
  void nothingChosen_isAWorkedExample_thatCanBeTried() {
    page.open();
    assertThat(page.text("#summary")).isEqualTo("Nothing chosen yet.");
    assertThat(page.text("#example p:nth-of-type(2)"))
        .isEqualTo("A token for ably apps update and ably integrations list needs at least:");
    assertThat(page.texts("#example .capability"))
        .containsExactly("Read App read:app", "Write App write:app", "Read Integration read:rule");
    String command = "warder token create my-token -c read:app -c write:app -c read:rule";
    assertThat(page.text("#example pre")).isEqualTo(command);
    page.click("#example button");
    assertThat(page.texts("#example")).isEmpty();
    assertThat(page.texts("#wanted-choices li span"))
        .containsExactly("ably apps update", "ably integrations list");
    assertThat(page.text("#create")).isEqualTo(command);
  }

  @Test
  void catalogueWhereNothingNeedsACapability_hasNoExample() throws Exception {
    Catalogue open =
        CatalogueReader.parse(
            "open.yaml",
            """
            catalogue: open
            format: 1
            version: "1"
            title: Open
            categories: {}
            capabilities: {}
            operations:
              get: {method: GET, path: /a, summary: Get, requires: public}
            """);
    page.open("open", open);
    assertThat(page.texts("#example pre, #example-title")).isEmpty();
    page.choose("GET /a");
    assertThat(page.text("#needs")).isEqualTo("Nothing, not even a token.");
  }

  @Test
  void commandsChosen_needTheLeast_withLabels() {
    page.open();
    page.choose("ably apps delete");
    page.choose("ably queues list");
    assertThat(page.texts("#needs .capability"))
        .containsExactly("Read App read:app", "Write App write:app", "Read Queue read:queue");
    assertThat(page.text("#can")).isEqualTo("Allows 6 of 24 operations and 13 of 33 commands.");
    assertThat(page.text("#summary"))
        .isEqualTo("3 capabilities. Allows 6 of 24 operations and 13 of 33 commands.");
    page.click("#needs .least button");
    assertThat(page.texts("#carried-choices li > span"))
        .containsExactly("Read App read:app", "Write App write:app", "Read Queue read:queue");
    page.click("#wanted-clear");
    assertThat(page.texts("#wanted-choices li")).isEmpty();
    assertThat(page.texts(".is-chosen .label"))
        .containsExactly("Read App", "Write App", "Read Queue");
  }

  @Test
  void capabilitiesThatAreNotEnough_sayWhatIsMissing_andAddIt() {
    page.open();
    page.choose("ably apps update");
    page.choose("Write App");
    assertThat(page.text("#short"))
        .isEqualTo("Not enough for what it must do: misses Read App read:app. Add");
    page.click("#short button");
    assertThat(page.text("#short")).isEmpty();
    assertThat(page.text("#raws")).isEqualTo("read:app,write:app");
  }

  @Test
  void whatIsMissing_isToldWithLabels() {
    page.open();
    page.choose("Read App");
    page.click("#can-lists details:nth-of-type(4) summary");
    page.settle();
    assertThat(page.text("#can-lists details:nth-of-type(4) li:first-child .note"))
        .isEqualTo("misses Write App write:app");
  }

  @Test
  void unmappedOperationChosen_saysThatNobodyIsAllowed() {
    page.open();
    page.choose("POST /v1/apps/{id}/pkcs12");
    assertThat(page.text("#needs"))
        .isEqualTo("Nobody is allowed update-app-pkcs12: the provider has not said what it needs.");
    assertThat(page.texts("#make")).isEmpty();
    page.choose("GET /v1/me");
    page.choose("POST /v1/apps/{id}/pkcs12");
    assertThat(page.text("#needs")).isEqualTo("Any token, whatever it carries.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomChoices_agreeWithTheLibrary(long seed) {
    Catalogue catalogue = seed == 1 ? ControlApi.catalogue() : RandomCatalogues.large(seed, 60);
    page.open("random-" + seed, catalogue);
    PageOracle oracle = new PageOracle(catalogue, seed);
    for (int i = 0; i < 60; i++) {
      PageOracle.Selection selection = oracle.select();
      assertThat(BrowserPage.strings(page.tab().call(PageOracle.PICK_NEEDS, selection.needs())))
          .as("needs of %s", selection)
          .containsExactlyElementsOf(oracle.least(selection));
      assertThat(
              BrowserPage.strings(page.tab().call(PageOracle.PICK_CAN, selection.capabilities())))
          .as("what %s allows", selection)
          .containsExactlyInAnyOrderElementsOf(oracle.allowed(selection));
    }
  }

  @Test
  void choices_areInTheAddress_andTheLinkBringsThemBack() {
    Path file = page.open();
    page.choose("Read Queue");
    page.choose("GET /v1/apps/{app_id}/keys");
    page.choose("ably apps delete");
    page.chooseCase("ably push config set-apns", "sandbox");
    page.chooseCase("ably push config set-apns", "app");
    String fragment =
        "#build?capability=read:queue&operation=list-keys&command=ably+apps+delete"
            + "&command=ably+push+config+set-apns&case=sandbox&case=app";
    assertThat(page.awaitFragment(fragment)).isEqualTo(fragment);
    String needed = page.text("#needs");
    page.newTab().open(file, fragment);
    assertThat(page.texts("#wanted-choices li > span"))
        .containsExactly(
            "GET /v1/apps/{app_id}/keys",
            "ably apps delete",
            "ably push config set-apns (sandbox, app)");
    assertThat(page.texts("#carried-choices li > span")).containsExactly("Read Queue read:queue");
    assertThat(page.text("#needs")).isEqualTo(needed);
    assertThat(page.texts("#lacking")).isEmpty();
    assertThat(page.number("document.querySelectorAll('main input:checked').length")).isEqualTo(5);
  }

  @Test
  void choicesOfHostileNames_comeBackToo() {
    Path file = page.open("hostile", HostileCatalogue.CATALOGUE);
    page.tab().evaluate("document.querySelectorAll('main input').forEach(box => box.click())");
    String chosen = page.text(".choices");
    String link = page.tab().evaluate("document.getElementById('link').textContent").asText();
    page.newTab().open(file, link.substring(link.indexOf('#')));
    assertThat(page.text(".choices")).isEqualTo(chosen);
    assertThat(page.number("globalThis.pwned ?? 0")).isZero();
  }

  @Test
  void address_withNamesThatTheCatalogueLacks_saysWhich() {
    page.tab()
        .open(
            page.file("control-api", ControlApi.catalogue()),
            "#build?capability=read:app&capability=%3Cb%3Eno&command=ably+apps+list&case=none"
                + "&operation=__proto__&case=app&other=x");
    assertThat(page.text("#lacking"))
        .isEqualTo(
            "The link also names what this catalogue does not have: <b>no, none, __proto__, app,"
                + " x.");
    assertThat(page.text("#raws")).isEqualTo("read:app");
    assertThat(page.texts("#wanted-choices li > span")).containsExactly("ably apps list");
  }

  @Test
  void address_withACommandTwice_keepsItsCases() {
    String command = "&command=ably+push+config+set-apns";
    page.tab()
        .open(
            page.file("control-api", ControlApi.catalogue()),
            "#build?other" + command + "&case=sandbox" + command + "&case=app");
    assertThat(page.texts("#wanted-choices li > span"))
        .containsExactly("ably push config set-apns (sandbox, app)");
  }

  @Test
  void address_withManyLongNames_isShownInPart() {
    page.tab()
        .open(
            page.file("control-api", ControlApi.catalogue()),
            "#build?" + ("capability=" + "x".repeat(61) + "&").repeat(7));
    assertThat(page.text("#lacking"))
        .endsWith(": " + ("x".repeat(60) + "…, ").repeat(4) + "x".repeat(60) + "… and 2 more.");
  }

  @Test
  void address_changed_changesWhatIsChosen_andALinkToARowKeepsIt() {
    page.open();
    page.choose("Read App");
    page.awaitFragment("#build?capability=read:app");
    page.tab().evaluate("location.hash = '#build?command=ably+queues+list'");
    page.settle();
    assertThat(page.texts("#carried-choices li")).isEmpty();
    assertThat(page.texts("#wanted-choices li > span")).containsExactly("ably queues list");
    page.tab().evaluate("location.hash = '#operation/list-apps'");
    assertThat(page.awaitFragment("#build?command=ably+queues+list"))
        .isEqualTo("#build?command=ably+queues+list");
    assertThat(page.text("tr:target label")).isEqualTo("GET /v1/accounts/{account_id}/apps");
    page.click("#wanted-clear");
    assertThat(page.awaitFragment("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "raws | read:app,write:app",
        "create | warder token create my-token -c read:app -c write:app",
      })
  void copied_isInTheClipboard(String what, String text) {
    page.tab().clipboard("granted");
    page.open();
    page.choose("ably apps update");
    page.focus("[data-copies=" + what + "]");
    page.tab().press(Tab.Key.ENTER);
    assertThat(page.awaitText("#copied")).isEqualTo("Copied.");
    assertThat(page.tab().evaluate("navigator.clipboard.readText()").asText()).isEqualTo(text);
  }

  @Test
  void copiedLink_hasTheChoicesAtOnce() {
    page.tab().clipboard("granted");
    Path file = page.open();
    page.choose("Read App");
    page.focus("[data-copies=link]");
    page.tab().press(Tab.Key.ENTER);
    assertThat(page.awaitText("#copied")).isEqualTo("Copied.");
    assertThat(page.tab().evaluate("navigator.clipboard.readText()").asText())
        .isEqualTo(file.toUri() + "#build?capability=read:app");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raws", "create", "link"})
  void clipboardRefused_textIsSelected(String what) {
    page.tab().clipboard("denied");
    page.open();
    page.choose("ably apps update");
    page.focus("[data-copies=" + what + "]");
    page.tab().press(Tab.Key.ENTER);
    assertThat(page.awaitText("#copied"))
        .isEqualTo(
            "The browser did not allow copying. The text is selected: press Ctrl+C, on a Mac"
                + " Command+C.");
    assertThat(page.tab().evaluate("String(getSelection())").asText())
        .isEqualTo(page.text("#" + what))
        .isNotEmpty();
  }

  @Test
  void createCommand_quotesForTheShell() throws Exception {
    Catalogue odd =
        CatalogueReader.parse(
            "odd.yaml",
            """
            catalogue: odd
            format: 1
            version: "1"
            title: Odd
            categories: {a: A}
            capabilities:
              "it's$x": {label: One, category: a}
              "-v": {label: Two, category: a}
              "a&b": {label: Three, category: a}
            operations:
              get: {method: GET, path: /a, summary: Get, requires: "-v"}
            """);
    page.open("odd", odd);
    page.choose("One");
    page.choose("Two");
    page.choose("Three");
    assertThat(page.text("#create"))
        .isEqualTo("warder token create my-token -c 'it'\\''s$x' --capability=-v -c 'a&b'");
  }
}
