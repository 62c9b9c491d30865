package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file or a variable has to hold to hold a token: SEMANTICS.md, section 12. */
final class TokenTextTest extends WithStore {
  private Path file() {
    return folder.resolve("token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not logged in|a token has neither spaces nor characters beyond ASCII",
        "gr\u00fcn|a token has neither spaces nor characters beyond ASCII",
        "a.b.c\\r|a token has neither spaces nor characters beyond ASCII",
        "\uFEFF\uFEFFa.b.c|a token has neither spaces nor characters beyond ASCII",
        "Authorization:\u2003Bearer a.b.c|a token has neither spaces nor characters beyond ASCII",
        "a.b.c\\nd.e.f|holds 2 lines; a token is one line, alone or as a header line",
        "Authorization: Bearer|holds no token",
        "Authorization:|holds no token"
      })
  void aTokenFile_withoutAToken_isNoAnswer(String text, String message) throws Exception {
    Files.writeString(file(), text.replace("\\n", "\n").replace("\\r", "\r"));
    Run run = run("token", "inspect", "--token-file", file().toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message).doesNotContain("logged").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aTokenVariable_isReadAsAFile() throws Exception {
    environment.put("WARDER_ENCRYPTION_KEY", "ab".repeat(32));
    String unused = create("ci", "-c", "all", "--value-file", file().toString());
    environment.put("T", "Authorization: Bearer " + Files.readString(file()) + "\r\n");
    assertThat(run("token", "inspect", "--token-env", "T").exitCode()).isZero();
    environment.put("T", " ");
    assertThat(run("token", "inspect", "--token-env", "T"))
        .isEqualTo(new Run(2, "", "warder: the variable `T` holds no token\n"));
  }

  @Test
  void aTokenFile_beyondAMebibyte_isNoAnswer() throws Exception {
    Files.writeString(file(), "a".repeat((1 << 20) + 1));
    assertThat(run("token", "inspect", "--token-file", file().toString()))
        .isEqualTo(
            new Run(
                2,
                "",
                "warder: `" + file() + "` holds no token: it is larger than 1048576 bytes\n"));
  }
}
