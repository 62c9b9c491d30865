package dev.warder.gate.revocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.gate.revocation.Revocation.OfAccount;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.Revocation.OfUser;
import dev.warder.gate.revocation.Revocation.OfValue;
import dev.warder.gate.revocation.RevocationLog.Entry;
import dev.warder.gate.token.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRevocationLogTest {
  private static final List<Revocation> EACH_KIND =
      List.of(
          new OfValue("i", "v\"\\", Optional.of(Tokens.EXPIRES)),
          new OfValue("i", "\u00FC\uD83D\uDE00", Optional.empty()),
          new OfToken("i", "t"),
          new OfAccount("i", "a", Tokens.ISSUED),
          new OfUser("i", "u", Instant.MAX));

  @TempDir Path folder;
  private Path file;
  private FileRevocationLog log;

  @BeforeEach
  void open() throws IOException {
    file = folder.resolve("revocations.log");
    log = FileRevocationLog.open(file);
  }

  private static Revocation token(int i) {
    return new OfToken("i", "t-" + i);
  }

  private void append(int from, int to) throws IOException {
    for (int i = from; i <= to; i++) {
      assertThat(log.append(token(i))).isEqualTo(i);
    }
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }

  private String text() throws IOException {
    return Files.readString(file);
  }

  private List<Revocation> revocations(long from, int most) throws IOException {
    return log.read(from, most).stream().map(Entry::revocation).toList();
  }

  private void assertRefused(String message) {
    assertThatIOException().isThrownBy(() -> log.read(1, 10)).withMessage(log(message));
  }

  private String log(String message) {
    return file + ", " + message;
  }

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
    assertThatIOException().isThrownBy(() -> log.read(2, 5)).withMessageContaining("line 1");
  }

  @Test
  void append_onFromTheLast_doesNotReadTheFileAnew() throws Exception {
    append(1, 2);
    write("x".repeat(10) + text().substring(10));
    append(3, 3);
    assertThatIOException()
        .isThrownBy(() -> FileRevocationLog.open(file).append(token(4)))
        .withMessageContaining("line 1");
  }

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
          .withMessage(log("line 3: this entry is not there any more as it was"));
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
        .withMessage(log("line 2: the line before has a wrong link"));
  }

  @Test
  void read_notAsItIsWritten_errorWithFileAndLine() throws Exception {
    append(1, 1);
    String one = text();
    write(one + "{}\n");
    assertRefused("line 2: expected `position`");
    write(one + "[]\n");
    assertRefused("line 2: expected an object");
    write(one + "\n");
    assertRefused("line 2: expected an object");
    write(one + "{\"position\":1\n");
    assertThatIOException().isThrownBy(() -> log.read(1, 9)).withMessageContaining("line 2: ");
    write(one + one);
    assertRefused("line 2: the position is 1");
    write(one.replace("\"position\":1", "\"position\":\"1\""));
    assertRefused("line 1: expected a whole number for `position`");
    write(one.replace("\"position\":1", "\"position\":99999999999999999999"));
    assertRefused("line 1: too great a number for `position`");
    write(one.replace("\"issuer\"", "\"id\":\"x\",\"issuer\""));
    assertRefused("line 1: expected `issuer`, not `id`");
    write(one.replace("\"id\"", "\"issuer\":\"x\",\"id\""));
    assertRefused("line 1: expected `id`, not `issuer`");
    write(one.replace("},", ",\"more\":1},"));
    assertRefused("line 1: expected the end of an object");
    write(one.replace("\"}\n", "\",\"link\":\"\"}\n"));
    assertRefused("line 1: expected the end of an object");
    write(one.replace("\"}\n", "\"}{}\n"));
    assertRefused("line 1: more than one object");
    write(one.replace("\"token\"", "\"tokens\""));
    assertRefused("line 1: no kind of revocation: `tokens`");
    write(one.replace("\"t-1\"", "1"));
    assertRefused("line 1: expected text for `id`");
    write(one.replace("{\"kind\"", "[\"kind\""));
    assertRefused("line 1: expected an object for `revocation`");
    write(one.replace("t-1", ""));
    assertThatIOException()
        .isThrownBy(() -> log.read(1, 9))
        .withMessageContaining("line 1: a name is 1 to 256 characters");
    Files.write(file, new byte[] {'{', '"', (byte) 0xFC, '\n'});
    assertRefused("line 1: not UTF-8");
    write("{\"position\"=1}\n");
    assertRefused("line 1: not JSON");
    write("x".repeat(16_385));
    assertRefused("line 1: longer than any entry");
    write("x".repeat(16_384));
    assertThat(log.read(1, 9)).isEmpty();
  }

  @Test
  void read_instantInAnotherForm_refused() throws Exception {
    log.append(new OfUser("i", "u", Tokens.ISSUED));
    String one = text();
    write(one.replace("10:00:00Z", "10:00:00.0Z"));
    assertRefused(
        "line 1: an instant in another form than it is written: `2026-11-25T10:00:00.0Z`");
    write(one.replace("10:00:00Z", "25:00:00Z"));
    assertRefused("line 1: no instant: `2026-11-25T25:00:00Z`");
    write(one.replace("2026-11-25T10:00:00Z", "never"));
    assertRefused("line 1: no instant: `never`");
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
  void read_anotherFileInItsPlace_thatOne() throws Exception {
    append(1, 2);
    assertThat(log.read(1, 10)).hasSize(2);
    Path other = folder.resolve("other.log");
    try (FileRevocationLog another = FileRevocationLog.open(other)) {
      another.append(token(7));
    }
    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(revocations(1, 10)).containsExactly(token(7));
    Files.delete(file);
    assertThatThrownBy(() -> log.read(1, 10)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> log.append(token(8))).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void open_folderThatIsNotThere_fails() {
    assertThatIOException()
        .isThrownBy(() -> FileRevocationLog.open(folder.resolve("none").resolve("x")));
  }

  @Test
  void close_thenReadOrAppend_refused() {
    log.close();
    assertThatIllegalStateException().isThrownBy(() -> log.read(1, 1));
    assertThatIllegalStateException().isThrownBy(() -> log.append(token(1)));
  }

  @Test
  void append_twoWritersAndTwoReaders_oneHistoryThatNobodySeesTorn() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    try (Together threads = new Together(4)) {
      threads.run(writer("a", isOver), writer("b", isOver), reader(isOver, 3), reader(isOver, 100));
    }
    List<Entry> all = log.read(1, 1_000);
    assertThat(all).hasSize(200);
    assertLinked(all);
    for (String name : List.of("a", "b")) {
      assertThat(all.stream().map(Entry::revocation).filter(r -> r.issuer().equals(name)))
          .containsExactlyElementsOf(
              java.util.stream.IntStream.range(0, 100)
                  .<Revocation>mapToObj(i -> new OfToken(name, "t-" + i))
                  .toList());
    }
  }

  private Callable<Boolean> writer(String name, AtomicBoolean isOver) {
    return () -> {
      try (FileRevocationLog writing = FileRevocationLog.open(file)) {
        for (int i = 0; i < 100; i++) {
          long position = writing.append(new OfToken(name, "t-" + i));
          assertThat(writing.read(position, 1).get(0).revocation())
              .isEqualTo(new OfToken(name, "t-" + i));
        }
        return true;
      } finally {
        isOver.set(true);
      }
    };
  }

  private Callable<Boolean> reader(AtomicBoolean isOver, int most) {
    return () -> {
      List<Entry> seen = new ArrayList<>();
      try (FileRevocationLog reading = FileRevocationLog.open(file)) {
        while (!isOver.get()) {
          seen.addAll(reading.read(seen.size() + 1L, most));
        }
      }
      assertLinked(seen);
      return true;
    };
  }

  private static void assertLinked(List<Entry> entries) {
    Entry before = new Entry(0, token(0), RevocationLog.NO_LINK);
    for (Entry entry : entries) {
      assertThat(entry)
          .isEqualTo(Entry.after(before.position(), before.link(), entry.revocation()));
      before = entry;
    }
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
