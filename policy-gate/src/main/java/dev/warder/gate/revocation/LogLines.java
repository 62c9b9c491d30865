package dev.warder.gate.revocation;

import dev.warder.gate.revocation.RevocationLog.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a log file from one of them on. A last line that has no end is none: it is being
 * written, or was torn, and was never acknowledged.
 */
final class LogLines {
  /** More than any entry takes. */
  private static final int LONGEST_LINE = 16_384;

  /** The first entry of any log file. */
  static final Place START = new Place(1, LogHeader.LENGTH);

  private final Path path;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(65_536).flip();

  /** Where the file ended at first: what is beyond is another's, and may be under way. */
  private final long end;

  private long readTo;
  private Place next;

  /** An entry's position, and the byte at which its line begins. */
  record Place(long position, long offset) {}

  LogLines(Path path, FileChannel channel, Place from) throws IOException {
    this.path = path;
    this.channel = channel;
    this.end = channel.size();
    this.readTo = from.offset;
    this.next = from;
  }

  /** Returns where the next entry is or will be. */
  Place next() {
    return next;
  }

  /** Returns where the file ended at first, with a torn last line. */
  long end() {
    return end;
  }

  /** Returns the next entry, or null at the end. */
  @Nullable Entry read() throws IOException {
    byte @Nullable [] line = line();
    if (line == null) {
      return null;
    }
    Entry entry = parse(line);
    next = new Place(next.position + 1, next.offset + line.length + 1);
    return entry;
  }

  private Entry parse(byte[] line) throws IOException {
    try {
      Entry entry = LogLine.read(line);
      if (entry.position() != next.position) {
        throw new IOException("the position is " + entry.position());
      }
      return entry;
    } catch (IOException e) {
      throw error(e.getMessage(), e);
    }
  }

  IOException error(@Nullable String what, @Nullable Throwable cause) {
    // The first line is the header.
    return new IOException(path + ", line " + (next.position + 1) + ": " + what, cause);
  }

  private byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    while (buffer.hasRemaining() || fill()) {
      byte next = buffer.get();
      if (next == '\n') {
        return line.toByteArray();
      }
      if (line.size() == LONGEST_LINE) {
        throw error("longer than any entry", null);
      }
      line.write(next);
    }
    return null;
  }

  private boolean fill() throws IOException {
    buffer.clear().limit((int) Math.max(0, Math.min(buffer.capacity(), end - readTo)));
    int read = channel.read(buffer, readTo);
    buffer.flip();
    readTo += Math.max(read, 0);
    return read > 0;
  }
}
