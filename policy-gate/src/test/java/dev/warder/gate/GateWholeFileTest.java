package dev.warder.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.hash.Hashing;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.CatalogueWriter;
import dev.warder.model.InvalidCatalogue;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P8: what may be a part of a catalogue, or a mixture of two versions, is not judged by. */
class GateWholeFileTest extends WithGate {
  private static final String AND =
      """
      catalogue: notes
      format: 1
      version: "1"
      title: Notes
      categories: {notes: Notes}
      capabilities:
        read:note: {label: Read Note, category: notes}
        write:note: {label: Write Note, category: notes}
        admin:note: {label: Admin Note, category: notes}
      operations:
        put-note: {method: PUT, path: /notes, summary: Put, requires: {all: [read:note, write:note]}}
      limits: {client: 2/hour}
      """;

  /** Of the same length. */
  private static final String NEXT = AND.replace("version: \"1\"", "version: \"2\"");

  private static final String OTHER =
      AND.replace("[read:note, write:note]", "[write:note, admin:note]");

  /** Its first capability of the list ends where the list of the other version does. */
  private static final String LONGER =
      AND.replace("title: Notes", "title: Notes of teams and people");

  @TempDir private Path folder;
  private Path file;
  private Gate gate;

  @BeforeEach
  void start() {
    file = folder.resolve("notes.yaml");
    gate = builder().build();
  }

  /** Returns whether a reload takes the text; when it does not, the gate is as before. */
  private boolean isTaken(String text) throws IOException {
    Catalogue before = gate.engine().catalogue();
    Files.writeString(file, text);
    try {
      gate.reloadCatalogue(file);
      return true;
    } catch (InvalidCatalogue e) {
      assertThat(gate.engine().catalogue()).isSameAs(before);
      return false;
    }
  }

  /** Returns what a reader takes that does not ask whether a file is whole. */
  private static Optional<Catalogue> plain(String text) {
    try {
      return Optional.of(CatalogueReader.parse("plain", text));
    } catch (InvalidCatalogue e) {
      return Optional.empty();
    }
  }

  /** Returns whether {@code read:note} alone may put a note, which neither version allows. */
  private static boolean isTooWide(Catalogue catalogue) {
    PolicyEngine engine = PolicyEngine.compile(catalogue, Notes.OWNERS);
    Grant grant = engine.grant("A", Set.of("read:note"));
    return engine.decide(grant, "PUT", "/notes").isAllowed();
  }

  private static String yaml(String text) {
    return CatalogueWriter.toYaml(Notes.catalogue(text));
  }

  private static String json(String text) {
    return CatalogueWriter.toJson(Notes.catalogue(text));
  }

  private static String withoutLine(String whole) {
    return whole.substring(0, whole.indexOf("# warder: whole"));
  }

  @Test
  void reload_everyProperPrefixOfYaml_isRefused() throws Exception {
    String whole = yaml(AND);
    for (int end = 0; end < whole.length(); end++) {
      assertThat(isTaken(whole.substring(0, end))).as("the first %d bytes", end).isFalse();
    }
    assertThat(isTaken(whole)).isTrue();
  }

  /** Without this the tests here would show nothing. */
  @Test
  void prefixes_readerThatDoesNotAsk_takesSomeAndSomeAllowMore() {
    String content = withoutLine(yaml(AND));
    int readable = 0;
    int tooWide = 0;
    for (int end = 0; end < content.length(); end++) {
      Optional<Catalogue> cut = plain(content.substring(0, end));
      readable += cut.isPresent() ? 1 : 0;
      tooWide += cut.filter(GateWholeFileTest::isTooWide).isPresent() ? 1 : 0;
    }
    assertThat(readable).isGreaterThan(10);
    assertThat(tooWide).isPositive();
  }

  @Test
  void reload_everyProperPrefixOfJson_isRefused() throws Exception {
    String whole = json(AND);
    for (int end = 0; end < whole.length(); end++) {
      assertThat(isTaken(whole.substring(0, end))).as("the first %d bytes", end).isFalse();
    }
    assertThat(isTaken(whole)).isTrue();
  }

  @Test
  void reload_everyMixtureOfTwoVersions_isRefusedUnlessItIsOneOfThem() throws Exception {
    int tooWide = 0;
    for (List<String> versions :
        List.of(
            List.of(AND, NEXT),
            List.of(NEXT, AND),
            List.of(LONGER, OTHER),
            List.of(OTHER, LONGER))) {
      versions.forEach(text -> assertThat(isTooWide(Notes.catalogue(text))).isFalse());
      areRefused(yaml(versions.get(0)), yaml(versions.get(1)));
      areRefused(json(versions.get(0)), json(versions.get(1)));
      tooWide += tooWide(yaml(versions.get(0)), yaml(versions.get(1)));
    }
    // A reader that does not ask takes some that allow what neither version does.
    assertThat(tooWide).isPositive();
  }

  /** Writes ever more of a version over another in place. */
  private void areRefused(String head, String tail) throws IOException {
    for (int cut = 0; cut <= Math.max(head.length(), tail.length()); cut++) {
      String mixture = mixture(head, tail, cut);
      boolean isOne = mixture.equals(head) || mixture.equals(tail);
      assertThat(isTaken(mixture)).as("cut at %d:\n%s", cut, mixture).isEqualTo(isOne);
    }
  }

  /** Returns how many mixtures of the same without their last line allow too much. */
  private static int tooWide(String head, String tail) {
    int tooWide = 0;
    for (int cut = 0; cut < Math.min(head.length(), tail.length()); cut++) {
      Optional<Catalogue> mixture = plain(mixture(withoutLine(head), withoutLine(tail), cut));
      tooWide += mixture.filter(GateWholeFileTest::isTooWide).isPresent() ? 1 : 0;
    }
    return tooWide;
  }

  private static String mixture(String head, String tail, int cut) {
    return head.substring(0, Math.min(cut, head.length()))
        + tail.substring(Math.min(cut, tail.length()));
  }

  @Test
  void reload_endOfADocumentOrALineWithAnotherHash_provesNothing() throws Exception {
    String line = "# warder: whole, sha256 " + Hashing.sha256().hashString("", UTF_8) + "\n";
    String whole = yaml(AND);
    for (String text :
        List.of(
            AND,
            AND + "...\n",
            AND + line,
            AND + "...\n" + line,
            withoutLine(whole) + "...\n" + whole.substring(withoutLine(whole).length()),
            whole + "...\n",
            whole + "\n",
            whole.replace("\n", "\r\n"))) {
      assertThat(isTaken(text)).as(text).isFalse();
    }
    assertThat(isTaken(whole)).isTrue();
  }

  /** Its writer gives a whole file to the first who opens it. */
  @Test
  void reload_pipe_isRefusedUnread() throws Exception {
    Path whole = Files.writeString(folder.resolve("whole.yaml"), yaml(AND));
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    Process writer = new ProcessBuilder("cp", whole.toString(), file.toString()).start();
    try {
      assertRefused(() -> gate.reloadCatalogue(file), "it is no regular file");
      assertRefused(
          () -> gate.reloadCatalogue(file, Notes.catalogue(AND).fingerprint()),
          "it is no regular file");
    } finally {
      writer.destroy();
    }
  }

  @Test
  void reload_folder_isRefused() throws Exception {
    file = Files.createDirectory(file);
    assertRefused(() -> gate.reloadCatalogue(file), "it is a folder");
  }

  /** As a mounted configuration is switched. */
  @Test
  void reload_linkToARegularFile_isTaken() throws Exception {
    Path whole = Files.writeString(folder.resolve("whole.yaml"), yaml(AND));
    gate.reloadCatalogue(Files.createSymbolicLink(file, whole));
    assertThat(gate.engine().catalogue()).isEqualTo(Notes.catalogue(AND));
  }

  private void assertRefused(ThrowingCallable reload, String why) {
    Catalogue before = gate.engine().catalogue();
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(reload)
        .withMessage(file + ": " + why + "; name a regular file");
    assertThat(gate.engine().catalogue()).isSameAs(before);
  }

  @Test
  void reload_notWhole_saysWhatToType() throws Exception {
    Files.writeString(file, AND);
    assertThatExceptionOfType(InvalidCatalogue.class)
        .isThrownBy(() -> gate.reloadCatalogue(file))
        .withMessageStartingWith(file + ":13:1: the file may be cut off: ")
        .withMessageEndingWith("type `warder seal " + file + "`");
  }
}
