package dev.warder.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** A chart of bars on a logarithmic scale, as a picture that needs nothing from elsewhere. */
final class Chart {
  private static final int WIDTH = 760;
  private static final int LEFT = 190;
  private static final int RIGHT = 130;
  private static final int BAR = 26;
  private static final int TOP = 50;

  private Chart() {}

  /** Returns the chart of measurements, each a bar that is named by a parameter. */
  static String render(String title, String name, List<Measurement> bars) {
    double least = bars.stream().mapToDouble(Measurement::score).min().orElse(1);
    double most = bars.stream().mapToDouble(Measurement::score).max().orElse(1);
    double low = Math.floor(Math.log10(least) - 0.2);
    double high = Math.max(low + 1, Math.log10(most));
    int height = TOP + bars.size() * BAR + 12;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                .formatted(WIDTH, height, WIDTH, height)
            + " font-family=\"sans-serif\" font-size=\"13\">\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(svg, 10, 22, "start", title + " (logarithmic)");
    for (int i = 0; i < bars.size(); i++) {
      Measurement bar = bars.get(i);
      double share = (Math.log10(bar.score()) - low) / (high - low);
      int length = (int) Math.max(1, share * (WIDTH - LEFT - RIGHT));
      int y = TOP + i * BAR;
      String label = bar.parameter(name);
      text(svg, LEFT - 8, y + 15, "end", label);
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
              .formatted(LEFT, y + 3, length, BAR - 8, colour(label)));
      text(svg, LEFT + length + 6, y + 15, "start", Table.number(bar.score()) + " " + bar.unit());
    }
    return svg.append("</svg>\n").toString();
  }

  private static String colour(String label) {
    return label.startsWith("warder") ? "#0b6e4f" : label.contains("pass") ? "#999999" : "#c0655c";
  }

  private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            text.replace("&", "&amp;").replace("<", "&lt;")));
  }
}
