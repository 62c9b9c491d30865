package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where things stand on screens of several sizes, and that they stay there. */
class PageLayoutBrowserIT {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  @RegisterExtension final BrowserPage page = new BrowserPage();

  @ParameterizedTest
  @CsvSource({"1280, 4000", "390, 9000"})
  void controlApi_isNoHigherThan(int width, int most) {
    page.tab().viewport(width, 844);
    page.open();
    assertThat(page.number("document.documentElement.scrollHeight")).isLessThan(most);
  }

  /** A rule for one kind of list once caught the lists of rows that were chosen. */
  @ParameterizedTest
  @ValueSource(ints = {1280, 390})
  void choosing_movesNothing(int width) {
    page.tab().viewport(width, 844);
    page.open();
    page.tab()
        .evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)");
    assertThat(
            BrowserPage.strings(
                page.tab()
                    .evaluate(
                        """
                        (() => {
                          scrollTo(0, 700);
                          const places = () => [scrollY, ...[...document.querySelectorAll('main tr, main li, main .item')]
                            .map(each => each.getBoundingClientRect())
                            .flatMap(({left, top, width, height}) => [left, top, width, height])].join();
                          const before = places();
                          const moving = [];
                          for (const box of document.querySelectorAll('main input')) {
                            box.click();
                            if (places() !== before) {
                              moving.push(box.closest('[data-kind]').id);
                            }
                          }
                          return moving;
                        })()
                        """)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"#operations, 30", "#commands, 30"})
  void headingOfATable_staysBelowTheBar(String section, int row) {
    page.open();
    page.tab()
        .call(
            "([section, row]) => document.querySelector(section)"
                + ".querySelectorAll('tbody tr')[row - 10].scrollIntoView({block: 'center'})",
            List.of(section, row));
    page.settle();
    assertThat(
            page.number(
                "document.querySelector('"
                    + section
                    + " thead th').getBoundingClientRect().top"
                    + " - document.querySelector('.bar').getBoundingClientRect().bottom"))
        .isZero();
    assertThat(
            page.tab()
                .evaluate(
                    "(() => { const at = document.querySelector('"
                        + section
                        + " thead th').getBoundingClientRect();"
                        + " return document.elementFromPoint(at.left + 20, at.top + 10).innerText;"
                        + " })()")
                .asText())
        .isEqualTo(section.equals("#commands") ? "Command" : "Operation");
  }

  @Test
  void headingOfASection_staysOnAPhone() {
    page.tab().viewport(390, 844);
    page.open();
    page.tab().evaluate("document.getElementById('operation/list-queues').scrollIntoView()");
    page.settle();
    assertThat(
            page.number(
                "document.querySelector('#operations h2').getBoundingClientRect().top"
                    + " - document.querySelector('.bar').getBoundingClientRect().bottom"))
        .isZero();
    assertThat(
            page.number(
                "document.getElementById('operation/list-queues').getBoundingClientRect().top"
                    + " - document.querySelector('#operations h2').getBoundingClientRect().bottom"))
        .isBetween(-1, 40);
  }

  @ParameterizedTest
  @CsvSource({"1280, #operations thead th", "390, #operations h2"})
  void addressOfARow_showsItBelowBarAndHeading(int width, String heading) {
    page.tab().viewport(width, 844);
    page.tab().open(page.file("control-api", ControlApi.catalogue()), "#operation/list-queues");
    page.settle();
    assertThat(edge("tr:target", "top") - edge(heading, "bottom")).isBetween(-1, 40);
    assertThat(edge("tr:target", "bottom")).isLessThan(844);
  }

  @Test
  void phone_hasASheetAtTheBottom_thatOpensAndCloses() {
    page.tab().viewport(390, 844);
    page.open();
    assertThat(page.texts("#builder-title, #summary, #sheet, #builder-body"))
        .containsExactly("Build a token", "Nothing chosen yet.", "Show");
    assertThat(edge("#builder", "bottom")).isEqualTo(844);
    assertThat(edge("#builder", "height")).isLessThan(90);
    page.choose("ably apps update");
    assertThat(page.text("#summary")).startsWith("2 capabilities. Allows 5 of 24 operations");
    assertThat(page.texts("#needs")).isEmpty();
    page.focus("#sheet");
    page.tab().press(Tab.Key.ENTER);
    assertThat(page.text("#sheet")).isEqualTo("Hide");
    assertThat(page.tab().evaluate("document.getElementById('sheet').ariaExpanded").asText())
        .isEqualTo("true");
    assertThat(page.texts("#needs .capability"))
        .containsExactly("Read App read:app", "Write App write:app");
    assertThat(edge("#builder", "bottom")).isEqualTo(844);
    assertThat(edge("#builder", "top")).isGreaterThan(844 * 14 / 100);
    page.tab().press(Tab.Key.TAB);
    page.tab().press(Tab.Key.ESCAPE);
    assertThat(page.text("#sheet")).isEqualTo("Show");
    assertThat(page.focused()).isEqualTo("Show");
    assertThat(page.texts("#needs")).isEmpty();
  }

  @Test
  void phone_tappedHandle_opensTheSheet_andALinkInItClosesIt() {
    page.tab().viewport(390, 844);
    page.open();
    page.choose("Read App");
    page.tab().tap(40, 844 - 20);
    assertThat(page.text("#sheet")).isEqualTo("Hide");
    page.click("#can-lists summary");
    page.settle();
    page.click("#can-lists a");
    page.settle();
    assertThat(page.text("#sheet")).isEqualTo("Show");
    assertThat(page.text("tr:target label")).isEqualTo("GET /v1/accounts/{account_id}/apps");
  }

  @Test
  void wideScreen_hasTheBuilderBesideTheTables_withoutASheet() {
    page.open();
    assertThat(page.texts("#sheet")).isEmpty();
    assertThat(edge("#builder", "left")).isGreaterThanOrEqualTo(edge("#main", "right"));
  }

  private int edge(String selector, String edge) {
    return page.number(
        "Math.round(document.querySelector('%s').getBoundingClientRect().%s)"
            .formatted(selector, edge));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 390, 800})
  void narrowScreen_needsNoScrollingSideways(int width) {
    for (Catalogue catalogue : List.of(ControlApi.catalogue(), HostileCatalogue.CATALOGUE)) {
      page.tab().viewport(width, 740);
      page.open("narrow-" + catalogue.operations().size(), catalogue);
      page.tab().evaluate("document.querySelectorAll('main input').forEach(box => box.click())");
      page.click("#sheet");
      page.tab().evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
      assertThat(page.number("document.documentElement.scrollWidth")).isEqualTo(width);
      assertThat(page.number("document.getElementById('builder-body').scrollWidth"))
          .isLessThanOrEqualTo(width);
    }
  }

  @ParameterizedTest
  @CsvSource({"light, 390, 844", "dark, 390, 844", "light, 1280, 900", "dark, 1280, 900"})
  void screenshots_areTaken(String scheme, int width, int height) {
    page.tab().scheme(scheme).viewport(width, height);
    page.open();
    shot(scheme, width, "top");
    page.choose("ably apps delete");
    page.choose("ably queues list");
    page.search("ably apps update");
    shot(scheme, width, "search");
    page.search("");
    page.tab().evaluate("document.getElementById('operations').scrollIntoView()");
    shot(scheme, width, "operations");
    page.tab()
        .evaluate("document.getElementById('command/ably%20queues%20delete').scrollIntoView()");
    shot(scheme, width, "commands");
    page.tab().evaluate("document.getElementById('capabilities').scrollIntoView()");
    page.choose("Read App");
    page.tab()
        .evaluate(
            "document.querySelectorAll('aside details, #capabilities details')"
                + ".forEach((each, i) => { each.open = i < 3; })");
    if (width < 1000) {
      page.click("#sheet");
    }
    shot(scheme, width, "builder");
  }

  private void shot(String scheme, int width, String what) {
    page.settle();
    page.tab()
        .screenshot(SCREENSHOTS.resolve("reference-" + width + "-" + scheme + "-" + what + ".png"));
  }
}
