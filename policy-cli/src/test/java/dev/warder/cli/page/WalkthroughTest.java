package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No block of a page goes unnoticed. */
class WalkthroughTest {
  @TempDir private Path folder;

  private void follow(String text) throws Exception {
    new Walkthrough(folder, Map.of()).follow(DocPage.parse(Path.of("page.md"), text));
  }

  private static String block(String language, String text) {
    return "```" + language + "\n" + text + "```\n";
  }

  @ParameterizedTest
  @CsvSource({
    "text, some text, a block of an unknown language",
    "'', some text, a block of an unknown language",
    "console, $ echo one, an unknown command: echo one",
    "console, one, page.md:1",
    "console, $ ./warder explain nothing-known, nothing-known",
    "yaml, 'a: b', the name of a file before page.md:1"
  })
  void block_thatIsNotHandled_fails(String language, String text, String message) {
    assertThatThrownBy(() -> follow(block(language, text + "\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message);
  }

  @Test
  void fence_notClosed_fails() {
    assertThatThrownBy(() -> follow(block("json", "{}\n") + "```console\n$ cd x\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("page.md:4: a fence that is not closed");
  }

  @Test
  void output_otherThanShown_fails() {
    assertThatThrownBy(
            () -> follow(block("console", "$ ./warder check --anonymous GET /v1/me\nALLOWED\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("page.md:1: ./warder check --anonymous GET /v1/me");
  }

  @Test
  void file_isSavedAndMended() throws Exception {
    follow(
        "Save this as `notes.yaml`:\n\n"
            + block("yaml", "a: 1\nb: 1\n")
            + "Change `notes.yaml`:\n\n"
            + block("diff", " a: 1\n-b: 1\n+b: 2\n"));
    assertThat(Files.readString(folder.resolve("notes.yaml"))).isEqualTo("a: 1\nb: 2\n");
  }

  @Test
  void mendedLines_notInTheFile_fail() {
    assertThatThrownBy(
            () ->
                follow(
                    "`notes.yaml`\n"
                        + block("yaml", "a: 1\n")
                        + "`notes.yaml`\n"
                        + block("diff", "-a: 2\n+a: 3\n")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("page.md:6");
  }
}
