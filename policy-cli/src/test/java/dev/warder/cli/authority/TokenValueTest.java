package dev.warder.cli.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.WithStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the value of a new or rotated token goes: it is shown, written to a file, or lost. */
class TokenValueTest extends WithStore {
  private static final String NO_GATE = "--gate-bound=0";

  private static final String LOST =
      "warder: the value of token ID is lost; the token is valid: for another value, type `warder"
          + " token rotate ID`\nwarder: cannot write to standard output\n";

  @Test
  void create_valueShownOnce() {
    Run run =
        run("token", "create", "ci", "-c", "Write App", "-c", "read:app", "--algorithm=ES256");
    assertThat(normal(run.out()))
        .isEqualTo(
            """
            CREATED
              id:           ID
              name:         ci
              account:      A
              user:         ada
              capabilities: read:app (Read App)
                            write:app (Write App)
              issued:       2026-01-01T00:00:00Z
              expires:      2026-01-31T00:00:00Z
              state:        live
            Its value, which is shown this once and kept nowhere:
            VALUE
            """);
    assertThat(run.err())
        .isEqualTo(
            "warder: warning: signing keys are stored unencrypted in `"
                + store
                + "` (mode 600); encrypt them with --encryption-key-file FILE\n");
    assertThat(create("second", "-c", "all", "--expires", "never")).isNotEqualTo(id(run.out()));
  }

  @Test
  void create_valueFile_theOwnersAloneAndNothingShown() throws Exception {
    Path file = folder.resolve("ci.token");
    Run run =
        run("token", "create", "ci", "-c", "all", "--value-file", file + "", "--algorithm=EdDSA");
    assertThat(run.out()).endsWith("Its value is in `" + file + "`\n").doesNotContain("eyJ");
    assertThat(normal(Files.readString(file))).isEqualTo("VALUE\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void create_fileThatCannotBeWritten_noTokenIsMade() {
    Run run = run("token", "create", "ci", "-c", "all", "--value-file", folder + "/no/ci.token");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("warder: cannot write `" + folder + "/no/ci.token`: there is no such folder\n");
    assertThat(run("token", "create", "c", "-c", "all", "--value-file", folder + "").err())
        .isEqualTo("warder: cannot write `" + folder + "`: it is a folder; name a file\n");
    assertThat(run("token", "list", "--json").out()).isEqualTo("{\"format\":1,\"tokens\":[]}\n");
  }

  @Test
  void create_valueFileThatIsAPipe_writtenThrough() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path read = folder.resolve("read");
    Process reader =
        new ProcessBuilder("cat", pipe.toString()).redirectOutput(read.toFile()).start();
    String unused = create("ci", "-c", "all", "--value-file", pipe + "");
    assertThat(reader.waitFor()).isZero();
    assertThat(normal(Files.readString(read))).isEqualTo("VALUE\n");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void create_valueFileThatIsALink_itsTargetHasTheValue() throws Exception {
    Path target = Files.writeString(folder.resolve("target"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    String unused = create("ci", "-c", "all", "--value-file", link + "");
    assertThat(link).isSymbolicLink();
    assertThat(normal(Files.readString(target))).isEqualTo("VALUE\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
  }

  @Test
  void create_valueFileThatHasAValue_warnsOfItsToken() throws Exception {
    Path file = Files.createFile(folder.resolve("ci.token"));
    String[] words = {"token", "create", "ci", "-c", "all", "--value-file", file + ""};
    assertThat(run(words).err()).doesNotContain("was replaced");
    assertThat(run(words).err())
        .isEqualTo(
            "warder: warning: `%s` was replaced; a token whose value it held stays valid until it is revoked\n"
                .formatted(file));
  }

  /** A link must not have been replaced, and its target have no value. */
  @Test
  void create_valueFileThatIsALinkToNothing_itsTargetHasTheValue() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
    String unused = create("ci", "-c", "all", "--value-file", link + "");
    assertThat(link).isSymbolicLink();
    assertThat(normal(Files.readString(folder.resolve("target")))).isEqualTo("VALUE\n");
  }

  @Test
  void create_refused_noFileIsLeft() {
    Run run =
        run("token", "create", "ci", "-c", "rule", "--value-file", folder.resolve("ci.token") + "");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("`rule`");
    assertThat(folder.toFile().list())
        .noneMatch(name -> name.endsWith(".tmp") || name.endsWith(".token"));
  }

  @Test
  void rotate_anotherValueInTheSameFile() throws Exception {
    Path file = folder.resolve("ci.token");
    String id = create("ci", "-c", "read:app", "--value-file", file.toString());
    Path old = Files.copy(file, folder.resolve("old"));
    assertThat(
            run("token", "rotate", id, "--expires=60d", NO_GATE, "--value-file", file.toString())
                .out())
        .startsWith("ROTATED\n  id:           " + id + "\n")
        .contains("  expires:      2026-03-02T00:00:00Z\n");
    assertThat(run("me", "--token-file", file.toString()).exitCode()).isZero();
    assertRefused(
        run("me", "--token-file", old.toString()), "the token, or this value of it, was revoked");
  }

  /** The wait is cut off as soon as the value is out. */
  @Test
  void rotate_waitThatFails_valueWasPrintedBeforeAndIsValid() throws Exception {
    String id = create("ci", "-c", "read:app");
    StringWriter out =
        new StringWriter() {
          @Override
          public void flush() {
            if (toString().contains("eyJ")) {
              Thread.currentThread().interrupt();
            }
          }
        };
    StringWriter err = new StringWriter();
    int exitCode =
        Run.printing(
            environment,
            new PrintWriter(out),
            new PrintWriter(err),
            "token",
            "rotate",
            id,
            "--gate-bound=3600");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(exitCode).isEqualTo(2);
    assertThat(err)
        .hasToString(
            "warder: the token was rotated: its new value is valid, and its old value is revoked,"
                + " which every gate heeds within its bound; to wait for that failed: the thread"
                + " was interrupted; wait again\n");
    String value = out.toString().lines().filter(line -> line.startsWith("eyJ")).findFirst().get();
    environment.put("T", value);
    Run me = run("me", "--token-env", "T");
    assertThat(me.err()).isEmpty();
    assertThat(me.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--algorithm=ES256", "--json"})
  void create_outputThatCannotBeWritten_saysWhichTokenLostItsValueAndWhatToType(String option) {
    String unused = create("first", "-c", "read:app", "--expires", "never");
    String err = withClosedOutput("token", "create", "ci", "-c", "read:app", option);
    assertThat(normal(err)).isEqualTo(LOST);
    assertThat(run("token", "show", id(err)).out()).contains("name:         ci");
    assertThat(run("token", "rotate", id(err), NO_GATE).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--expires=30d", "--json"})
  void rotate_outputThatCannotBeWritten_saysWhichTokenLostItsValueAndWhatToType(String option) {
    String id = create("ci", "-c", "read:app");
    String err = withClosedOutput("token", "rotate", id, option, NO_GATE);
    assertThat(normal(err)).isEqualTo(LOST);
    assertThat(err).contains("type `warder token rotate " + id + "`\n");
  }

  @Test
  void create_outputThatCannotBeWrittenButAFile_saysWhereTheValueIs() throws Exception {
    Path file = folder.resolve("ci.token");
    String unused = create("first", "-c", "read:app");
    String err =
        withClosedOutput("token", "create", "ci", "-c", "all", "--value-file", file.toString());
    assertThat(normal(err))
        .isEqualTo(
            "warder: the value of token ID is in `"
                + file
                + "`\nwarder: cannot write to standard output\n");
    assertThat(normal(Files.readString(file))).isEqualTo("VALUE\n");
  }

  @Test
  void create_fileThatIsFull_saysWhichTokenLostItsValueAndWhatToType() {
    String unused = create("first", "-c", "read:app");
    Run run = run("token", "create", "ci", "-c", "all", "--value-file", "/dev/full");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(normal(run.err()))
        .isEqualTo(
            "warder: the value of token ID is lost, as `/dev/full` cannot be written (No space left"
                + " on device); the token is valid: for another value, type `warder token rotate"
                + " ID`\n");
  }

  /** Returns what a run says whose standard output takes nothing, and that has no answer. */
  private String withClosedOutput(String... args) {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(closed, false, UTF_8);
    assertThat(Run.printing(environment, out, new PrintWriter(err), args)).isEqualTo(2);
    return err.toString();
  }
}
