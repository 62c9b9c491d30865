package dev.warder.analysis.usage;

import dev.warder.analysis.document.JsonLines;
import dev.warder.analysis.document.MalformedLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * A log of requests as JSON lines: one object a line, in UTF-8, with the method and the target as
 * received, such as <code>{"method":"GET","target":"/v1/apps/28AB9a?limit=1"}</code>.
 *
 * <p>{@code target} may also be called {@code path}; where both stand, {@code target} counts.
 * Either is cut at its first {@code ?}, since a path is judged without its query. All other
 * members, lines of spaces and tabs alone, and a byte order mark before the first line are passed
 * over. A line is bad when it is not one object, lacks the method or the target, has one of them
 * twice or as anything but text, or is longer than {@link #MOST_BYTES}; the lines after it are read
 * all the same.
 */
public final class RequestLog {
  /** The most bytes of a line, its end not counted; a longer one is bad and not kept in memory. */
  public static final int MOST_BYTES = JsonLines.MOST_BYTES;

  /** Takes the requests of a log. */
  @FunctionalInterface
  public interface Requests {
    /**
     * Takes one request.
     *
     * @param method the method, as received
     * @param path the path as received, without the query
     */
    void request(String method, String path);
  }

  /**
   * A line that is no request.
   *
   * @param line its number, from 1
   * @param problem what is wrong with it, without any of its text but a member's name
   */
  public record BadLine(long line, String problem) {}

  private RequestLog() {}

  /**
   * Reads a log to its end, a line at a time: memory does not grow with its length. The log is not
   * closed.
   *
   * @throws IOException when the log cannot be read
   */
  public static void read(InputStream log, Requests requests, Consumer<BadLine> bad)
      throws IOException {
    JsonLines lines = new JsonLines(log);
    while (lines.next()) {
      try {
        RequestLine.Request request = RequestLine.read(lines);
        requests.request(request.method(), request.path());
      } catch (MalformedLine e) {
        bad.accept(new BadLine(lines.number(), String.valueOf(e.getMessage())));
      }
    }
  }
}
