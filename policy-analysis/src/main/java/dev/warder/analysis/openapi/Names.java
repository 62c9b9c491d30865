package dev.warder.analysis.openapi;

import dev.warder.model.text.HarmlessText;
import dev.warder.model.text.Lexis;
import java.util.Optional;

/** Texts of a document as names and texts of a catalogue, by the lexical rules of SEMANTICS.md. */
final class Names {
  /** In words, for a message. */
  static final String RULE = Lexis.NAME.words();

  private static final int MAX_NAME = 256;
  private static final int MAX_TEXT = 1_024;

  private Names() {}

  static boolean isName(String text) {
    return Lexis.NAME.accepts(text);
  }

  static boolean isCapability(String text) {
    return Lexis.CAPABILITY.accepts(text);
  }

  /** Returns a text as a name: what no name may have is a hyphen instead. */
  static Optional<String> nameOf(String text) {
    StringBuilder name = new StringBuilder();
    text.codePoints()
        .limit(MAX_NAME)
        .forEach(c -> name.append(isName(Character.toString(c)) ? Character.toString(c) : "-"));
    return name.length() == 0 ? Optional.empty() : Optional.of(name.toString());
  }

  /** Returns the first line of a text, fit for a catalogue; nothing when nothing is left. */
  static Optional<String> firstLine(String text) {
    StringBuilder line = new StringBuilder();
    int end = Math.min(endOfLine(text, '\n'), endOfLine(text, '\r'));
    text.substring(0, end)
        .codePoints()
        .forEach(c -> line.appendCodePoint(HarmlessText.isHarmless(c) ? c : ' '));
    String trimmed = withoutSpaces(line.toString());
    int length = trimmed.codePointCount(0, trimmed.length());
    String fit =
        length <= MAX_TEXT
            ? trimmed
            : withoutSpaces(trimmed.substring(0, trimmed.offsetByCodePoints(0, MAX_TEXT)));
    return fit.isEmpty() ? Optional.empty() : Optional.of(fit);
  }

  /** Returns the first line of a text as a label; nothing when nothing is left. */
  static Optional<String> label(String text) {
    StringBuilder label = new StringBuilder();
    firstLine(text)
        .orElse("")
        .codePoints()
        .forEach(c -> label.appendCodePoint(HarmlessText.isVisible(c) ? c : ' '));
    String trimmed = withoutSpaces(label.toString());
    return trimmed.isEmpty() ? Optional.empty() : Optional.of(trimmed);
  }

  private static int endOfLine(String text, char end) {
    int i = text.indexOf(end);
    return i < 0 ? text.length() : i;
  }

  private static String withoutSpaces(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(start, end);
  }

  static boolean isAddress(String text) {
    return Lexis.ADDRESS.accepts(text);
  }
}
