package dev.warder.benchmarks.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of Markdown with places that programs write: {@code <!-- NAME -->} to the next end. */
public final class Page {
  private static final int COLUMNS = 100;

  private Page() {}

  /**
   * Returns a page with another text in a place; all else stays.
   *
   * @throws IllegalArgumentException when there is no such place, or more than one
   */
  public static String replace(String page, String name, String text) {
    Matcher places =
        Pattern.compile(
                "(<!-- " + Pattern.quote(name) + " -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL)
            .matcher(page);
    if (places.results().count() != 1) {
      throw new IllegalArgumentException("not once in the page: <!-- " + name + " -->");
    }
    return places.replaceFirst(
        "$1" + Matcher.quoteReplacement("\n" + text.strip() + "\n\n") + "$3");
  }

  /** Returns a paragraph in lines of at most 100 columns. A word that is longer stands alone. */
  public static String wrap(String paragraph) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : paragraph.strip().split("\\s+", -1)) {
      if (column > 0) {
        boolean fits = column + 1 + word.length() <= COLUMNS;
        lines.append(fits ? ' ' : '\n');
        column = fits ? column + 1 : 0;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString();
  }
}
