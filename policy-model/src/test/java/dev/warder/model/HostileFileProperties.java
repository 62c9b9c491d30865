package dev.warder.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** P8: whatever is in a file, reading it gives a catalogue or all that is wrong with it. */
class HostileFileProperties {
  private static final byte[] GOOD = CatalogueWriter.toYaml(ControlApi.catalogue()).getBytes(UTF_8);

  @Provide
  Arbitrary<String> fragment() {
    return Arbitraries.of(
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        "- ",
        "? ",
        "|",
        ">",
        "&a",
        "*a",
        "!!str ",
        "%YAML 1.2\n",
        "---\n",
        "...\n",
        "\"",
        "'",
        "#",
        "\n",
        "\t",
        "\u0000",
        "\u0085",
        "\ufeff",
        "\ud83d\ude00",
        "<<",
        "~",
        "\\",
        "requires: public\n",
        "  ",
        ",",
        "\r",
        "@",
        "`");
  }

  @Provide
  Arbitrary<List<String>> fragments() {
    return fragment().list().ofMaxSize(30);
  }

  private static void readsOrTells(byte[] bytes) throws IOException {
    try {
      assertThat(CatalogueReader.read("f", new ByteArrayInputStream(bytes))).isNotNull();
    } catch (InvalidCatalogue e) {
      assertThat(e.problems()).isNotEmpty();
      for (Problem problem : e.problems()) {
        assertThat(problem.place().line()).isPositive();
        assertThat(problem.place().column()).isPositive();
        assertThat(problem.message().codePoints()).allMatch(Lexis::isHarmless);
      }
    }
  }

  @Property(tries = 1_000)
  void p8ErrorsNarrow_piecesOfYaml_readOrTold(@ForAll("fragments") List<String> fragments)
      throws IOException {
    readsOrTells(String.join("", fragments).getBytes(UTF_8));
  }

  @Property(tries = 300)
  void p8ErrorsNarrow_goodFileWithAPieceReplaced_readOrTold(
      @ForAll @IntRange(max = 5_000) int at,
      @ForAll @IntRange(max = 20) int left,
      @ForAll("fragment") String fragment)
      throws IOException {
    String good = new String(GOOD, UTF_8);
    String text = good.substring(0, at) + fragment + good.substring(at + left);
    readsOrTells(text.getBytes(UTF_8));
  }

  @Property(tries = 300)
  void p8ErrorsNarrow_goodFileCutShort_readOrTold(@ForAll @IntRange(max = 5_000) int length)
      throws IOException {
    readsOrTells(Arrays.copyOf(GOOD, length));
  }

  @Property(tries = 300)
  void p8ErrorsNarrow_anyBytes_readOrTold(@ForAll byte[] bytes) throws IOException {
    readsOrTells(bytes);
  }
}
