package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.ControlApi;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page's table of capabilities: categories down, kinds of access across. */
class HtmlMatrixTest {
  private static Document page(Catalogue catalogue) throws Exception {
    return Jsoup.parse(Reference.of(catalogue).html());
  }

  private static Catalogue catalogue(String categories, String capabilities) throws Exception {
    return CatalogueReader.parse(
        "c.yaml",
        """
        catalogue: c
        format: 1
        version: "1"
        title: C
        categories: {%s}
        capabilities: {%s}
        operations:
          get: {method: GET, path: /a, summary: Get, requires: any token}
        """
            .formatted(categories, capabilities));
  }

  private static List<String> heads(Document page) {
    return page.select(".capabilities thead th").eachText();
  }

  private static List<String> rows(Document page) {
    return page.select(".capabilities tbody tr").stream().map(HtmlMatrixTest::row).toList();
  }

  private static String row(Element row) {
    StringBuilder text = new StringBuilder(row.selectFirst("th").text());
    for (Element cell : row.select("td")) {
      List<String> labels = cell.select("label").eachText();
      text.append(" | ").append(labels.isEmpty() ? cell.text() : String.join(", ", labels));
    }
    return text.toString();
  }

  @Test
  void controlApi_hasARowForEachCategory_readBesideWrite() throws Exception {
    Document page = page(ControlApi.catalogue());
    assertThat(heads(page)).containsExactly("Category", "Read", "Write");
    assertThat(rows(page))
        .containsExactly(
            "Apps | Read App read:app | Write App write:app",
            "Keys | Read Key read:key | Write Key write:key",
            "Rules | Read Integration read:rule | Write Integration write:rule",
            "Queues | Read Queue read:queue | Write Queue write:queue",
            "Namespaces | Read Rule read:namespace | Write Rule write:namespace",
            "Statistics | Read Stats read:stats | none");
  }

  @Test
  void everyAccess_hasAColumn_andNoAccessTheLast() throws Exception {
    Document page =
        page(
            catalogue(
                "a: A, b: B",
                "plain: {label: Plain, category: a}, w: {label: W, category: a, access: write},"
                    + " x: {label: X, category: b, access: admin},"
                    + " r: {label: R, category: a, access: read},"
                    + " w2: {label: W2, category: a, access: write}"));
    assertThat(heads(page)).containsExactly("Category", "Read", "Write", "Admin", "Other");
    assertThat(rows(page))
        .containsExactly(
            "A | R r | W w, W2 w2 | none | Plain plain", "B | none | none | X x | none");
    assertThat(page.select("[data-kind=capability]").eachAttr("data-i"))
        .containsExactly("3", "1", "4", "0", "2");
  }

  @Test
  void capabilitiesWithoutAccess_haveOneColumn() throws Exception {
    Document page = page(catalogue("a: A", "one: {label: One, category: a}"));
    assertThat(heads(page)).containsExactly("Category", "Capability");
    assertThat(page.select(".item .note").text()).isEqualTo("Nothing needs it.");
  }

  @Test
  void noCapabilities_haveNoRow() throws Exception {
    Document page = page(catalogue("", ""));
    assertThat(heads(page)).containsExactly("Category");
    assertThat(rows(page)).isEmpty();
  }

  @Test
  void uses_areCountedAndFolded_thoseOfACaseByItself() throws Exception {
    Element item = page(ControlApi.catalogue()).getElementById("capability/read:app");
    assertThat(item.selectFirst("summary").text()).isEqualTo("1 operation, 24 commands");
    assertThat(item.select("details > ul").get(1).child(1).text())
        .isEqualTo("ably apps update with others");
    assertThat(item.select("details > .note").eachText())
        .containsExactly(
            "Only with --app, or with no current app selected:", "Only with an app argument:");
    assertThat(item.select("details > ul li")).hasSize(25);
  }
}
