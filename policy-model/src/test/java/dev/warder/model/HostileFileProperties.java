package dev.warder.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.text.HarmlessText;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** P8: whatever is in a file, reading it gives a catalogue or all that is wrong with it. */
class HostileFileProperties {
  private static final String[] SPICE = {
    "&a ",
    "*a",
    "!!str ",
    "<<: ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "? ",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "|\n",
    ">\n",
    "#",
    "\"",
    "'",
    "\\",
    "\\u202e",
    "\t",
    "\r",
    "\u0000",
    "\u001b",
    "\u0085",
    "\u202e",
    "\ufeff",
    "\ud83d\ude00",
    "public",
    "any token",
    "{any: []}",
    "{all: []}",
    "not-checked",
    "/{id}",
    "//",
    "\n\n",
    "\n# warder: whole, sha256 ",
    "  ",
    ",",
    "@",
    "`",
    "x".repeat(2_000),
    "[".repeat(40)
  };

  @Property(tries = 1_000)
  void p8ErrorsNarrow_bytesChanged_readOrTold(
      @ForAll("files") String file, @ForAll("seeds") Random random) throws IOException {
    byte[] bytes = file.getBytes(UTF_8);
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    readsOrTells(bytes);
  }

  @Property(tries = 300)
  void p8ErrorsNarrow_cutShort_readOrTold(
      @ForAll("files") String file, @ForAll("seeds") Random random) throws IOException {
    byte[] bytes = file.getBytes(UTF_8);
    readsOrTells(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
  }

  @Property(tries = 1_000)
  void p8ErrorsNarrow_syntaxPutIn_readOrTold(
      @ForAll("files") String file, @ForAll("seeds") Random random) throws IOException {
    StringBuilder text = new StringBuilder(file);
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.insert(random.nextInt(text.length()), SPICE[random.nextInt(SPICE.length)]);
    }
    readsOrTells(text.toString().getBytes(UTF_8));
  }

  @Property(tries = 1_000)
  void p8ErrorsNarrow_wordsSwapped_readOrTold(
      @ForAll("files") String file, @ForAll("seeds") Random random) throws IOException {
    String[] words = file.split("(?<=[ \n:,{}\\[\\]])", -1);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int one = random.nextInt(words.length);
      int two = random.nextInt(words.length);
      String word = words[one];
      words[one] = words[two];
      words[two] = word;
    }
    readsOrTells(String.join("", words).getBytes(UTF_8));
  }

  @Property(tries = 300)
  void p8ErrorsNarrow_linesRepeated_readOrTold(
      @ForAll("files") String file, @ForAll("seeds") Random random) throws IOException {
    String[] lines = file.split("(?<=\n)", -1);
    int from = random.nextInt(lines.length);
    int to = Math.min(lines.length, from + 1 + random.nextInt(6));
    lines[random.nextInt(lines.length)] += String.join("", Arrays.copyOfRange(lines, from, to));
    readsOrTells(String.join("", lines).getBytes(UTF_8));
  }

  @Property(tries = 500)
  void p8ErrorsNarrow_syntaxAlone_readOrTold(@ForAll("seeds") Random random) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      text.append(SPICE[random.nextInt(SPICE.length)]);
    }
    readsOrTells(text.toString().getBytes(UTF_8));
  }

  @Property(tries = 300)
  void p8ErrorsNarrow_anyBytes_readOrTold(@ForAll byte[] bytes) throws IOException {
    readsOrTells(bytes);
  }

  private static void readsOrTells(byte[] bytes) throws IOException {
    try {
      Catalogue catalogue = CatalogueReader.read("f", new ByteArrayInputStream(bytes));
      assertThat(Samples.read(catalogue.canonicalForm())).isEqualTo(catalogue);
    } catch (InvalidCatalogue e) {
      assertThat(e.problems())
          .isNotEmpty()
          .isSortedAccordingTo((one, two) -> Place.IN_FILE.compare(one.place(), two.place()));
      for (Problem problem : e.problems()) {
        assertThat(problem.place().line()).isPositive();
        assertThat(problem.place().column()).isPositive();
        assertThat(problem.message().codePoints()).allMatch(HarmlessText::isHarmless);
        assertThat(problem.message()).isNotEmpty();
      }
    }
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            CanonicalFormTest.EVERY_PART, CatalogueWriter.toYaml(ControlApi.catalogue())),
        RandomCatalogues.small().map(CatalogueWriter::toYaml),
        RandomCatalogues.small().map(CatalogueWriter::toYaml).map(Samples::withoutLastLine),
        RandomCatalogues.small().map(Catalogue::canonicalForm));
  }

  @Provide
  Arbitrary<Random> seeds() {
    return Arbitraries.longs().map(Random::new).dontShrink();
  }
}
