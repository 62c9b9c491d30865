package dev.warder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchLinesTest {
  @TempDir private Path folder;

  @Test
  void write_lines_countsThoseThatHoldTheCapability() throws IOException {
    Path file = folder.resolve("lines");
    int allowed = BatchLines.write(file, 1_000);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1_000);
    assertThat(lines.stream().filter(line -> line.contains("[\"write:app\"]")))
        .hasSize(allowed)
        .hasSizeBetween(400, 600);
  }

  @Test
  void write_moreLines_beginWithTheSame() throws IOException {
    Path few = folder.resolve("few");
    Path many = folder.resolve("many");
    BatchLines.write(few, 10);
    BatchLines.write(many, 20);
    assertThat(Files.readString(many)).startsWith(Files.readString(few));
  }
}
