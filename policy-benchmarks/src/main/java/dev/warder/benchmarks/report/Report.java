package dev.warder.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what JMH measured into the tables of a page, between {@code <!-- table SPEC -->} and
 * {@code <!-- end -->}, and draws a chart of the decisions by path.
 */
public final class Report {
  private static final Pattern TABLE =
      Pattern.compile("(<!-- table ([^>]*?) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);
  private static final String CHARTED = "ComparePathDecisions";

  private Report() {}

  /**
   * Renders.
   *
   * @param args the page, the chart's file, and the files of results, of which a later one's result
   *     takes the place of an earlier one's; beside each, named alike but for {@code .txt}, one
   *     that says how and where was measured
   * @throws IOException when one cannot be read or written
   */
  public static void main(String... args) throws IOException {
    if (args.length < 3) {
      throw new IllegalArgumentException("PAGE CHART RESULTS...");
    }
    List<Measurement> measured = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      measured.addAll(read(Path.of(args[i])));
    }
    measured = latest(measured);
    Path page = Path.of(args[0]);
    Files.writeString(page, render(Files.readString(page), measured));
    Files.writeString(Path.of(args[1]), chart(measured, "24"));
  }

  static List<Measurement> read(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.json$", ".txt");
    String about = Files.readString(file.resolveSibling(name)).strip();
    List<Measurement> measured = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(file.toFile())) {
      measured.add(Measurement.of(node, about));
    }
    return measured;
  }

  /** Returns of several results of the same the last, in the place of the first. */
  static List<Measurement> latest(List<Measurement> measured) {
    Map<Object, Measurement> latest = new LinkedHashMap<>();
    measured.forEach(m -> latest.put(List.of(m.benchmark(), m.parameters()), m));
    return List.copyOf(latest.values());
  }

  /** Returns a page with its tables made anew; all else stays. */
  static String render(String page, List<Measurement> measured) {
    Matcher tables = TABLE.matcher(page);
    return tables.replaceAll(
        table ->
            Matcher.quoteReplacement(
                table.group(1)
                    + "\n"
                    + new Table(TableSpec.parse(table.group(2)), measured).render()
                    + "\n"
                    + table.group(4)));
  }

  static String chart(List<Measurement> measured, String operations) {
    return Chart.render(
        "One decision by method and path, " + operations + " operations",
        "contender",
        measured.stream()
            .filter(m -> m.benchmark().equals(CHARTED))
            .filter(m -> m.parameter("operations").equals(operations))
            .toList());
  }
}
