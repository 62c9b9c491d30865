package dev.warder.analysis.document;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.Place;

/** A document in the order written. Names of members are texts before their values. */
interface DocumentTokens {

  /** What stands at a place. */
  enum Kind {
    MEMBERS,
    ITEMS,
    END,
    TEXT,
    /** A reference to an anchor, of which nothing is known here. */
    ALIAS,
    FINISH
  }

  /** Goes on to the next token. */
  Kind next() throws InvalidDocument;

  /** Returns where the token stands. */
  Place place();

  /** Returns the text of a {@code TEXT}. */
  String text();

  /** Returns whether a {@code TEXT} is a string for certain. */
  boolean isQuoted();
}
