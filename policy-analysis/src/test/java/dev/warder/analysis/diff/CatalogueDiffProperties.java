package dev.warder.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.diff.CataloguePairs.Two;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.Steps;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The laws of a diff. */
class CatalogueDiffProperties {
  @Provide
  Arbitrary<Two> pair() {
    return CataloguePairs.pairs(2);
  }

  @Provide
  Arbitrary<Two> pairOfLongPaths() {
    return CataloguePairs.pairs(3);
  }

  @Provide
  Arbitrary<Catalogue> catalogue() {
    return RandomCatalogues.small();
  }

  @Property(tries = 400)
  void flags_anyPair_agreeWithDecidingEverythingByBoth(@ForAll("pair") Two two) throws TooMuchWork {
    CatalogueDiff diff = CatalogueDiff.of(two.older(), two.newer());
    Statistics.collect(diff.isBreaking(), diff.isWidening());
    assertThat(List.of(diff.isBreaking(), diff.isWidening()))
        .isEqualTo(Exhaustive.lossAndGain(two));
  }

  /** Only some tokens are tried, so that more may be lost or gained; that is held by examples. */
  @Property(tries = 200)
  void flags_longPaths_tellAllThatDecidingByBothTells(@ForAll("pairOfLongPaths") Two two)
      throws TooMuchWork {
    CatalogueDiff diff = CatalogueDiff.of(two.older(), two.newer());
    List<Boolean> lossAndGain = Exhaustive.lossAndGainOfLongPaths(two);
    assertThat(diff.isBreaking() || !lossAndGain.get(0)).isTrue();
    assertThat(diff.isWidening() || !lossAndGain.get(1)).isTrue();
  }

  @Property(tries = 200)
  void examples_longPaths_areAllowedByTheOneAndNotByTheOther(@ForAll("pairOfLongPaths") Two two)
      throws TooMuchWork {
    examples_anyPair_areAllowedByTheOneAndNotByTheOther(two);
  }

  @Property(tries = 400)
  void examples_anyPair_areAllowedByTheOneAndNotByTheOther(@ForAll("pair") Two two)
      throws TooMuchWork {
    for (CatalogueChange change : CatalogueDiff.of(two.older(), two.newer()).changes()) {
      change
          .gain()
          .ifPresent(
              gain -> assertThat(Exhaustive.holds(two, gain, true)).as("gain: %s", gain).isTrue());
      change
          .loss()
          .ifPresent(
              loss -> assertThat(Exhaustive.holds(two, loss, false)).as("loss: %s", loss).isTrue());
    }
  }

  @Property(tries = 100)
  void changes_backwards_gainWhatWasLost(@ForAll("pair") Two two) throws TooMuchWork {
    CatalogueDiff there = CatalogueDiff.of(two.older(), two.newer());
    CatalogueDiff back = CatalogueDiff.of(two.newer(), two.older());
    assertThat(back.isWidening()).isEqualTo(there.isBreaking());
    assertThat(back.isBreaking()).isEqualTo(there.isWidening());
  }

  @Property(tries = 100)
  void changes_ofEqualCatalogues_areNone(@ForAll("catalogue") Catalogue catalogue)
      throws Exception {
    Catalogue same = CatalogueReader.parse("same", catalogue.canonicalForm());
    CatalogueDiff diff = CatalogueDiff.of(catalogue, same);
    assertThat(diff.changes()).isEmpty();
    assertThat(diff.isBreaking()).isFalse();
    assertThat(diff.isWidening()).isFalse();
    assertThat(new CatalogueComparison(catalogue, same, new Steps(DiffWork.MAX_STEPS)).changes())
        .isEmpty();
  }

  @Property(tries = 200)
  void changes_ofAnyTwo_areNoneOnlyWhenTheyAreEqual(
      @ForAll("catalogue") Catalogue one, @ForAll("catalogue") Catalogue other) throws Exception {
    assertThat(CatalogueDiff.of(one, other).changes().isEmpty()).isEqualTo(one.equals(other));
  }

  @Property(tries = 200)
  void changes_ofAnyPair_areNoneOnlyWhenTheyAreEqual(@ForAll("pair") Two two) throws Exception {
    assertThat(CatalogueDiff.of(two.older(), two.newer()).changes().isEmpty())
        .isEqualTo(two.older().equals(two.newer()));
  }
}
