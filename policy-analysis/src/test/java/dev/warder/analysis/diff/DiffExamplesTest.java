package dev.warder.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The requests and tokens by which a diff shows that something is gained or lost. */
class DiffExamplesTest {
  private static Catalogue read(String text) {
    try {
      return CatalogueReader.parse("n.yaml", text);
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  private static Catalogue operations(String... operations) {
    StringBuilder text =
        new StringBuilder(
            """
            catalogue: n
            format: 1
            version: "1"
            title: N
            categories: {c: C}
            capabilities:
              a: {label: A, category: c}
              b: {label: B, category: c}
              k: {label: K, category: c}
            operations:
            """);
    for (int i = 0; i < operations.length; i++) {
      text.append("  t" + i + ": {method: GET, summary: s, " + operations[i] + "}\n");
    }
    return read(text.toString());
  }

  private static List<String> effects(Catalogue older, Catalogue newer) throws TooMuchWork {
    List<String> effects = new ArrayList<>();
    for (CatalogueChange change : CatalogueDiff.of(older, newer).changes()) {
      change.gain().ifPresent(gain -> effects.add("GAIN " + gain));
      change.loss().ifPresent(loss -> effects.add("LOSS " + loss));
    }
    return effects;
  }

  @Test
  void accountThatIsALiteralOfAnotherTemplate_requestWithIt_isLost() throws Exception {
    String[] before = {
      "path: '/{acc}/lit/{z}', account: acc, requires: a",
      "path: '/{y}/{acc}/w', account: acc, requires: b",
      "path: '/lit/other/{q}', account: not-checked, requires: a"
    };
    String[] after = {
      before[0],
      before[1],
      before[2],
      "path: '/{y}/lit/w', account: not-checked, requires: {all: [k, a, b]}"
    };
    assertThat(effects(operations(before), operations(after)))
        .contains("LOSS GET /lit/lit/w with a and b");
  }

  @Test
  void capabilityChanged_example_isTheOneWithTheFewest() throws Exception {
    String text =
        """
        catalogue: n
        format: 1
        version: "1"
        title: N
        categories: {c: C}
        capabilities:
          a: {label: A, category: c}
          b: {label: B, category: c}
          k: {label: K, category: c}
        operations:
          many: {method: GET, path: /m, summary: s, requires: {all: [a, b]}}
          few: {method: GET, path: /f, summary: s, requires: a}
        """;
    assertThat(
            effects(
                read(text),
                read(
                    text.replace(
                        "k: {label: K, category: c}", "k: {label: K, category: c, implies: [a]}"))))
        .containsExactly("GAIN GET /f with k");
  }

  @Test
  void ownersOfOneResourceInTwoPlaces_areOneOwner() throws Exception {
    assertThat(
            effects(
                operations("path: '/c/{p}/b', owner: {k: p}, requires: a"),
                operations(
                    "path: '/c/{p}/b', owner: {k: p}, requires: a",
                    "path: '/{q}/c/{r}', owner: {k: q}, requires: any token")))
        .containsExactly("GAIN GET /x/c/y with a token without capabilities");
  }

  @Test
  void ownerOfAnotherParameter_exampleHasTwoResources() throws Exception {
    assertThat(
            effects(
                operations("path: '/{p}/{q}', owner: {k: p}, requires: a"),
                operations("path: '/{p}/{q}', owner: {k: q}, requires: a")))
        .containsExactly(
            "GAIN GET /x/y with a, of another account", "LOSS GET /x/y with a, of another account");
  }
}
