package dev.warder.analysis.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stream of JSON objects, one a line, in UTF-8. A line ends with a line feed, the last one also
 * with the stream. A byte order mark before the first line is passed over, and so are lines of
 * spaces and tabs alone, whether a carriage return stands before their line feed or none does.
 * Memory is bounded by the longest allowed line.
 */
public final class JsonLines {
  /** The longest line, in bytes without its end; a longer one is malformed. */
  public static final int MOST_BYTES = 1 << 20;

  private static final int READ_AT_ONCE = 1 << 16;

  private final InputStream stream;
  private final BeforeWaiting beforeWaiting;
  private byte[] buffer = new byte[READ_AT_ONCE];
  private int start;
  private int end;
  private int filled;
  private long number;
  private boolean isTooLong;

  /** Runs before the stream is asked for more, which may have to be waited for. */
  @FunctionalInterface
  public interface BeforeWaiting {
    /** Runs; what it throws ends the reading. */
    void run() throws IOException;
  }

  /**
   * Takes the members of an object.
   *
   * @param <X> what is thrown for a member that is not taken
   */
  @FunctionalInterface
  public interface Members<X extends Exception> {
    /** Takes one member. The parser stands at the begin of the value, and is left at its end. */
    void member(JsonParser json, String name) throws IOException, X;
  }

  /** Makes one at the begin of a stream, which is not closed. */
  public JsonLines(InputStream stream) {
    this(stream, () -> {});
  }

  /** Makes one at the begin of a stream, which is not closed. */
  public JsonLines(InputStream stream, BeforeWaiting beforeWaiting) {
    this.stream = stream;
    this.beforeWaiting = beforeWaiting;
  }

  /** Moves to the next line and returns whether there is one. */
  public boolean next() throws IOException {
    while (findLine()) {
      number++;
      if (number == 1 && startsWithMark()) {
        start += 3;
      }
      if (isTooLong || !isBlank()) {
        return true;
      }
    }
    return false;
  }

  private boolean findLine() throws IOException {
    start = number == 0 ? 0 : Math.min(end + 1, filled);
    isTooLong = false;
    int searched = start;
    while (true) {
      for (int i = searched; i < filled; i++) {
        if (buffer[i] == '\n') {
          end = i;
          isTooLong |= end - start > MOST_BYTES;
          return true;
        }
      }
      searched = filled - start > MOST_BYTES ? tooLong() : filled - start;
      if (!fill()) {
        end = filled;
        return end > start || isTooLong;
      }
      searched += start;
    }
  }

  /** Forgets what was read of a line that is too long; returns how much of it was searched. */
  private int tooLong() {
    isTooLong = true;
    start = filled;
    return 0;
  }

  /** Reads more, after what there is of the line; it is moved to the buffer's begin for that. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    filled -= start;
    start = 0;
    if (buffer.length - filled < READ_AT_ONCE) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    beforeWaiting.run();
    int count = stream.read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      return false;
    }
    filled += count;
    return true;
  }

  private boolean startsWithMark() {
    return end - start >= 3
        && buffer[start] == (byte) 0xEF
        && buffer[start + 1] == (byte) 0xBB
        && buffer[start + 2] == (byte) 0xBF;
  }

  private boolean isBlank() {
    boolean endsWithReturn = end < filled && end > start && buffer[end - 1] == '\r';
    for (int i = start; i < end - (endsWithReturn ? 1 : 0); i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of the line, from 1, in a count that has all lines in it. */
  public long number() {
    return number;
  }

  /**
   * Hands the members of the line's object to somebody, in the order written.
   *
   * @throws MalformedLine when the line is too long, or not one object; some of its members may
   *     have been taken before
   */
  public <X extends Exception> void read(Members<X> members) throws IOException, MalformedLine, X {
    if (isTooLong) {
      throw new MalformedLine("longer than " + MOST_BYTES + " bytes");
    }
    try (JsonParser json = JsonTokens.FACTORY.createParser(text())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedLine("a line is one JSON object");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        members.member(json, name);
      }
      if (json.nextToken() != null) {
        throw new MalformedLine("something stands after the object");
      }
    } catch (JsonProcessingException e) {
      throw new MalformedLine("not JSON, from column " + e.getLocation().getColumnNr() + " on");
    }
  }

  private String text() throws MalformedLine {
    String text = new String(buffer, start, end - start, StandardCharsets.UTF_8);
    // The replacement character stands for malformed bytes, or for itself.
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, start, end - start));
      } catch (CharacterCodingException e) {
        throw new MalformedLine("not UTF-8");
      }
    }
    return text;
  }
}
