package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which capability somebody means, asked of a catalogue whose labels cross its raw strings. */
class CapabilityLookupTest {
  private static final Catalogue CATALOGUE =
      Samples.build(
          Catalogue.builder("rules")
              .version("1")
              .title("Rules")
              .category("rules", "Integration rules")
              .category("namespaces", "Namespaces")
              .capability("read:rule", c -> c.label("Read Integration").category("rules"))
              .capability("read:namespace", c -> c.label("Read Rule").category("namespaces"))
              .capability("write:namespace", c -> c.label("Write Rule").category("namespaces"))
              .capability("a", c -> c.label("Same").category("rules"))
              .capability("b", c -> c.label("Same").category("rules"))
              .capability("c", c -> c.label("d").category("rules"))
              .capability("d", c -> c.label("Clé Ü2").category("rules"))
              .capability("own", c -> c.label("own").category("rules")));

  @ParameterizedTest
  @CsvSource({
    "read:rule, read:rule",
    "Read Rule, read:namespace",
    "Read Integration, read:rule",
    "own, own",
    "a, a"
  })
  void lookUp_rawStringOrLabelOfOneAlone_isFound(String text, String raw) {
    assertThat(CATALOGUE.lookUp(text))
        .isEqualTo(new CapabilityLookup.Found(CATALOGUE.capability(raw).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Same|a b",
        "d|c d",
        "rule|read:rule read:namespace write:namespace",
        "RULE|read:rule read:namespace write:namespace",
        "rules|read:rule a b c d own",
        "read|read:rule read:namespace",
        "rule read|read:rule read:namespace",
        "Read rule|read:rule read:namespace",
        "read rule|read:rule read:namespace",
        "read:rule rules|read:rule",
        "namespaces write|write:namespace",
        "integration|read:rule",
        "read integration|read:rule",
        "(read) -- rule!|read:rule read:namespace",
        "same|a b",
        "clé|d",
        "Ü2|d"
      })
  void lookUp_anythingElse_isCandidatesInCatalogueOrder(String text, String raws) {
    assertThat(candidates(text)).containsExactly(raws.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":",
        "rul",
        "rulesread",
        "read namespace integration",
        "integration rules",
        "ü2",
        "cl",
        "read write"
      })
  void lookUp_wordsOfNobody_isNoCandidate(String text) {
    assertThat(candidates(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9", "z", "Z", "a", "A"})
  void lookUp_wordOfOneCharacter_isFound(String word) {
    Catalogue catalogue =
        Samples.build(
            Catalogue.builder("words")
                .version("1")
                .title("Words")
                .category("w", "W")
                .capability("it", c -> c.label("Level (" + word + ")").category("w")));
    assertThat(catalogue.lookUp(word))
        .isEqualTo(new CapabilityLookup.Candidates(catalogue.capabilities()));
  }

  @Test
  void candidates_listChangedAfterwards_stayAsTheyWere() {
    List<Capability> list = new ArrayList<>(CATALOGUE.capabilities());
    CapabilityLookup.Candidates candidates = new CapabilityLookup.Candidates(list);
    list.clear();
    assertThat(candidates.candidates()).hasSize(8);
  }

  private static List<String> candidates(String text) {
    return ((CapabilityLookup.Candidates) CATALOGUE.lookUp(text))
        .candidates().stream().map(Capability::raw).toList();
  }
}
