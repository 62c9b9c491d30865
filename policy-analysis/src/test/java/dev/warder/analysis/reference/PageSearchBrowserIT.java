package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's search: what it finds, in which order, and what it takes for meant. */
class PageSearchBrowserIT {
  private static final String NAMES = "#main .label, #main th label code, #main th .name code";

  @RegisterExtension final BrowserPage page = new BrowserPage();

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
    page.open();
    page.search(terms);
    assertThat(page.text("#found")).isEqualTo(found);
    if (!found.isEmpty()) {
      assertThat(page.texts(BrowserPage.ENTRIES))
          .hasSize(
              List.of(found.split("\\D+")).stream()
                  .filter(number -> !number.isEmpty())
                  .mapToInt(Integer::parseInt)
                  .sum());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ably apps update; ably apps update",
        "ABLY APPS  UPDATE; ably apps update",
        "ably app update; ably apps update",
        "apps delete; ably apps delete",
        "apps channel-rules update; ably apps rules update",
        "queues delete; ably queues delete",
        "list-queues; /v1/apps/{app_id}/queues",
        "list apps; /v1/accounts/{account_id}/apps",
        "read rule; Read Rule",
        "read:rule; Read Integration",
      })
  void search_ofAPhrase_hasItFirst(String phrase, String first) {
    page.open();
    page.search(phrase);
    assertThat(page.texts(NAMES).get(0)).isEqualTo(first);
  }

  @Test
  void search_cleared_hasTheCataloguesOrderAgain() {
    page.open();
    List<String> names = page.texts(NAMES);
    page.search("update");
    page.search("ably apps update");
    page.search("update queue");
    assertThat(page.texts(NAMES)).isNotEqualTo(names);
    page.search("");
    assertThat(page.texts(NAMES)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ably aps updaet; ably apps update",
        "integratons list; ably integrations list",
        "namspaces; /v1/apps/{app_id}/namespaces",
        "raed:queue; Read Queue",
        "statsitics; /v1/accounts/{id}/stats",
        "pkcs21; /v1/apps/{id}/pkcs12",
      })
  void search_ofWordsThatAreNowhere_findsTheNearest(String words, String first) {
    page.open();
    page.search(words);
    assertThat(page.text("#found"))
        .startsWith("Nothing has these words. Nearest: ")
        .doesNotContain(" 0 ");
    assertThat(page.texts(NAMES).get(0)).isEqualTo(first);
  }

  @Test
  void search_whileScrolledDown_showsTheBestAtTheTop() {
    page.open();
    page.tab().evaluate("document.getElementById('commands').scrollIntoView()");
    page.search("read");
    page.settle();
    assertThat(page.number("document.querySelector('#main h2').getBoundingClientRect().top"))
        .isBetween(0, 200);
  }

  @Test
  void linkToAHiddenRow_bringsItBack() {
    page.open();
    page.search("queue");
    page.tab().evaluate("location.hash = '#command/ably%20apps%20list'");
    page.settle();
    assertThat(page.text("tr:target label")).isEqualTo("ably apps list");
  }
}
