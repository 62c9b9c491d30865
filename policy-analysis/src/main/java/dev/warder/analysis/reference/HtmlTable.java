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
    rows.append("<tbody>\n");
  }

  /** Begins a group, of which the heading is HTML. */
  void group(String heading) {
    if (count > 0) {
      rows.append("</tbody>\n<tbody>\n");
    }
    rows.append(
        "<tr class=\"group\"><th colspan=\"%s\" scope=\"rowgroup\">%s</th></tr>\n"
            .formatted(columns.size(), heading));
  }

  /** Adds a row, of which the cells are HTML. The first has the box to tick. */
  void row(String kind, String anchor, String... cells) {
    rows.append("<tr id=\"")
        .append(anchor)
        .append("\" data-kind=\"")
        .append(kind)
        .append("\" data-i=\"")
        .append(count)
        .append(count < SHOWN_AT_ONCE ? "\">" : "\" class=\"out\">")
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

  /** Returns a box to tick with what it is for. */
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
    %4$s</tbody>
    </table>
    <p class="none" hidden>No %1$s found.</p>
    <p class="more scripted" hidden><span></span><button type="button">Show more %1$s</button></p>"""
        .formatted(plural, "<col>".repeat(columns.size()), heads, rows);
  }
}
