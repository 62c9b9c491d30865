package dev.warder.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All lines of a file, and all strings of a token, share the search for what may be meant. */
class UnknownStepsTest {
  @TempDir Path folder;

  private static CatalogueBuilder builder() {
    return Catalogue.builder("many").version("1").title("Many").category("all", "All");
  }

  @Test
  void batch_afterTenMillionNames_linesNameNoNearest() throws Exception {
    CatalogueBuilder builder = builder();
    for (int i = 0; i < 10_000; i++) {
      String id = "o%05d".formatted(i);
      builder.operation(id, o -> o.at("GET", "/" + id).summary("S").requires(Requires.PUBLIC));
    }
    Path file = folder.resolve("many.json");
    Files.writeString(file, builder.build().canonicalForm());
    String line = "{\"account\": \"A\", \"capabilities\": [], \"operation\": \"x00001\"}\n";
    Run run =
        Run.reading(line.repeat(1_001), "check", "--batch", "-", "--catalogue", file.toString());
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(1_001);
    assertThat(lines.get(999)).contains("unknown operation `x00001`; did you mean `o00001`?\"");
    assertThat(lines.get(1_000)).contains("unknown operation `x00001`\"");
  }

  @Test
  void capabilities_afterAMillionLooks_notesSayNoMore() throws Exception {
    CatalogueBuilder builder = builder();
    for (int i = 0; i < 2_000; i++) {
      String raw = "c%04d".formatted(i);
      builder.capability(raw, c -> c.label(raw).category("all"));
    }
    builder.operation("o", o -> o.at("GET", "/o").summary("S").requires(Requires.PUBLIC));
    Path file = folder.resolve("many.json");
    Files.writeString(file, builder.build().canonicalForm());
    String given =
        IntStream.range(0, 501).mapToObj("x%04d"::formatted).collect(Collectors.joining(","));
    Run run =
        Run.warder("check", "--capabilities", given, "--catalogue", file.toString(), "GET", "/o");
    List<String> notes = run.err().lines().toList();
    assertThat(notes)
        .contains(
            "warder: warning: unknown capability `x0499` matches nothing; did you mean `c0499`?");
    assertThat(notes).contains("warder: warning: unknown capability `x0500` matches nothing");
  }
}
