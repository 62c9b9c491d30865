package dev.warder.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.ResourceOwners;
import dev.warder.model.ControlApi;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example of an authority compiles, and does what it says. */
class ReadmeExampleTest {
  @TempDir private Path folder;

  @Test
  void example_service_refusesWhatItRevoked() throws Exception {
    Matcher example =
        Pattern.compile("```java\n(TokenService service =.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(example.find()).isTrue();
    String printed =
        Snippet.compile(
            "import dev.warder.authority.*; import dev.warder.authority.key.*;"
                + " import dev.warder.gate.*; import java.util.*;",
            "dev.warder.model.Catalogue catalogue, dev.warder.engine.ResourceOwners owners,"
                + " java.nio.file.Path folder, byte[] secret, byte[] auditSecret",
            example.group(1),
            folder);
    assertThat(printed).isEmpty();
    assertThat(example.group(1).lines().count()).isLessThanOrEqualTo(15);
    assertThat(printed()).isEqualToIgnoringNewLines("allowedrevoked-token");
  }

  /** The code of a page compiles, each block by itself. */
  @Test
  void pageOfTokenServices_blocks_compile() throws Exception {
    String kept =
        "dev.warder.model.Catalogue catalogue, dev.warder.engine.ResourceOwners owners,"
            + " java.nio.file.Path folder, byte[] secret, byte[] auditSecret";
    String opened = "TokenService service, Operator operator";
    List<String> parameters = List.of(kept, opened, opened, kept);
    List<String> blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("..", "docs", "how-to", "run-a-token-service.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).hasSameSizeAs(parameters);
    for (int i = 0; i < blocks.size(); i++) {
      assertThat(
              Snippet.compile(
                  "import dev.warder.authority.*; import dev.warder.authority.key.*;"
                      + " import dev.warder.gate.*; import dev.warder.gate.token.*;"
                      + " import java.security.*; import java.time.*; import java.util.*;",
                  parameters.get(i),
                  blocks.get(i),
                  folder))
          .isEmpty();
    }
  }

  private String printed() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ReadmeExampleTest.class.getClassLoader())) {
      System.setOut(new PrintStream(printed, true, UTF_8));
      Path kept = Files.createDirectory(folder.resolve("kept"));
      loader
          .loadClass("Example")
          .getMethods()[0]
          .invoke(
              null,
              ControlApi.catalogue(),
              ResourceOwners.of(Map.of("app", Map.of("28AB9a", "A"))),
              kept,
              new byte[32],
              new byte[32]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8).strip();
  }
}
