package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.warder.gate.revocation.Revocation.OfAccount;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.Revocation.OfUser;
import dev.warder.gate.revocation.Revocation.OfValue;
import dev.warder.gate.revocation.RevocationLog.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A log in a file that no other test has. */
abstract class WithLogFile {
  static final List<Revocation> EACH_KIND =
      List.of(
          new OfValue("i", "v\"\\", Tokens.EXPIRES),
          new OfValue("i", "\u00FC\uD83D\uDE00", null),
          new OfToken("i", "t"),
          new OfAccount("i", "a", Tokens.ISSUED),
          new OfUser("i", "u", Instant.MAX));

  @TempDir Path folder;
  Path file;
  FileRevocationLog log;
  private String header;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("revocations.log");
    log = FileRevocationLog.openOrMake(file, new SecureRandom());
  }

  static Revocation token(int i) {
    return new OfToken("i", "t-" + i);
  }

  void append(int from, int to) throws IOException {
    for (int i = from; i <= to; i++) {
      assertThat(log.append(token(i))).isEqualTo(i);
    }
  }

  /** Replaces all that stands behind the header. */
  void write(String text) throws IOException {
    Files.writeString(file, header() + text);
  }

  /** Returns what stands behind the header. */
  String text() throws IOException {
    return Files.readString(file).substring(LogHeader.LENGTH);
  }

  private String header() throws IOException {
    if (header == null) {
      header = Files.readString(file).substring(0, LogHeader.LENGTH);
    }
    return header;
  }

  List<Revocation> revocations(long from, int most) throws IOException {
    return log.read(from, most).stream().map(Entry::revocation).toList();
  }

  void assertRefused(String message) {
    assertThatIOException().isThrownBy(() -> log.read(1, 10)).withMessage(log(message));
  }

  String log(String message) {
    return file + ", " + message;
  }

  static void assertLinked(List<Entry> entries) {
    Entry before = new Entry(0, token(0), RevocationLog.NO_LINK);
    for (Entry entry : entries) {
      assertThat(entry)
          .isEqualTo(Entry.after(before.position(), before.link(), entry.revocation()));
      before = entry;
    }
  }
}
