package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealCommandTest {
  private static final String NOTES =
      """
      # By hand.
      catalogue: notes
      format: 1
      version: "1"
      title: Notes
      categories: {}
      capabilities: {}
      operations: {}
      """;

  private static final String SEALED =
      NOTES + "# warder: whole, sha256 " + Hashing.sha256().hashString(NOTES, UTF_8) + "\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = Files.writeString(folder.resolve("notes.yaml"), NOTES);
  }

  /** Returns a run with the file's name and its fingerprint left out. */
  private Run seal(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "seal";
    args[1] = file.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    Run run = warder(args);
    return new Run(
        run.exitCode(),
        run.out().replace(file + "", "FILE").replaceAll("[0-9a-f]{64}|[0-9a-f]{12}", "FINGERPRINT"),
        run.err().replace(file.toString(), "FILE"));
  }

  @Test
  void file_byHand_getsTheLine() throws Exception {
    assertThat(seal())
        .isEqualTo(
            Run.allowed(
                """
                SEALED
                  file:      FILE
                  catalogue: notes 1 (FINGERPRINT)
                """));
    assertThat(Files.readString(file)).isEqualTo(SEALED);
  }

  @Test
  void file_sealedAgain_isTheSame() throws Exception {
    Run first = seal();
    assertThat(seal()).isEqualTo(first);
    assertThat(Files.readString(file)).isEqualTo(SEALED);
  }

  @Test
  void file_changedSince_isRefusedElsewhereAndSealedAnew() throws Exception {
    Files.writeString(file, SEALED.replace("title: Notes", "title: Noted"));
    Run lint = warder("lint", "--catalogue", file.toString());
    assertThat(lint.exitCode()).isEqualTo(2);
    assertThat(lint.err()).contains(":9:25: ").contains("type `warder seal " + file + "`");
    assertThat(seal().exitCode()).isZero();
    assertThat(warder("lint", "--catalogue", file.toString()).exitCode()).isZero();
  }

  /** A file by hand is read by commands that answer and end, without a word. */
  @Test
  void file_withoutTheLine_isAnsweredFrom() {
    Run lint = warder("lint", "--catalogue", file.toString());
    assertThat(lint.exitCode()).isZero();
    assertThat(lint.err()).isEmpty();
  }

  @Test
  void link_staysAndItsTargetIsSealedWithItsMode() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("notes.yaml"));
    assertThat(warder("seal", link.toString()).exitCode()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(file)).isEqualTo(SEALED);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void json_isTheCatalogue() {
    assertThat(seal("--json"))
        .isEqualTo(
            Run.allowed(
                """
                {"format":1,"catalogue":"notes","version":"1","fingerprint":"FINGERPRINT"}
                """));
  }

  @Test
  void file_withAProblem_isLeft() throws Exception {
    Files.writeString(file, NOTES + "limits: 5\n");
    assertThat(seal())
        .isEqualTo(
            noAnswer(
                """
                FILE:9:9: limits: a map is expected here, not text: `5`
                warder: 1 problem in `FILE`; nothing of it was read
                """));
    assertThat(Files.readString(file)).isEqualTo(NOTES + "limits: 5\n");
  }

  @Test
  void file_notThereOrNoFile_isToldInOneLine() {
    assertThat(warder("seal", folder + "/none"))
        .isEqualTo(noAnswer("warder: cannot seal `" + folder + "/none`: there is no such file\n"));
    assertThat(warder("seal", folder.toString()))
        .isEqualTo(noAnswer("warder: cannot seal `" + folder + "`: it is a folder; name a file\n"));
    assertThat(warder("seal", "/dev/null"))
        .isEqualTo(noAnswer("warder: cannot seal `/dev/null`: it is no regular file\n"));
  }

  @Test
  void file_inACircleOfLinks_isToldInWords() throws Exception {
    Path link = folder.resolve("a");
    Files.createSymbolicLink(link, Path.of("b"));
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
    assertThat(warder("reference", "--format", "json", "-o", link.toString()))
        .isEqualTo(noAnswer("warder: cannot write `" + link + "`: its links lead in a circle\n"));
    assertThat(warder("lint", "--catalogue", link.toString()).err())
        .isEqualTo("warder: cannot read `" + link + "`: its links lead in a circle\n");
  }

  @Test
  void hyphen_wherePathsAreRead_saysWhatIsStandardInput() {
    assertThat(warder("lint", "--catalogue", "-").err())
        .isEqualTo(
            "warder: cannot read `-`: there is no such file; standard input is /dev/stdin\n");
    assertThat(warder("openapi", "compare", "-").err())
        .isEqualTo(
            "warder: cannot read `-`: there is no such file; standard input is /dev/stdin\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seal | needs one catalogue file: type warder seal FILE",
        "seal a b | needs one catalogue file: type warder seal FILE",
        "seal --help a | type --help alone, right after the command",
        "seal --jsn a | unknown option `--jsn`; did you mean `--json`?",
      })
  void wrongUsage_saysWhatWouldBeRight(String args, String message) {
    assertThat(warder(args.split(" ")))
        .isEqualTo(noAnswer("warder: " + message + "\nwarder: see warder seal --help\n"));
  }

  @Test
  void help_saysWhatItIsFor() {
    Run help = warder("seal", "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .startsWith("Adds the line to a catalogue file that proves it whole.\nUsage: warder seal ");
    assertThat(warder("completion").out()).contains("seal");
  }
}
