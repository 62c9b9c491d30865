package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every catalogue. */
class CatalogueProperties {

  @Property(tries = 300)
  void fingerprint_two_areEqualWhenTheCataloguesAre(
      @ForAll("catalogues") Catalogue one, @ForAll("catalogues") Catalogue two) {
    assertThat(one.fingerprint().equals(two.fingerprint())).isEqualTo(one.equals(two));
    assertThat(one.fingerprint()).matches("[0-9a-f]{64}");
  }

  @Property(tries = 100)
  void toYaml_any_hasNoTabAndEndsItsLastLine(@ForAll("catalogues") Catalogue catalogue) {
    assertThat(CatalogueWriter.toYaml(catalogue)).doesNotContain("\t", "\r").endsWith("\n");
  }

  @Property(tries = 300)
  void ordinals_each_areThePlaces(@ForAll("catalogues") Catalogue catalogue) {
    for (int i = 0; i < catalogue.capabilities().size(); i++) {
      assertThat(catalogue.capabilities().get(i).ordinal()).isEqualTo(i);
    }
    for (int i = 0; i < catalogue.operations().size(); i++) {
      assertThat(catalogue.operations().get(i).ordinal()).isEqualTo(i);
    }
  }

  @Property(tries = 300)
  void lookUp_words_areResolvedOnlyIfTheyAreOnesOwnAlone(
      @ForAll("catalogues") Catalogue catalogue, @ForAll("words") String words) {
    List<Capability> own = new ArrayList<>();
    for (Capability capability : catalogue.capabilities()) {
      if (capability.raw().equals(words) || capability.label().equals(words)) {
        own.add(capability);
      }
    }
    CapabilityLookup answer = catalogue.lookUp(words);
    if (own.size() == 1) {
      assertThat(answer).isEqualTo(new CapabilityLookup.Found(own.get(0)));
    } else {
      assertThat(answer).isInstanceOf(CapabilityLookup.Candidates.class);
      assertThat(((CapabilityLookup.Candidates) answer).candidates()).containsAll(own);
    }
  }

  @Property(tries = 300)
  void lookUp_ownRawString_isFoundOrACandidate(@ForAll("catalogues") Catalogue catalogue) {
    for (Capability capability : catalogue.capabilities()) {
      CapabilityLookup answer = catalogue.lookUp(capability.raw());
      assertThat(
              answer.equals(new CapabilityLookup.Found(capability))
                  || (answer instanceof CapabilityLookup.Candidates candidates
                      && candidates.candidates().contains(capability)))
          .isTrue();
    }
  }

  @Property(tries = 300)
  void closure_ofAClosure_isItself(
      @ForAll("catalogues") Catalogue catalogue, @ForAll List<Boolean> chosen) {
    Set<Capability> closure = catalogue.closure(choose(catalogue, chosen));
    assertThat(catalogue.closure(closure)).containsExactlyElementsOf(closure);
  }

  @Property(tries = 300)
  void closure_any_isWhatIsHeldAndImpliedInCatalogueOrder(
      @ForAll("catalogues") Catalogue catalogue, @ForAll List<Boolean> chosen) {
    List<Capability> held = choose(catalogue, chosen);
    Set<Capability> closure = catalogue.closure(held);
    assertThat(closure).containsAll(held).isSubsetOf(catalogue.capabilities());
    assertThat(closure.stream().map(Capability::ordinal)).isSorted();
    for (Capability capability : closure) {
      for (String implied : capability.implies()) {
        assertThat(closure).contains(catalogue.capability(implied).orElseThrow());
      }
      assertThat(
              held.contains(capability)
                  || closure.stream().anyMatch(by -> by.implies().contains(capability.raw())))
          .isTrue();
    }
  }

  @Property(tries = 300)
  void closure_ofMore_isNotLess(
      @ForAll("catalogues") Catalogue catalogue,
      @ForAll List<Boolean> chosen,
      @ForAll List<Boolean> more) {
    List<Capability> held = choose(catalogue, chosen);
    List<Capability> both = new ArrayList<>(choose(catalogue, more));
    both.addAll(held);
    assertThat(catalogue.closure(both)).containsAll(catalogue.closure(held));
  }

  private static List<Capability> choose(Catalogue catalogue, List<Boolean> chosen) {
    List<Capability> held = new ArrayList<>();
    for (int i = 0; i < chosen.size() && i < catalogue.capabilities().size(); i++) {
      if (chosen.get(i)) {
        held.add(catalogue.capabilities().get(i));
      }
    }
    return held;
  }

  @Provide
  Arbitrary<Catalogue> catalogues() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, RandomCatalogues.small()), Tuple.of(1, RandomCatalogues.wide()));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.oneOf(RandomTexts.names(), RandomTexts.texts());
  }
}
