package dev.warder.model.text;

/** The lexical rules of a catalogue file, each with its words for an error. */
public enum Lexis {
  /** What an entry of a catalogue is called. */
  NAME("1 to 256 printable ASCII characters without space, quotation mark, comma or backslash") {
    @Override
    public boolean accepts(String text) {
      return isName(text);
    }
  },
  /** What a capability is called, which a requirement has no other meaning for. */
  CAPABILITY(
      "1 to 256 printable ASCII characters without space, quotation mark, comma or backslash,"
          + " and none of `public`, `unmapped`, `any`, `all`") {
    @Override
    public boolean accepts(String text) {
      return isName(text)
          && !text.equals("public")
          && !text.equals("unmapped")
          && !text.equals("any")
          && !text.equals("all");
    }
  },
  /** What a command is called: names with spaces between. */
  SPELLING("names with single spaces between, 256 characters at most") {
    @Override
    public boolean accepts(String text) {
      return within(text, MAX_NAME)
          && text.charAt(0) != ' '
          && text.charAt(text.length() - 1) != ' '
          && !text.contains("  ")
          && text.chars().allMatch(c -> c == ' ' || isNameCharacter(c));
    }
  },
  /** The method of an operation. */
  METHOD("1 to 32 of A-Z, 0-9, underscore and hyphen") {
    @Override
    public boolean accepts(String text) {
      return within(text, 32)
          && text.chars()
              .allMatch(
                  c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-');
    }
  },
  /** What people read. */
  TEXT(
      "1 to 1,024 characters, none at either end a space, none a control, line separator,"
          + " bidirectional control or noncharacter") {
    @Override
    public boolean accepts(String text) {
      return within(text, MAX_TEXT)
          && text.charAt(0) != ' '
          && text.charAt(text.length() - 1) != ' '
          && text.codePoints().allMatch(HarmlessText::isHarmless);
    }
  },
  /** What a capability or a category is called by people, who choose by it. */
  LABEL(
      "1 to 1,024 characters that can be seen: none at either end a space, none a control,"
          + " invisible character, other space than U+0020, or noncharacter") {
    @Override
    public boolean accepts(String text) {
      return TEXT.accepts(text) && text.codePoints().allMatch(HarmlessText::isVisible);
    }
  },
  /** Where documentation is. */
  ADDRESS("an `https://` or `http://` address of at most 1,024 characters, as in RFC 3986") {
    @Override
    public boolean accepts(String text) {
      int scheme = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : 0;
      return scheme > 0
          && text.length() > scheme
          && text.length() <= MAX_TEXT
          && text.chars().allMatch(c -> isUnquotedAddressCharacter(c));
    }
  };

  private static final int MAX_NAME = 256;
  private static final int MAX_TEXT = 1_024;

  private final String words;

  Lexis(String words) {
    this.words = words;
  }

  /** Returns what is right, for an error. */
  public String words() {
    return words;
  }

  /** Returns whether a text is right. */
  public abstract boolean accepts(String text);

  private static boolean within(String text, int most) {
    return !text.isEmpty() && text.codePointCount(0, text.length()) <= most;
  }

  private static boolean isName(String text) {
    return within(text, MAX_NAME) && text.chars().allMatch(Lexis::isNameCharacter);
  }

  private static boolean isNameCharacter(int c) {
    return c > 0x20 && c < 0x7F && c != '"' && c != ',' && c != '\\';
  }

  private static boolean isUnquotedAddressCharacter(int c) {
    return c > 0x20 && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0;
  }
}
