package dev.warder.model.yaml;

/** A document in the order written. Names of members are texts before their values. */
public interface SyntaxTokens {

  /** What stands at a place. */
  enum Kind {
    /** The start of a document; JSON has none. */
    DOCUMENT,
    /** The start of names with values. */
    MEMBERS,
    /** The start of a list. */
    ITEMS,
    /** The end of members or items. */
    END,
    /** A text, number or word. */
    TEXT,
    /** A reference to an anchor, of which nothing is known here. */
    ALIAS,
    /** The end of everything. */
    FINISH
  }

  /**
   * Goes on to the next token.
   *
   * @throws MalformedText when the syntax is wrong; it cannot go on then
   */
  Kind next() throws MalformedText;

  /** Returns where the token stands. */
  Place place();

  /** Returns the text of a {@code TEXT}. */
  String text();

  /** Returns whether a {@code TEXT} is a string for certain. */
  boolean isQuoted();
}
