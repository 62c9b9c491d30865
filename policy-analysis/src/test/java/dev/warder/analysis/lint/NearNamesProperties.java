package dev.warder.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Requires;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Names that are one letter apart. */
class NearNamesProperties {
  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.strings()
        .withChars("ab:1")
        .ofMinLength(3)
        .ofMaxLength(6)
        .list()
        .uniqueElements()
        .ofMaxSize(12);
  }

  /** All that one letter makes of a name, by making it. */
  private static boolean becomes(String a, String b) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i <= a.length(); i++) {
      String before = a.substring(0, i);
      for (char c : new char[] {'a', 'b', ':'}) {
        made.add(before + c + a.substring(i));
        if (i < a.length() && a.charAt(i) != '1') {
          made.add(before + c + a.substring(i + 1));
        }
      }
      if (i < a.length() && a.charAt(i) != '1') {
        made.add(before + a.substring(i + 1));
      }
      if (i + 1 < a.length() && a.charAt(i) != '1' && a.charAt(i + 1) != '1') {
        made.add(before + a.charAt(i + 1) + a.charAt(i) + a.substring(i + 2));
      }
    }
    return Math.min(a.length(), b.length()) >= 4 && made.contains(b);
  }

  @Property(tries = 500)
  void warnings_anyCapabilities_areThoseOfComparingEachWithEach(@ForAll("names") List<String> names)
      throws TooMuchWork {
    CatalogueBuilder builder = Catalogues.empty();
    names.forEach(raw -> builder.capability(raw, c -> c.label("L").category("all")));
    List<String> expected = new ArrayList<>();
    for (String later : names) {
      names.stream()
          .takeWhile(earlier -> !earlier.equals(later))
          .filter(earlier -> becomes(earlier, later))
          .findFirst()
          .ifPresent(
              earlier ->
                  expected.add(later + ": `" + later + "` is one letter from `" + earlier + "`"));
    }
    assertThat(Catalogues.warnings(WarningKind.ONE_LETTER_APART, builder)).isEqualTo(expected);
  }

  @Example
  void warnings_categoriesAndKinds_areNamedAsSuch() throws TooMuchWork {
    CatalogueBuilder builder =
        Catalogues.empty()
            .category("apps", "Apps")
            .category("app:", "App")
            .capability("apps", c -> c.label("L").category("apps"));
    List<String> kinds = List.of("queue", "queues", "queue", "apps");
    for (int i = 0; i < kinds.size(); i++) {
      String path = "/p" + i + "/{id}";
      String kind = kinds.get(i);
      builder.operation(
          "op" + i,
          o -> o.at("GET", path).summary("S").owner(kind, "id").requires(Requires.ANY_TOKEN));
    }
    assertThat(Catalogues.warnings(WarningKind.ONE_LETTER_APART, builder))
        .containsExactly(
            "category app:: `app:` is one letter from `apps`",
            "kind queues: `queues` is one letter from `queue`");
  }
}
