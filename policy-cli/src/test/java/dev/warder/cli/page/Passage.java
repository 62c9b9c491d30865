package dev.warder.cli.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of one paragraph, list item or table cell, in which a piece of code is one word.
 *
 * @param line the line of the page on which the passage begins
 * @param pieces the text in order, cut where a link or a definition begins or ends
 */
record Passage(int line, List<Piece> pieces) {
  /**
   * @param link where the piece leads, or null
   * @param bold whether the piece is in bold, as a word is where a page defines it
   */
  record Piece(String text, @Nullable String link, boolean bold) {}

  String text() {
    StringBuilder all = new StringBuilder();
    pieces.forEach(piece -> all.append(piece.text()));
    return all.toString();
  }

  /** Returns the piece that has the character at this index of {@link #text()}. */
  Piece at(int index) {
    int end = 0;
    for (Piece piece : pieces) {
      end += piece.text().length();
      if (index < end) {
        return piece;
      }
    }
    throw new IndexOutOfBoundsException(index);
  }

  List<String> sentences() {
    return Sentences.of(text());
  }
}
