package dev.warder.gate.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.gate.revocation.RevocationLog.Entry;
import java.io.IOException;

/** An entry of a log as a line of a file. */
final class LogLine {
  private LogLine() {}

  /** Returns the line with its end. */
  static byte[] write(Entry entry) {
    String line =
        "{\"position\":"
            + entry.position()
            + ",\"revocation\":"
            + RevocationText.write(entry.revocation())
            + ",\"link\":\""
            + entry.link()
            + "\"}\n";
    return line.getBytes(UTF_8);
  }

  /** Reads a line, without its end. */
  static Entry read(byte[] line) throws IOException {
    try (OrderedMembers members = OrderedMembers.of(line)) {
      long position = members.number("position");
      members.begin("revocation");
      Revocation revocation = RevocationText.read(members);
      members.end();
      String link = members.text("link");
      members.finish();
      return new Entry(position, revocation, link);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
