package dev.warder.gate.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.RevocationLog.Entry;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileRevocationLogTest extends WithLogFile {
  @Test
  void read_emptyLog_nothing() throws Exception {
    assertThat(log.read(1, 10)).isEmpty();
    assertThat(log.read(5, 10)).isEmpty();
  }

  @Test
  void append_eachKind_readAsItWas() throws Exception {
    for (Revocation revocation : EACH_KIND) {
      log.append(revocation);
    }
    assertThat(revocations(1, 10)).isEqualTo(EACH_KIND);
    assertThat(FileRevocationLog.open(file).read(1, 10)).isEqualTo(log.read(1, 10));
  }

  @Test
  void append_oneEntry_theLineThatSectionEightSays() throws Exception {
    log.append(new OfToken("i", "t"));
    String link = RevocationLog.link(RevocationLog.NO_LINK, 1, new OfToken("i", "t"));
    assertThat(text())
        .isEqualTo(
            "{\"position\":1,\"revocation\":{\"kind\":\"token\",\"issuer\":\"i\",\"id\":\"t\"},"
                + "\"link\":\""
                + link
                + "\"}\n");
  }

  @Test
  void read_anyPartInAnyOrder_thoseEntries() throws Exception {
    append(1, 6);
    for (int most = 1; most <= 7; most++) {
      for (int from = 7; from >= 1; from--) {
        List<Revocation> expected = new ArrayList<>();
        for (int i = from; i < from + most && i <= 6; i++) {
          expected.add(token(i));
        }
        assertThat(revocations(from, most)).isEqualTo(expected);
        assertThat(revocations(3, 2)).containsExactly(token(3), token(4));
      }
    }
  }

  @Test
  void read_fromOrMostOfNone_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> log.read(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> log.read(1, 0));
  }

  @Test
  void read_onFromTheLast_seesWhatOthersAppended() throws Exception {
    append(1, 2);
    assertThat(revocations(1, 10)).hasSize(2);
    FileRevocationLog.open(file).append(token(3));
    assertThat(revocations(2, 10)).containsExactly(token(2), token(3));
    append(4, 4);
    assertThat(revocations(3, 10)).containsExactly(token(3), token(4));
  }

  /** What is before the last entry read is not looked at again: here it would be an error. */
  @Test
  void read_onFromTheLast_doesNotReadTheFileAnew() throws Exception {
    append(1, 3);
    assertThat(revocations(1, 2)).hasSize(2);
    write("x".repeat(10) + text().substring(10));
    assertThat(revocations(2, 5)).containsExactly(token(2), token(3));
    assertThat(revocations(3, 5)).containsExactly(token(3));
    assertThatIOException().isThrownBy(() -> log.read(2, 5)).withMessageContaining("line 2");
  }

  @Test
  void append_onFromTheLast_doesNotReadTheFileAnew() throws Exception {
    append(1, 2);
    write("x".repeat(10) + text().substring(10));
    append(3, 3);
    assertThatIOException()
        .isThrownBy(() -> FileRevocationLog.open(file).append(token(4)))
        .withMessageContaining("line 2");
  }

  @Test
  void open_folderThatIsNotThere_fails() {
    assertThatIOException()
        .isThrownBy(
            () ->
                FileRevocationLog.openOrMake(
                    folder.resolve("none").resolve("x"), new SecureRandom()));
  }

  @Test
  void close_thenReadOrAppend_refused() {
    log.close();
    assertThatIllegalStateException().isThrownBy(() -> log.read(1, 1));
    assertThatIllegalStateException().isThrownBy(() -> log.append(token(1)));
  }

  /** A long file, so that lines lie across the borders of what is read at once. */
  @Test
  void read_fileOfManyPages_allEntries() throws Exception {
    StringBuilder text = new StringBuilder();
    Entry before = new Entry(0, token(0), RevocationLog.NO_LINK);
    Random random = new Random(4);
    for (int i = 1; i <= 2_000; i++) {
      Revocation revocation = new OfToken("i", "\u00FC".repeat(1 + random.nextInt(256)));
      before = Entry.after(before.position(), before.link(), revocation);
      text.append(new String(LogLine.write(before), UTF_8));
    }
    Files.writeString(file, text, StandardOpenOption.APPEND);
    List<Entry> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.addAll(log.read(1 + 100L * i, 100));
    }
    assertThat(all).hasSize(2_000);
    assertLinked(all);
    assertThat(log.append(token(1))).isEqualTo(2_001);
  }
}
