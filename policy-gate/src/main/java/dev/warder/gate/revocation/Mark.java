package dev.warder.gate.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.gate.revocation.RevocationLog.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** How far a log was read: the position and the link of the last entry. */
record Mark(long position, String link) {
  static final Mark NONE = new Mark(0, RevocationLog.NO_LINK);

  static Mark of(Entry entry) {
    return new Mark(entry.position(), entry.link());
  }

  /** Reads a mark; there is none where there is no file. */
  static Mark read(Path path) throws IOException {
    byte[] content;
    try {
      content = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      return NONE;
    }
    try (OrderedMembers members = OrderedMembers.of(content)) {
      long format = members.number("format");
      long position = members.number("position");
      String link = members.text("link");
      members.finish();
      if (format != 1 || position < 1 || link.length() != NONE.link.length()) {
        throw new IOException("not as it was written");
      }
      return new Mark(position, link);
    } catch (IOException e) {
      throw new IOException(path + ": " + e.getMessage(), e);
    }
  }

  void write(Path path) throws IOException {
    String json = "{\"format\":1,\"position\":" + position + ",\"link\":\"" + link + "\"}\n";
    DurableFile.replace(path, json.getBytes(UTF_8));
  }
}
