package dev.warder.analysis.reference;

import dev.warder.model.text.Quoted;

/** Texts of a catalogue in Markdown, where they mean their letters and nothing else. */
final class Markdown implements Markup {
  private static final String SPECIAL = "\\`*_{}[]<>#|~&!$";

  @Override
  public String text(String catalogueText) {
    String text = Quoted.harmless(catalogueText);
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SPECIAL.indexOf(c) >= 0 || isOfAddress(text, i)) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** Some renderers make links of what looks like an address; these are what makes it look so. */
  private static boolean isOfAddress(String text, int i) {
    return switch (text.charAt(i)) {
      case ':' -> text.startsWith("//", i + 1);
      case '.' -> i >= 3 && text.regionMatches(true, i - 3, "www", 0, 3);
      case '@' -> true;
      default -> false;
    };
  }

  /** In a table, a bar is escaped even in code. The fence is longer than any backticks within. */
  @Override
  public String code(String catalogueText) {
    String code = Quoted.harmless(catalogueText);
    int longest = 0;
    int run = 0;
    for (int i = 0; i < code.length(); i++) {
      run = code.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    String padding = longest > 0 ? " " : "";
    return fence + padding + code.replace("|", "\\|") + padding + fence;
  }

  @Override
  public String strong(String markup) {
    return "**" + markup + "**";
  }

  /** Returns an item of a list, which is Markdown. */
  static String item(String markup) {
    return "- " + markup + "\n";
  }

  /** Returns a row of a table. The cells are Markdown and have no line breaks. */
  static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** Returns the head of a table, its columns being named by plain words. */
  static String head(String... columns) {
    return row(columns) + "|" + " --- |".repeat(columns.length) + "\n";
  }
}
