package dev.warder.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream, one at a time, in memory for the longest allowed line. A line ends with a
 * line feed, the last one also with the stream.
 */
final class BatchLines {
  /** The longest line, in bytes without its end; what is longer is skipped. */
  static final int MOST_BYTES = 1 << 20;

  private static final int READ_AT_ONCE = 1 << 16;

  private final InputStream in;
  private final Flushing beforeWaiting;
  private byte[] buffer = new byte[READ_AT_ONCE];
  private int start;
  private int end;
  private int filled;
  private long number;
  private boolean isTooLong;
  private long bytesRead;

  /** Told before the stream is asked for more, which may have to be waited for. */
  @FunctionalInterface
  interface Flushing {
    void flush() throws IOException;
  }

  BatchLines(InputStream in, Flushing beforeWaiting) {
    this.in = in;
    this.beforeWaiting = beforeWaiting;
  }

  /** Moves to the next line and returns whether there is one. */
  boolean next() throws IOException {
    start = number == 0 ? 0 : Math.min(end + 1, filled);
    isTooLong = false;
    int searched = start;
    while (true) {
      for (int i = searched; i < filled; i++) {
        if (buffer[i] == '\n') {
          end = i;
          number++;
          return true;
        }
      }
      searched = filled - start > MOST_BYTES ? tooLong() : filled - start;
      if (!fill()) {
        end = filled;
        boolean isLine = end > start || isTooLong;
        number += isLine ? 1 : 0;
        return isLine;
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
    beforeWaiting.flush();
    int count = in.read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      return false;
    }
    filled += count;
    bytesRead += count;
    return true;
  }

  /** Returns the number of the line, from 1. */
  long number() {
    return number;
  }

  boolean isTooLong() {
    return isTooLong || length() > MOST_BYTES;
  }

  /** Returns the bytes in which the line stands, at {@link #start} for {@link #length}. */
  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  int length() {
    return end - start;
  }

  long bytesRead() {
    return bytesRead;
  }
}
