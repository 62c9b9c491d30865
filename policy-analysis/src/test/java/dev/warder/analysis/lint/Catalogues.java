package dev.warder.analysis.lint;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import java.util.List;

/** Catalogues for the tests here, and their warnings as texts. */
final class Catalogues {
  private Catalogues() {}

  /** Returns a builder with the categories {@code all} and nothing else. */
  static CatalogueBuilder empty() {
    return Catalogue.builder("shop").version("1").title("Shop").category("all", "All");
  }

  static Catalogue build(CatalogueBuilder builder) {
    try {
      return builder.build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Returns the catalogue of operations {@code GET}, or of another method that is written first,
   * each a template in quotes and one of the capabilities {@code a} to {@code d}; the slash at the
   * end of the second is accepted.
   */
  static Catalogue ofTemplates(String... operations) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < operations.length; i++) {
      boolean hasMethod = !operations[i].startsWith("'");
      String[] whole = (hasMethod ? operations[i] : "GET " + operations[i]).split(" ", 2);
      String[] parts = whole[1].split(" ", 2);
      text.append("  o%d: {method: %s, path: %s, summary: S".formatted(i, whole[0], parts[0]))
          .append(parts[0].contains("{") ? ", account: not-checked" : "")
          .append(", requires: ")
          .append(parts[1])
          .append("}\n");
    }
    try {
      return CatalogueReader.parse(
          "c.yaml",
          """
          {catalogue: c, format: 1, version: "1", title: C, categories: {all: All},
           capabilities: {a: {label: La, category: all}, b: {label: Lb, category: all},
                          c: {label: Lc, category: all}, d: {label: Ld, category: all}},
           accepted: [{warning: slash-at-end, at: o0 o1, reason: r}], operations: {
          """
              + text.toString().replace("}\n", "},\n")
              + "}}");
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the warnings of one kind, as {@code subject: message}. */
  static List<String> warnings(WarningKind kind, CatalogueBuilder builder) throws TooMuchWork {
    return Lint.of(build(builder)).stream()
        .filter(warning -> warning.kind() == kind)
        .map(warning -> warning.subject() + ": " + warning.message())
        .toList();
  }
}
