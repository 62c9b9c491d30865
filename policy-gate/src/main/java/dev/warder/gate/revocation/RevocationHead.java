package dev.warder.gate.revocation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.gate.revocation.RevocationLog.Progress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a log at some moment: which log, and how far. Kept apart from the log, it tells a
 * follower that the log was rolled back or replaced.
 *
 * @param log the log's id: 32 lower-case hexadecimal digits
 * @param progress the last entry
 */
public record RevocationHead(String log, Progress progress) {
  private static final Pattern LOG = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern TEXT =
      Pattern.compile("([0-9a-f]{32}):(0|[1-9][0-9]{0,17}):([0-9a-f]{64})");

  /**
   * Makes a head.
   *
   * @throws IllegalArgumentException unless the id has its form
   */
  public RevocationHead {
    checkArgument(LOG.matcher(log).matches(), "a log's id is 32 hexadecimal digits, not `%s`", log);
  }

  /**
   * Returns the head of a text: the log's id, the position and the link, with colons between.
   *
   * @throws IllegalArgumentException when it is not of this form
   */
  public static RevocationHead parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    checkArgument(
        matcher.matches(),
        "a head is an id of 32 hexadecimal digits, a position and a link of 64 hexadecimal digits,"
            + " with colons between: `%s`",
        text);
    return new RevocationHead(
        matcher.group(1), new Progress(Long.parseLong(matcher.group(2)), matcher.group(3)));
  }

  /** Returns the text that {@link #parse} takes. */
  @Override
  public String toString() {
    return log + ':' + progress.position() + ':' + progress.link();
  }
}
