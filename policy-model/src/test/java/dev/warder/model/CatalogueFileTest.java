package dev.warder.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueFileTest {
  private static final String SHOP = Samples.HEAD + "operations: {}\n";
  private static final String SEE = "; see that the file is as it should be, then type ";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("shop.yaml");
  }

  /** Returns the text and the line, made here without the code that is tested. */
  private static String whole(String text) {
    return text + "# warder: whole, sha256 " + Hashing.sha256().hashString(text, UTF_8) + "\n";
  }

  private CatalogueFile read(String text) throws Exception {
    return CatalogueFile.read(Files.writeString(file, text));
  }

  private List<String> problems(String text) throws Exception {
    Files.writeString(file, text);
    return catchThrowableOfType(
            InvalidCatalogue.class, () -> CatalogueFile.read(file).requireWhole())
        .problems()
        .stream()
        .map(problem -> problem.toString().replace(file.toString(), "FILE"))
        .toList();
  }

  @Test
  void requireWhole_wholeFile_isTheCatalogue() throws Exception {
    CatalogueFile whole = read(whole(SHOP));
    assertThat(whole.requireWhole()).isEqualTo(Samples.read(SHOP));
    assertThat(whole.catalogue()).isEqualTo(Samples.read(SHOP));
    assertThat(whole.warning()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SHOP + "# A comment.\n",
        SHOP + "...\n",
        SHOP + "...\n\n# A comment.\n",
        "---\n" + SHOP,
        "\ufeff" + SHOP,
        SHOP + "\n\n",
        "{catalogue: a, format: 1, version: b, title: c, categories: {}, capabilities: {},"
            + " operations: {}}\n",
      })
  void requireWhole_whateverIsBeforeTheLine_isTheCatalogue(String text) throws Exception {
    assertThat(read(whole(text)).requireWhole()).isEqualTo(Samples.read(text));
  }

  @Test
  void requireWhole_carriageReturnsBeforeTheLine_areHashedAsTheyStand() throws Exception {
    String text = SHOP.replace("\n", "\r\n");
    assertThat(read(whole(text)).requireWhole()).isEqualTo(Samples.read(SHOP));
    assertThat(problems(text + whole(SHOP).substring(SHOP.length())))
        .containsExactly(
            "FILE:8:25: this is not the SHA-256 of all that is before this line: the file was"
                + " changed, or only a part of it was written"
                + SEE
                + "`warder seal FILE`");
  }

  @Test
  void warning_fileWithoutTheLine_saysWhatToType() throws Exception {
    CatalogueFile unproven = read(SHOP);
    assertThat(unproven.catalogue()).isEqualTo(Samples.read(SHOP));
    assertThat(unproven.warning())
        .map(problem -> problem.toString().replace(file.toString(), "FILE"))
        .hasValue(
            "FILE:8:1: the file may be cut off: its last line is not `# warder: whole, sha256 …`;"
                + " see that nothing is missing, then type `warder seal FILE`");
    assertThat(problems(SHOP))
        .containsExactly(unproven.warning().orElseThrow().toString().replace(file + "", "FILE"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"my notes.yaml, 'my notes.yaml'", "it's, 'it'\\''s'", "a\u001bb, 'a\\u{1b}b'"})
  void warning_nameThatAShellWouldSplit_isQuoted(String name, String argument) throws Exception {
    InputStream shop = new ByteArrayInputStream(SHOP.getBytes(UTF_8));
    assertThat(CatalogueFile.read(name, shop).warning().orElseThrow().message())
        .endsWith("then type `warder seal " + argument + "`");
  }

  /** Text that ends as a document does proves nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        SHOP + "...\n",
        SHOP + "# warder: who\n",
        SHOP + "#warder: whole, sha256 0\n",
        SHOP + " # warder: whole, sha256 0\n",
        SHOP + "# Warder: whole, sha256 0\n",
        SHOP + "limits: {} # warder: whole, sha256 0\n",
      })
  void requireWhole_anotherLastLine_isRefused(String text) throws Exception {
    assertThat(problems(text)).singleElement().asString().contains("the file may be cut off");
  }

  /** A line is looked for in the bytes, so no text that folds lines can hide or forge one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: \"Shop\n# warder: whole\n  and more\"",
        "title: Shop\n# warder: whole, sha256 0",
        "# warder: whole\ntitle: Shop",
      })
  void read_lineInTheMiddle_isRefusedAtAStartToo(String title) throws Exception {
    Files.writeString(file, SHOP.replace("title: Shop", title));
    assertThatExceptionOfType(InvalidCatalogue.class)
        .isThrownBy(() -> CatalogueReader.read(file))
        .withMessageContaining("there is more after this line");
  }

  @Test
  void read_lineInsideALongerTextThatIsIndented_isText() throws Exception {
    String folded = SHOP.replace("title: Shop", "title: >-\n  Shop\n  # warder: whole, sha256 0");
    assertThat(read(whole(folded)).requireWhole().title())
        .isEqualTo("Shop # warder: whole, sha256 0");
    String quoted = SHOP.replace("title: Shop", "title: \"# warder: whole, sha256 0\"");
    assertThat(read(whole(quoted)).requireWhole().title()).isEqualTo("# warder: whole, sha256 0");
    String json = Samples.read(quoted).canonicalForm() + "\n";
    assertThat(read(whole(json)).requireWhole().title()).isEqualTo("# warder: whole, sha256 0");
  }

  @Test
  void read_wrongLineBesideASyntaxError_bothAreTold() throws Exception {
    assertThat(problems(SHOP + "a: {\n# warder: whole\n"))
        .hasSize(2)
        .anySatisfy(problem -> assertThat(problem).startsWith("FILE:9:1: a line that begins so"))
        .anySatisfy(problem -> assertThat(problem).contains("not well-formed YAML"));
  }

  @Test
  void read_secondDocument_isRefusedAlthoughTheLineIsRight() throws Exception {
    assertThat(problems(whole(SHOP + "---\n" + SHOP)))
        .containsExactly("FILE:8:1: a second document; a catalogue is one document");
  }

  @Test
  void requireFingerprint_ofThisCatalogue_isTheCatalogueWithOrWithoutTheLine() throws Exception {
    String fingerprint = Samples.read(SHOP).fingerprint();
    assertThat(read(SHOP).requireFingerprint(fingerprint)).isEqualTo(Samples.read(SHOP));
    assertThat(read(whole(SHOP)).requireFingerprint(fingerprint)).isEqualTo(Samples.read(SHOP));
  }

  @Test
  void requireFingerprint_ofAnother_isRefused() throws Exception {
    String other = Samples.read(SHOP.replace("Shop", "Shops")).fingerprint();
    CatalogueFile shop = read(whole(SHOP));
    assertThatExceptionOfType(InvalidCatalogue.class)
        .isThrownBy(() -> shop.requireFingerprint(other))
        .withMessage(
            file
                + ":1:1: the catalogue has the fingerprint "
                + Samples.read(SHOP).fingerprint()
                + ", and not "
                + other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "65349957efd2"})
  void requireFingerprint_noFingerprint_isTheCallersMistake(String text) throws Exception {
    CatalogueFile shop = read(whole(SHOP));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> shop.requireFingerprint(text))
        .withMessage("a fingerprint is 64 lower-case hexadecimal digits: `" + text + "`");
    String upper = Samples.read(SHOP).fingerprint().toUpperCase(Locale.ROOT);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> shop.requireFingerprint(upper));
  }

  @Test
  void seal_fileWithoutTheLine_getsIt() throws Exception {
    Files.writeString(file, "# Mine.\n" + SHOP);
    CatalogueFile sealed = CatalogueFile.seal(file);
    assertThat(file).hasContent(whole("# Mine.\n" + SHOP));
    assertThat(sealed.requireWhole()).isEqualTo(Samples.read(SHOP));
    assertThat(CatalogueFile.read(file).requireWhole()).isEqualTo(Samples.read(SHOP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SHOP + "# warder: whole\n",
        SHOP + "# warder: whole, sha256 0\r\n",
        "# warder: whole\n" + SHOP + "# warder: whole, sha256 0",
      })
  void seal_wrongLines_areRenewed(String text) throws Exception {
    Files.writeString(file, text);
    assertThat(CatalogueFile.seal(file).warning()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(whole(SHOP));
  }

  @Test
  void seal_lastLineWithoutALineFeed_getsOne() throws Exception {
    Files.writeString(file, SHOP.stripTrailing());
    assertThat(CatalogueFile.seal(file).warning()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(whole(SHOP));
  }

  @Test
  void seal_again_leavesTheFile() throws Exception {
    Files.writeString(file, whole(SHOP));
    Object key = Files.readAttributes(file, "unix:ino").get("ino");
    assertThat(CatalogueFile.seal(file).warning()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(whole(SHOP));
    assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(key);
  }

  @Test
  void seal_fileWithAProblem_isLeft() throws Exception {
    Files.writeString(file, SHOP + "limits: 5\n");
    assertThatExceptionOfType(InvalidCatalogue.class)
        .isThrownBy(() -> CatalogueFile.seal(file))
        .withMessage(file + ":8:9: limits: a map is expected here, not text: `5`");
    assertThat(file).hasContent(SHOP + "limits: 5\n");
  }

  /** To leave the line out would change what the catalogue says. */
  @Test
  void seal_lineThatIsPartOfAText_isRefused() throws Exception {
    String text = SHOP.replace("title: Shop", "title: \"Shop\n# warder: whole\n  and more\"");
    Files.writeString(file, text);
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> CatalogueFile.seal(file))
        .withMessage(
            file
                + ": one of its lines `# warder: whole` is a part of a text; write this text"
                + " in one line");
    assertThat(file).hasContent(text);
  }

  /** Another program writes it at this moment: what was read may be a part of it. */
  @Test
  void seal_changedMeanwhile_isLeft() throws Exception {
    Files.writeString(file, SHOP + "# More.\n");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(
            () -> CatalogueFile.replace(file, SHOP.getBytes(UTF_8), whole(SHOP).getBytes(UTF_8)))
        .withMessage(file + ": it was changed meanwhile; type the command again");
    assertThat(file).hasContent(SHOP + "# More.\n");
    assertThat(folder.toFile().list()).containsExactly("shop.yaml");
  }

  @Test
  void seal_noFile_isRefused() {
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> CatalogueFile.seal(file));
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> CatalogueFile.seal(folder))
        .withMessage(folder + ": it is a folder");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> CatalogueFile.seal(Path.of("/dev/null")))
        .withMessage("/dev/null: it is no regular file");
  }

  @Test
  void shippedCatalogue_each_isWhole() throws Exception {
    assertThat(CatalogueFile.read(Path.of("../spec/control-api.yaml")).requireWhole())
        .as("type `./warder seal spec/control-api.yaml`")
        .isEqualTo(ControlApi.catalogue());
  }
}
