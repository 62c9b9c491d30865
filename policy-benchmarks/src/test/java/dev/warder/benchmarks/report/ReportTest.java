package dev.warder.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final String PAGE =
      """
      # Page

      <!-- table Compare rows=contender columns=size limit=limit -->
      old
      <!-- end -->

      tail
      """;

  @TempDir private Path folder;

  private static String result(String contender, int size, String score, String error) {
    return """
        {"benchmark": "dev.warder.benchmarks.Compare.decide", "threads": 1,
         "params": {"contender": "%s", "size": "%d"},
         "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "ns/op"},
         "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 0.004, "scoreUnit": "B/op"}}}"""
        .formatted(contender, size, score, error);
  }

  private List<Measurement> results(String... results) throws Exception {
    return measuredBy("about", "results", results);
  }

  private List<Measurement> measuredBy(String about, String name, String... results)
      throws Exception {
    Path file = folder.resolve(name + ".json");
    Files.writeString(file, "[" + String.join(",", results) + "]");
    Files.writeString(folder.resolve(name + ".txt"), about + "\n");
    return Report.read(file);
  }

  @Test
  void render_results_tableBetweenTheMarkersAndNothingElseChanged() throws Exception {
    List<Measurement> measured =
        results(
            result("limit", 24, "20", "1.25"),
            result("limit", 1000, "40", "\"NaN\""),
            result("ours", 24, "60.04", "12"),
            result("other", 24, "123456.7", "2"));
    assertThat(Report.render(PAGE, measured))
        .isEqualTo(
            """
            # Page

            <!-- table Compare rows=contender columns=size limit=limit -->

            | contender | size 24, ns/op | size 1000, ns/op |
            |---|---|---|
            | `limit` | 20.0 ± 1.25, 0 B | 40.0, 0 B |
            | `ours` | 60.0 ± 12.0, 3.00 ×, 0 B | not run |
            | `other` | 123,457 ± 2.00, 6,173 ×, 0 B | not run |

            about

            <!-- end -->

            tail
            """);
  }

  @Test
  void render_otherParameterGiven_onlyResultsThatHaveItsValue() throws Exception {
    String one = result("ours", 24, "20", "1");
    List<Measurement> measured = results(withTwoThreads(one).replace("20", "30"), one);
    String page = PAGE.replace("limit=limit", "threads=1");
    assertThat(Report.render(page, measured)).contains("| `ours` | 20.0 ± 1.00, 0 B |");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Report.render(PAGE.replace("limit=limit", "size2=1"), measured))
        .withMessage("Compare has no parameter size2");
  }

  @Test
  void render_measuredInSeveralWays_eachIsSaid() throws Exception {
    List<Measurement> measured = new ArrayList<>();
    measured.addAll(measuredBy("by one", "one", result("limit", 24, "20", "1")));
    measured.addAll(measuredBy("by another", "other", result("ours", 24, "40", "1")));
    measured.addAll(measuredBy("by none", "unused", result("ours", 24, "50", "1")));
    assertThat(Report.render(PAGE, measured))
        .contains("\nby one\n\nby another\n")
        .doesNotContain("by none");
  }

  private static String withTwoThreads(String result) {
    return result.replace("\"threads\": 1", "\"threads\": 2");
  }

  @Test
  void main_measuredAnew_inThePlaceOfTheFirst() throws Exception {
    measuredBy("by one", "one", result("limit", 24, "20", "1"), result("ours", 24, "40", "1"));
    measuredBy("by two", "two", withTwoThreads(result("limit", 24, "30", "1")));
    measuredBy("by again", "again", result("ours", 24, "50", "1"));
    Path page = folder.resolve("page.md");
    Files.writeString(page, PAGE.replace("columns=size limit=limit", "columns=threads size=24"));
    Report.main(
        page.toString(),
        folder.resolve("chart.svg").toString(),
        folder.resolve("one.json").toString(),
        folder.resolve("two.json").toString(),
        folder.resolve("again.json").toString());
    assertThat(page)
        .content()
        .contains(
            """
            | contender | threads 1, ns/op | threads 2, ns/op |
            |---|---|---|
            | `limit` | 20.0 ± 1.00, 0 B | 30.0 ± 1.00, 0 B |
            | `ours` | 50.0 ± 1.00, 0 B | not run |

            by one

            by two

            by again
            """);
    assertThat(folder.resolve("chart.svg")).exists();
  }

  @Test
  void render_otherParameterThatNoResultHas_saysSo() throws Exception {
    List<Measurement> measured = results(result("ours", 24, "20", "1"));
    String page = PAGE.replace("limit=limit", "threads=4");
    assertThat(Report.render(page, measured)).contains("\n(not measured)\n");
  }

  @Test
  void render_twice_theSame() throws Exception {
    List<Measurement> measured = results(result("limit", 24, "20", "1"));
    String once = Report.render(PAGE, measured);
    assertThat(Report.render(once, measured)).isEqualTo(once);
  }

  @Test
  void render_nothingMeasured_saysSo() {
    assertThat(Report.render(PAGE, List.of())).contains("\n(not measured)\n");
  }

  @Test
  void render_parameterThatIsNone_refused() throws Exception {
    List<Measurement> measured = results(result("limit", 24, "20", "1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Report.render(PAGE.replace("columns=size", "columns=x"), measured))
        .withMessage("Compare has no parameter x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSpec.parse("Compare rows=contender"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSpec.parse("Compare rows columns=x"));
  }

  @Test
  void chart_aBarForEach_longerWhereSlower() throws Exception {
    List<Measurement> measured =
        results(
            result("hash-pass", 24, "10", "1")
                .replace("Compare.", "ComparePathDecisions.")
                .replace("size", "operations"),
            result("a<b", 24, "1000", "1")
                .replace("Compare.", "ComparePathDecisions.")
                .replace("size", "operations"));
    String chart = Report.chart(measured, "24");
    assertThat(chart)
        .startsWith("<svg ")
        .endsWith("</svg>\n")
        .contains(">hash-pass</text>")
        .contains(">a&lt;b</text>")
        .contains(">1,000 ns/op</text>")
        .doesNotContain("href");
  }
}
