package dev.warder.model.text;

import java.util.Set;
import java.util.function.Predicate;

/** The lexical rules of a catalogue file, each with its words for an error. */
public enum Lexis {
  /** What an entry of a catalogue is called. */
  NAME(
      "1 to 256 printable ASCII characters without space, quotation mark, comma or backslash",
      Lexis::isName),

  /** What a capability is called, which a requirement has no other meaning for. */
  CAPABILITY(
      NAME.words + ", and none of `public`, `unmapped`, `any`, `all`",
      text -> isName(text) && !Set.of("public", "unmapped", "any", "all").contains(text)),

  /** What a command is called: names with spaces between. */
  SPELLING("names with single spaces between, 256 characters at most", Lexis::isSpelling),

  /** The method of an operation. */
  METHOD(
      "1 to 32 of A-Z, 0-9, underscore and hyphen",
      text -> within(text, 32) && text.chars().allMatch(Lexis::isMethodCharacter)),

  /** What people read. */
  TEXT(
      "1 to 1,024 characters, none at either end a space, none a control, line separator,"
          + " bidirectional control or noncharacter",
      Lexis::isText),

  /** What a capability or a category is called by people, who choose by it. */
  LABEL(
      "1 to 1,024 characters that can be seen: none at either end a space, none a control,"
          + " invisible character, other space than U+0020, or noncharacter",
      text -> isText(text) && text.codePoints().allMatch(HarmlessText::isVisible)),

  /** Where documentation is. */
  ADDRESS(
      "an `https://` or `http://` address of at most 1,024 characters, as in RFC 3986",
      Lexis::isAddress);

  private static final int MAX_NAME = 256;
  private static final int MAX_TEXT = 1_024;

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // no rule has a state
  private final Predicate<String> rule;

  Lexis(String words, Predicate<String> rule) {
    this.words = words;
    this.rule = rule;
  }

  /** Returns what is right, for an error. */
  public String words() {
    return words;
  }

  /** Returns whether a text is right. */
  public boolean accepts(String text) {
    return rule.test(text);
  }

  private static boolean within(String text, int most) {
    return !text.isEmpty() && text.codePointCount(0, text.length()) <= most;
  }

  private static boolean isTrimmed(String text, int most) {
    return within(text, most) && text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
  }

  private static boolean isText(String text) {
    return isTrimmed(text, MAX_TEXT) && text.codePoints().allMatch(HarmlessText::isHarmless);
  }

  private static boolean isSpelling(String text) {
    return isTrimmed(text, MAX_NAME)
        && !text.contains("  ")
        && text.chars().allMatch(c -> c == ' ' || isNameCharacter(c));
  }

  private static boolean isName(String text) {
    return within(text, MAX_NAME) && text.chars().allMatch(Lexis::isNameCharacter);
  }

  private static boolean isNameCharacter(int c) {
    return c > 0x20 && c < 0x7F && c != '"' && c != ',' && c != '\\';
  }

  private static boolean isMethodCharacter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  }

  private static boolean isAddress(String text) {
    int scheme = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : 0;
    return scheme > 0
        && text.length() > scheme
        && text.length() <= MAX_TEXT
        && text.chars().allMatch(Lexis::isUnquotedAddressCharacter);
  }

  private static boolean isUnquotedAddressCharacter(int c) {
    return c > 0x20 && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0;
  }
}
