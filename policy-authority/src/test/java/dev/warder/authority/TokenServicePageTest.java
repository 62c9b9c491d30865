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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/how-to/run-a-token-service.md} shows compiles, and does what the page says. */
class TokenServicePageTest {
  private static final Path PAGE = Path.of("..", "docs", "how-to", "run-a-token-service.md");

  /** What the page imports for its program, and for all that follows. */
  private static final String PROGRAM =
      "import dev.warder.authority.*; import dev.warder.authority.key.*;"
          + " import dev.warder.gate.*; import java.util.*;";

  private static final String ALL =
      PROGRAM + " import dev.warder.gate.token.*; import java.security.*; import java.time.*;";

  private static final String KEPT =
      "dev.warder.model.Catalogue catalogue, dev.warder.engine.ResourceOwners owners,"
          + " java.nio.file.Path folder, byte[] secret, byte[] auditSecret";

  @TempDir private Path folder;

  /** Returns the blocks of the page, all of which are Java. */
  private static List<String> blocks() throws Exception {
    List<MatchResult> blocks =
        Pattern.compile("(?ms)^ *```([a-z]*)\n(.*?)^ *```$")
            .matcher(Files.readString(PAGE))
            .results()
            .toList();
    assertThat(blocks).extracting(block -> block.group(1)).containsOnly("java");
    return blocks.stream().map(block -> block.group(2)).toList();
  }

  @Test
  void program_gateAndAuthority_refuseWhatWasRevoked() throws Exception {
    String program = blocks().get(0);
    assertThat(program.lines().count()).isLessThanOrEqualTo(15);
    assertThat(Snippet.compile(PROGRAM, KEPT, program, folder)).isEmpty();
    assertThat(printed()).isEqualToIgnoringNewLines("allowedrevoked-token");
  }

  @Test
  void blocks_afterTheProgram_compile() throws Exception {
    List<String> parameters =
        List.of("TokenService service", "TokenService service, Operator operator", KEPT);
    List<String> blocks = blocks().subList(1, blocks().size());
    assertThat(blocks).hasSameSizeAs(parameters);
    for (int i = 0; i < blocks.size(); i++) {
      assertThat(Snippet.compile(ALL, parameters.get(i), blocks.get(i), folder)).isEmpty();
    }
  }

  private String printed() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, TokenServicePageTest.class.getClassLoader())) {
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
