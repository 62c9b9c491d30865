package dev.warder.analysis.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.ControlApi;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The copies in {@code spec/} are what the catalogue says today. */
class CommittedReferenceTest {
  private static final Path SPEC = Path.of("..", "spec");

  private static Reference reference() throws Exception {
    return Reference.of(ControlApi.catalogue());
  }

  private static void check(String file, String format, String expected) throws Exception {
    byte[] committed =
        Files.exists(SPEC.resolve(file)) ? Files.readAllBytes(SPEC.resolve(file)) : new byte[0];
    assertThat(new String(committed, UTF_8).equals(expected))
        .withFailMessage(
            "spec/%s is not what the catalogue says: run"
                + " `./warder reference --format %s -o spec/%1$s` and commit it",
            file, format)
        .isTrue();
  }

  @Test
  void markdown_isUpToDate() throws Exception {
    check("REFERENCE.md", "markdown", reference().markdown());
  }

  @Test
  void html_isUpToDate() throws Exception {
    check("reference.html", "html", reference().html());
  }
}
