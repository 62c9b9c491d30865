package dev.warder.analysis.reference;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * One of the page's tables, made row by row. The first rows are shown at once; where there are
 * scripts, the others are found by searching or asked for, so that a page of many stays quick.
 */
final class HtmlTable {
  private static final int SHOWN_AT_ONCE = 100;

  private final String plural;
  private final List<String> columns;
  private final StringBuilder rows = new StringBuilder();
  private int count;

  HtmlTable(String plural, String... columns) {
    this.plural = plural;
    this.columns = List.of(columns);
  }

  /** Adds a row, of which the cells are HTML. The first has the box to choose it. */
  void row(String kind, String anchor, String... cells) {
    rows.append("<tr id=\"")
        .append(anchor)
        .append(kind(kind, count, ""))
        .append("<th scope=\"row\">")
        .append(cells[0])
        .append("</th>");
    for (int i = 1; i < cells.length; i++) {
      rows.append("<td data-label=\"")
          .append(columns.get(i))
          .append("\">")
          .append(cells[i])
          .append("</td>");
    }
    rows.append("</tr>\n");
    count++;
  }

  /** Returns the rest of a tag, behind its id: the kind of an entry, its place, and its class. */
  static String kind(String kind, int place, String style) {
    String classes = (style + (place < SHOWN_AT_ONCE ? "" : " out")).strip();
    return "\" data-kind=\""
        + kind
        + "\" data-i=\""
        + place
        + (classes.isEmpty() ? "" : "\" class=\"" + classes)
        + "\">";
  }

  /** Returns a box to choose something, with what it is for. */
  static String box(String content) {
    return "<label><input type=\"checkbox\"><span>" + content + "</span></label>";
  }

  /** Returns the table with what stands below it. */
  String render() {
    String heads = columns.stream().map(c -> "<th scope=\"col\">" + c + "</th>").collect(joining());
    return """
    <table class="%1$s">
    <colgroup>%2$s</colgroup>
    <thead><tr>%3$s</tr></thead>
    <tbody>
    %4$s</tbody>
    </table>
    """
            .formatted(plural, "<col>".repeat(columns.size()), heads, rows)
        + below(plural);
  }

  /** Returns what stands below a table: that nothing was found, and how to see more. */
  static String below(String plural) {
    return """
    <p class="none" hidden>No %1$s found.</p>
    <p class="more scripted" hidden><span></span><button type="button">Show more %1$s</button></p>"""
        .formatted(plural);
  }
}
