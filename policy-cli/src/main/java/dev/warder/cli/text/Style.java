package dev.warder.cli.text;

/** How a text stands out in a terminal; by ECMA-48's "select graphic rendition". */
public enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  BAD("31"),
  GOOD("32"),
  DOUBTFUL("33");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String of(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[m";
  }
}
