package dev.warder.gate.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.gate.revocation.RevocationLog.Progress;
import dev.warder.model.file.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The file in which a follower remembers which log it reads, and how far it has come. */
final class Mark {
  private static final long FORMAT = 2;

  private Mark() {}

  /** Reads a mark, which is a regular file; there is none where there is no file. */
  static Optional<RevocationHead> read(Path path) throws IOException {
    byte[] content;
    try {
      FileKey.ofRegular(path);
      content = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try (OrderedMembers members = OrderedMembers.of(content)) {
      long format = members.number("format");
      if (format == 1) {
        throw new IOException(
            "this mark names no log (`warder revocations head` prints the head of a store)");
      }
      String log = members.text("log");
      long position = members.number("position");
      String link = members.text("link");
      members.finish();
      if (format != FORMAT) {
        throw new IOException("not as it was written");
      }
      return Optional.of(new RevocationHead(log, new Progress(position, link)));
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(
          path
              + ": "
              + e.getMessage()
              + "; where this mark is lost, remove it and pin the head of the log",
          e);
    }
  }

  static void write(Path path, RevocationHead head) throws IOException {
    String json =
        "{\"format\":%d,\"log\":\"%s\",\"position\":%d,\"link\":\"%s\"}\n"
            .formatted(FORMAT, head.log(), head.progress().position(), head.progress().link());
    DurableFile.replace(path, json.getBytes(UTF_8));
  }
}
