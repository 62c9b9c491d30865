package dev.warder.analysis.lint;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
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

  /** Returns the warnings of one kind, as {@code subject: message}. */
  static List<String> warnings(WarningKind kind, CatalogueBuilder builder) throws TooMuchWork {
    return Lint.of(build(builder)).stream()
        .filter(warning -> warning.kind() == kind)
        .map(warning -> warning.subject() + ": " + warning.message())
        .toList();
  }
}
