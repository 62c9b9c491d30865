package dev.warder.cli.text;

import dev.warder.model.text.Quoted;

/** Text from outside, made fit to be shown: nothing in it moves a cursor or reorders letters. */
public final class Shown {
  private static final int MOST_QUOTED = 80;

  private Shown() {}

  /** Returns the text in backticks, shortened to 80 characters, and without a signed token. */
  public static String quoted(String text) {
    return "`" + atMost(MOST_QUOTED, text) + "`";
  }

  /** Returns the whole message of a failure. */
  public static String message(Exception e) {
    return whole(String.valueOf(e.getMessage()));
  }

  /** Returns the whole text. */
  public static String whole(String text) {
    return Quoted.harmless(text);
  }

  /**
   * Returns at most so many characters of the text, and an ellipsis where there are more. What
   * looks like the begin of a signed token (base64url of a JSON object) is left out: it may have
   * been put in a wrong place, and does not belong in a log.
   */
  public static String atMost(int most, String text) {
    return Quoted.atMost(
        most, text.contains("eyJ") ? text.replaceAll("eyJ[A-Za-z0-9_.-]{5,}", "(a token)") : text);
  }
}
