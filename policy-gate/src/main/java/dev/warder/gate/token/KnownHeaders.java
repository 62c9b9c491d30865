package dev.warder.gate.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The headers of the tokens verified last, found by their exact text, so that a header is read
 * once. Only what a key has signed is kept, so nobody else can fill it. Safe for use by many
 * threads, which may lose an entry to one another.
 */
final class KnownHeaders {
  /** One for each key in use, and some for those that follow them. */
  private static final int MOST = 8;

  private volatile Known[] known = {};

  private static final class Known {
    final byte[] text;
    final TokenHeader header;

    Known(byte[] text, TokenHeader header) {
      this.text = text;
      this.header = header;
    }
  }

  @Nullable TokenHeader find(CompactToken token) {
    for (Known one : known) {
      if (token.hasHeaderText(one.text)) {
        return one.header;
      }
    }
    return null;
  }

  /** Keeps the header of a token that was verified; where there are too many, the oldest goes. */
  void add(CompactToken token, TokenHeader header) {
    Known[] before = known;
    Known[] after = Arrays.copyOf(before, Math.min(before.length + 1, MOST));
    System.arraycopy(before, 0, after, 1, after.length - 1);
    after[0] = new Known(token.headerText(), header);
    known = after;
  }
}
