package dev.warder.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.model.yaml.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReaderTest {
  private static final String SHOP = Samples.HEAD + "operations: {}\n";
  private static final int MAX_BYTES = 33_554_432;

  @Test
  void read_file_isTheCatalogue(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("shop.yaml"), SHOP);
    assertThat(CatalogueReader.read(file)).isEqualTo(Samples.read(SHOP));
  }

  @Test
  void read_brokenFile_namesTheFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("shop.yaml"), SHOP + "limits: 5\n");
    assertThatThrownBy(() -> CatalogueReader.read(file))
        .isInstanceOf(InvalidCatalogue.class)
        .hasMessage(file + ":8:9: limits: a map is expected here, not text: `5`");
  }

  @Test
  void read_noFile_isAnIoException(@TempDir Path folder) {
    assertThatThrownBy(() -> CatalogueReader.read(folder.resolve("none.yaml")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void read_stream_isReadToItsEndAndLeftOpen() throws Exception {
    boolean[] closed = {false};
    InputStream stream =
        new ByteArrayInputStream(SHOP.getBytes(UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    CatalogueReader.read("shop.yaml", stream);
    assertThat(stream.read()).isEqualTo(-1);
    assertThat(closed[0]).isFalse();
  }

  @Test
  void read_failingStream_isItsException() throws IOException {
    InputStream stream = InputStream.nullInputStream();
    stream.close();
    assertThatThrownBy(() -> CatalogueReader.read("shop.yaml", stream))
        .isInstanceOf(IOException.class)
        .hasMessage("Stream closed");
  }

  @Test
  void read_exactly32MiB_isRead() throws Exception {
    assertThat(CatalogueReader.read("shop.yaml", stream(padded(MAX_BYTES))).name())
        .isEqualTo("shop");
  }

  @Test
  void read_oneByteMoreThan32MiB_isRefused() {
    assertThat(problems(padded(MAX_BYTES + 1)))
        .containsExactly("shop.yaml:1:1: the file is larger than 33554432 bytes");
  }

  @Test
  void read_latin1_isRefused() {
    assertThat(problems(SHOP.replace("Shop", "Café").getBytes(ISO_8859_1)))
        .containsExactly("shop.yaml:1:1: the file is not UTF-8");
  }

  @Test
  void read_utf16_isRefused() {
    assertThat(problems(SHOP.getBytes(UTF_16)))
        .containsExactly("shop.yaml:1:1: the file is not UTF-8");
  }

  @Test
  void read_overlongUtf8_isRefused() {
    byte[] bytes = SHOP.replace("Shop", "Sh??op").getBytes(UTF_8);
    int at = SHOP.indexOf("Shop") + 2;
    bytes[at] = (byte) 0xC0;
    bytes[at + 1] = (byte) 0xAF;
    assertThat(problems(bytes)).containsExactly("shop.yaml:1:1: the file is not UTF-8");
  }

  @Test
  void read_byteOrderMark_isSkipped() throws Exception {
    byte[] bytes = ("\ufeff" + SHOP).getBytes(UTF_8);
    assertThat(CatalogueReader.read("shop.yaml", stream(bytes))).isEqualTo(Samples.read(SHOP));
  }

  @Test
  void parse_severalProblems_areReportedAtOnceInFileOrder() {
    String text =
        """
        catalogue: shop
        version: "1"
        titel: Shop
        categories: {all: All}
        capabilities:
          read: {label: Read, category: al}
        operations: {}
        limits: {token: 0/hour}
        """;
    assertThat(Samples.problems(text))
        .containsExactly(
            "1:1: the catalogue has no `format`",
            "1:1: the catalogue has no `title`",
            "3:1: unknown key `titel` in the catalogue; nearest: `title`",
            "6:33: unknown category `al`; nearest: `all`",
            "8:17: a limit is `N/hour`, with N from 1 to 1000000000, not `0/hour`");
  }

  @Test
  void parse_severalProblems_areTheMessageOfTheException() {
    assertThatThrownBy(() -> CatalogueReader.parse("shop.yaml", SHOP + "a: b\nc: d\n"))
        .isInstanceOf(InvalidCatalogue.class)
        .hasMessageMatching("shop.yaml:8:1: unknown key `a` .*\nshop.yaml:9:1: unknown key `c` .*");
  }

  @Test
  void parse_moreThan200UnknownNames_looksForNearOnes200Times() {
    StringBuilder text = new StringBuilder(Samples.HEAD).append("operations:\n");
    for (int i = 0; i < 201; i++) {
      text.append("  o").append(i).append(": {method: GET, path: /p").append(i);
      text.append(", summary: S, requires: raed}\n");
    }
    List<String> problems = Samples.problems(text.toString());
    assertThat(problems).hasSize(201);
    assertThat(problems.get(199)).isEqualTo("207:58: unknown capability `raed`; nearest: `read`");
    assertThat(problems.get(200)).isEqualTo("208:58: unknown capability `raed`");
  }

  private static byte[] padded(int size) {
    byte[] bytes = Arrays.copyOf(SHOP.getBytes(UTF_8), size);
    Arrays.fill(bytes, SHOP.length(), size, (byte) '#');
    for (int i = SHOP.length() + 99; i < size; i += 100) {
      bytes[i] = '\n';
    }
    return bytes;
  }

  private static List<String> problems(byte[] bytes) {
    return catchThrowableOfType(
            InvalidCatalogue.class, () -> CatalogueReader.read("shop.yaml", stream(bytes)))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
