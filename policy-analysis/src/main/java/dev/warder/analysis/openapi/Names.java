package dev.warder.analysis.openapi;

import com.google.common.base.CharMatcher;
import dev.warder.model.text.HarmlessText;
import dev.warder.model.text.Lexis;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Texts of a document as names and texts of a catalogue, by the lexical rules of SEMANTICS.md. */
final class Names {
  private static final int MAX_NAME = 256;
  private static final int MAX_TEXT = 1_024;
  private static final CharMatcher SPACE = CharMatcher.is(' ');

  private Names() {}

  /** Returns a text as a name: what no name may have is a hyphen instead. */
  static Optional<String> nameOf(String text) {
    StringBuilder name = new StringBuilder();
    text.codePoints()
        .limit(MAX_NAME)
        .mapToObj(Character::toString)
        .forEach(c -> name.append(Lexis.NAME.accepts(c) ? c : "-"));
    return name.length() == 0 ? Optional.empty() : Optional.of(name.toString());
  }

  /** Returns the first line of a text, fit for a catalogue; nothing when nothing is left. */
  static Optional<String> firstLine(String text) {
    String line = text.lines().findFirst().orElse("");
    String fit = SPACE.trimFrom(spacesUnless(HarmlessText::isHarmless, line));
    int most = Math.min(MAX_TEXT, fit.codePointCount(0, fit.length()));
    return trimmed(fit.substring(0, fit.offsetByCodePoints(0, most)));
  }

  /** Returns the first line of a text as a label; nothing when nothing is left. */
  static Optional<String> label(String text) {
    return trimmed(spacesUnless(HarmlessText::isVisible, firstLine(text).orElse("")));
  }

  private static String spacesUnless(IntPredicate stays, String text) {
    StringBuilder replaced = new StringBuilder();
    text.codePoints().forEach(c -> replaced.appendCodePoint(stays.test(c) ? c : ' '));
    return replaced.toString();
  }

  private static Optional<String> trimmed(String text) {
    return Optional.of(SPACE.trimFrom(text)).filter(trimmed -> !trimmed.isEmpty());
  }
}
