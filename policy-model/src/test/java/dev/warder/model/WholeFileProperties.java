package dev.warder.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.yaml.Problems;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** P8: a part of a file, or a mixture of two, is never taken for a whole one. */
class WholeFileProperties {
  private static final String TINY =
      """
      {"catalogue":"a","format":1,"version":"b","title":"c","categories":{},\
      "capabilities":{},"operations":{}}""";

  private static boolean isWhole(byte[] file) {
    return WholeLine.check("file", file, new Problems());
  }

  /** Every head with every tail, whatever their places: 2 × 90,000 mixtures. */
  @Example
  void p8ErrorsNarrow_everyHeadWithEveryTail_isWholeAsOneOfTheTwoAlone() {
    String one = CatalogueWriter.toJson(Samples.read(TINY));
    String other = CatalogueWriter.toYaml(Samples.read(TINY.replace("\"a\"", "\"another\"")));
    for (List<byte[]> pair :
        List.of(
            List.of(one.getBytes(UTF_8), other.getBytes(UTF_8)),
            List.of(other.getBytes(UTF_8), one.getBytes(UTF_8)))) {
      assertThat(isWhole(pair.get(0))).isTrue();
      for (int head = 0; head <= pair.get(0).length; head++) {
        for (int tail = 0; tail <= pair.get(1).length; tail++) {
          byte[] mixture = mixture(pair.get(0), head, pair.get(1), tail);
          if (isWhole(mixture) != pair.stream().anyMatch(whole -> Arrays.equals(whole, mixture))) {
            throw new AssertionError(new String(mixture, UTF_8));
          }
        }
      }
    }
  }

  private static byte[] mixture(byte[] head, int headEnd, byte[] tail, int tailStart) {
    byte[] mixture = Arrays.copyOf(head, headEnd + tail.length - tailStart);
    System.arraycopy(tail, tailStart, mixture, headEnd, tail.length - tailStart);
    return mixture;
  }

  @Property(tries = 300)
  void p8ErrorsNarrow_oneByteChanged_isNotWhole(
      @ForAll("files") byte[] file, @ForAll int place, @ForAll byte other) {
    byte[] changed = file.clone();
    int at = Math.floorMod(place, file.length);
    changed[at] = other;
    assertThat(isWhole(file)).isTrue();
    assertThat(isWhole(changed)).isEqualTo(other == file[at]);
  }

  @Property(tries = 100)
  void p7OneSource_added_isWholeAndReadsTheSame(@ForAll("files") byte[] file)
      throws InvalidCatalogue {
    byte[] again = WholeLine.added(file);
    assertThat(again).isEqualTo(file);
    String content = Samples.withoutLastLine(new String(file, UTF_8));
    assertThat(WholeLine.added(content.getBytes(UTF_8))).isEqualTo(file);
    assertThat(CatalogueReader.parse("file", new String(file, UTF_8)))
        .isEqualTo(CatalogueReader.parse("file", content));
  }

  @Provide
  Arbitrary<byte[]> files() {
    return Combinators.combine(RandomCatalogues.small(), Arbitraries.of(true, false))
        .as(
            (catalogue, isYaml) ->
                (isYaml ? CatalogueWriter.toYaml(catalogue) : CatalogueWriter.toJson(catalogue))
                    .getBytes(UTF_8));
  }
}
