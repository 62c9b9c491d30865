package dev.warder.model;

import dev.warder.model.text.HarmlessText;
import dev.warder.model.text.Lexis;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Random names, texts and addresses, many of which look like syntax of YAML or JSON. */
final class RandomTexts {
  private static final String[] NAMES = {
    "read:app",
    "write:app",
    "read",
    "*",
    "app:*",
    "a.b",
    "yes",
    "null",
    "~",
    "1",
    "0x1F",
    "1e3",
    "-",
    "-1",
    "{a}",
    "[b]",
    "#c",
    "&d",
    "*e",
    "!f",
    "|",
    ">",
    "%g",
    "@h",
    "`i`",
    "'j'",
    "k:",
    ":l",
    "?",
    "<<",
    "=",
    "---",
    "...",
    "true",
    "any",
    "Public",
    "2026-01-01"
  };
  private static final String[] TEXTS = {
    "Read App",
    "yes",
    "No",
    "~",
    "null",
    "1",
    "1.0",
    "-0",
    "0o7",
    "0x1F",
    ".inf",
    "1e3",
    "true",
    "- item",
    "-",
    "a: b",
    "a:",
    ": a",
    "a #b",
    "# c",
    "\"quoted\"",
    "back\\slash",
    "\\",
    "'",
    "it's",
    "\"",
    "{a}",
    "{",
    "[b]",
    "]",
    "&anchor",
    "*alias",
    "!tag",
    "|",
    "> folded",
    "%YAML",
    "@at",
    "`tick`",
    "---",
    "--- a",
    "...",
    "? key",
    "?",
    "<<",
    "=",
    ",",
    "2026-01-01",
    "Café",
    "漢字",
    "😀",
    "a\u00a0b",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\ue000",
    "e\u0301",
    "/",
    "//",
    "a  b",
    "ß",
    "\u00ad"
  };

  private RandomTexts() {}

  /** Returns names of SEMANTICS.md, section 5, that may also be raw strings. */
  static Arbitrary<String> names() {
    Arbitrary<String> any =
        Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(6);
    return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(NAMES)), Tuple.of(1, any))
        .filter(Lexis.CAPABILITY::accepts);
  }

  /** Returns texts of SEMANTICS.md, section 5. */
  static Arbitrary<String> texts() {
    Arbitrary<String> ascii =
        Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(12);
    Arbitrary<String> any =
        Arbitraries.integers()
            .between(0x20, 0x10_FFFF)
            .filter(HarmlessText::isHarmless)
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(
                codePoints ->
                    codePoints.stream()
                        .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                        .toString());
    return Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(TEXTS)), Tuple.of(2, ascii), Tuple.of(1, any))
        .filter(Lexis.TEXT::accepts);
  }

  /** Returns labels of SEMANTICS.md, section 5. */
  static Arbitrary<String> labels() {
    return texts().filter(Lexis.LABEL::accepts);
  }

  /** Returns addresses of documentation. */
  static Arbitrary<String> addresses() {
    return Arbitraries.of(
        "https://docs.example.com/a?b=c#d", "http://localhost:8080/", "https://x/%20'(x)'");
  }
}
