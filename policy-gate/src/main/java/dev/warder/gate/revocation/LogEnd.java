package dev.warder.gate.revocation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The end of a log file as an append has read it. What another wrote after that is never
 * overwritten: the file is open for appending, and a torn line is cut off only while the file has
 * the size that was read.
 *
 * @param place the file, for messages
 * @param lines where the last whole line ends
 * @param size where the file ended, with a torn line
 */
record LogEnd(Path place, long lines, long size) {
  /**
   * Cuts a torn line off, adds a line and makes it durable.
   *
   * @param file open for appending
   * @throws IOException when another wrote to the file since it was read; where it did between the
   *     check and the write, both lines are in the file, and reading it fails
   */
  void append(byte[] line, FileChannel file) throws IOException {
    checkSize(size, file);
    if (size > lines) {
      file.truncate(lines);
    }
    ByteBuffer rest = ByteBuffer.wrap(line);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    file.force(false);
    checkSize(lines + line.length, file);
  }

  private void checkSize(long expected, FileChannel file) throws IOException {
    long found = file.size();
    if (found != expected) {
      throw new IOException(
          "%s: another wrote to the log without its lock: it has %d bytes, and must have %d"
              .formatted(place, found, expected));
    }
  }
}
