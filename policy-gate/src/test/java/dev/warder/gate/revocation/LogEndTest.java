package dev.warder.gate.revocation;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an append does to a file that another may have written to meanwhile. */
class LogEndTest {
  private static final byte[] LINE = "mine\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private String appended(String content, long lines, long size) throws IOException {
    Path file = Files.writeString(folder.resolve("log"), content);
    try (FileChannel channel = FileChannel.open(file, APPEND)) {
      new LogEnd(file, lines, size).append(LINE, channel);
    }
    return Files.readString(file);
  }

  private void assertRefused(String content, long lines, long size) throws IOException {
    assertThatIOException()
        .isThrownBy(() -> appended(content, lines, size))
        .withMessage(
            folder.resolve("log")
                + ": another wrote to the log without its lock: it has "
                + content.length()
                + " bytes, and must have "
                + size);
    assertThat(Files.readString(folder.resolve("log"))).isEqualTo(content);
  }

  @Test
  void append_asItWasRead_lineAddedAndTornLineCutOff() throws Exception {
    assertThat(appended("", 0, 0)).isEqualTo("mine\n");
    assertThat(appended("a\n", 2, 2)).isEqualTo("a\nmine\n");
    assertThat(appended("a\ntorn", 2, 6)).isEqualTo("a\nmine\n");
  }

  @Test
  void append_longerOrShorterThanItWasRead_refusedAndNothingChanged() throws Exception {
    assertRefused("a\nother\n", 2, 2);
    assertRefused("a\ntorn", 2, 2);
    assertRefused("a\ntorn-on", 2, 6);
    assertRefused("a\n", 2, 6);
    assertRefused("a", 2, 2);
  }
}
