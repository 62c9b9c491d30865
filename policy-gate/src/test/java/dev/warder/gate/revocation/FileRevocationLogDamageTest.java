package dev.warder.gate.revocation;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.gate.revocation.Revocation.OfUser;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log that is not as it was written, by a torn write or by somebody else. */
class FileRevocationLogDamageTest extends WithLogFile {
  @Test
  void tornLastLine_everyLength_passedOverAndCutOffByTheNextAppend() throws Exception {
    append(1, 2);
    String two = text();
    append(3, 3);
    String three = text();
    for (int length = two.length(); length < three.length(); length++) {
      write(three.substring(0, length));
      assertThat(FileRevocationLog.open(file).read(1, 10)).hasSize(2);
      assertThat(text()).hasSize(length);
      assertThat(FileRevocationLog.open(file).append(token(3))).isEqualTo(3);
      assertThat(text()).isEqualTo(three);
    }
  }

  @Test
  void append_fileHasLessThanItHad_refusedUntilItIsRestored() throws Exception {
    append(1, 2);
    String two = text();
    append(3, 3);
    String three = text();
    for (String less : List.of("", two, three.substring(0, three.length() - 1))) {
      write(less);
      assertThatIOException()
          .isThrownBy(() -> log.append(token(4)))
          .withMessage(log("line 4: this entry is not there any more as it was"));
      assertThat(text()).isEqualTo(less);
    }
    write(three);
    append(4, 4);
  }

  @Test
  void append_wrongLinkBefore_refused() throws Exception {
    append(1, 1);
    String first = text();
    write(first.replace("t-1", "t-x"));
    assertThatIOException()
        .isThrownBy(() -> FileRevocationLog.open(file).append(token(2)))
        .withMessage(log("line 3: the line before has a wrong link"));
  }

  @Test
  void read_notAsItIsWritten_errorWithFileAndLine() throws Exception {
    append(1, 1);
    String one = text();
    write(one + "{}\n");
    assertRefused("line 3: expected `position`");
    write(one + "[]\n");
    assertRefused("line 3: expected an object");
    write(one + "\n");
    assertRefused("line 3: expected an object");
    write(one + "{\"position\":1\n");
    assertThatIOException().isThrownBy(() -> log.read(1, 9)).withMessageContaining("line 3: ");
    write(one + one);
    assertRefused("line 3: the position is 1");
    write(one.replace("\"position\":1", "\"position\":\"1\""));
    assertRefused("line 2: expected a whole number for `position`");
    write(one.replace("\"position\":1", "\"position\":99999999999999999999"));
    assertRefused("line 2: too great a number for `position`");
    write(one.replace("\"issuer\"", "\"id\":\"x\",\"issuer\""));
    assertRefused("line 2: expected `issuer`, not `id`");
    write(one.replace("\"id\"", "\"issuer\":\"x\",\"id\""));
    assertRefused("line 2: expected `id`, not `issuer`");
    write(one.replace("},", ",\"more\":1},"));
    assertRefused("line 2: expected the end of an object");
    write(one.replace("\"}\n", "\",\"link\":\"\"}\n"));
    assertRefused("line 2: expected the end of an object");
    write(one.replace("\"}\n", "\"}{}\n"));
    assertRefused("line 2: more than one object");
    write(one.replace("\"token\"", "\"tokens\""));
    assertRefused("line 2: no kind of revocation: `tokens`");
    write(one.replace("\"t-1\"", "1"));
    assertRefused("line 2: expected text for `id`");
    write(one.replace("{\"kind\"", "[\"kind\""));
    assertRefused("line 2: expected an object for `revocation`");
    write(one.replace("t-1", ""));
    assertThatIOException()
        .isThrownBy(() -> log.read(1, 9))
        .withMessageContaining("line 2: a name is 1 to 256 characters");
    write("");
    Files.write(file, new byte[] {'{', '"', (byte) 0xFC, '\n'}, StandardOpenOption.APPEND);
    assertRefused("line 2: not UTF-8");
    write("{\"position\"=1}\n");
    assertRefused("line 2: not JSON");
    write("x".repeat(16_385));
    assertRefused("line 2: longer than any entry");
    write("x".repeat(16_384));
    assertThat(log.read(1, 9)).isEmpty();
  }

  @Test
  void read_instantInAnotherForm_refused() throws Exception {
    log.append(new OfUser("i", "u", Tokens.ISSUED));
    String one = text();
    write(one.replace("10:00:00Z", "10:00:00.0Z"));
    assertRefused(
        "line 2: an instant in another form than it is written: `2026-11-25T10:00:00.0Z`");
    write(one.replace("10:00:00Z", "25:00:00Z"));
    assertRefused("line 2: no instant: `2026-11-25T25:00:00Z`");
    write(one.replace("2026-11-25T10:00:00Z", "never"));
    assertRefused("line 2: no instant: `never`");
  }

  @Test
  void read_afterAnErrorThatIsGone_allEntries() throws Exception {
    append(1, 3);
    String good = text();
    assertThat(log.read(1, 2)).hasSize(2);
    write(good.substring(0, 20));
    assertThat(log.read(2, 2)).isEmpty();
    write(good.replace("t-2", "t-\u0001"));
    assertThatIOException().isThrownBy(() -> log.read(2, 2));
    write(good);
    assertThat(revocations(2, 2)).containsExactly(token(2), token(3));
  }

  @Test
  void readAndAppend_anotherLogInItsPlaceOrNone_fail() throws Exception {
    append(1, 2);
    assertThat(log.read(1, 10)).hasSize(2);
    Path other = folder.resolve("other.log");
    try (FileRevocationLog another = FileRevocationLog.openOrMake(other, new SecureRandom())) {
      another.append(token(7));
    }
    Files.move(other, file, REPLACE_EXISTING);
    assertThatIOException()
        .isThrownBy(() -> log.read(1, 10))
        .withMessageContaining("another log has its place");
    assertThatIOException()
        .isThrownBy(() -> log.append(token(8)))
        .withMessageContaining("another log has its place");
    Files.delete(file);
    assertThatThrownBy(() -> log.read(1, 10)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> log.append(token(8))).isInstanceOf(NoSuchFileException.class);
  }
}
