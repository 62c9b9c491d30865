package dev.warder.analysis.usage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines that end with a line feed or the end of input; those of white space alone are left out. */
final class ByteLines {
  private final InputStream in;
  private final int mostBytes;
  private final byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private byte[] line = new byte[1 << 10];
  private int length;
  private boolean isTooLong;
  private long number;

  ByteLines(InputStream in, int mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /** Reads on to the next line, and returns whether there is one. */
  boolean next() throws IOException {
    while (read()) {
      number++;
      if (isTooLong || !isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** Returns what holds the line in its first {@link #length} bytes, until the next one is read. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** Returns whether the line is longer than allowed; then its bytes are not all there. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** Returns the line's number, from 1, in a count that has blank lines in it. */
  long number() {
    return number;
  }

  private boolean read() throws IOException {
    length = 0;
    isTooLong = false;
    while (true) {
      if (start == end && !fill()) {
        return length > 0 || isTooLong;
      }
      int lineEnd = start;
      while (lineEnd < end && buffer[lineEnd] != '\n') {
        lineEnd++;
      }
      append(lineEnd - start);
      start = lineEnd;
      if (start < end) {
        start++;
        return true;
      }
    }
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private void append(int count) {
    if (isTooLong || length + count > mostBytes) {
      isTooLong = true;
      return;
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, Math.min(2 * line.length, mostBytes)));
    }
    System.arraycopy(buffer, start, line, length, count);
    length += count;
  }

  private boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
