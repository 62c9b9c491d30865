package dev.warder.authority;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.InvalidCatalogue;
import java.util.List;

/** Catalogues of many capabilities, with every kind of expiry. */
final class LargeCatalogue {
  private LargeCatalogue() {}

  /** Returns one with so many capabilities, of so many characters each. */
  static Catalogue of(int capabilities, int characters) {
    CatalogueBuilder builder =
        Catalogue.builder("large")
            .version("1")
            .title("Large")
            .category("all", "All")
            .expiry(List.of("1d", "36500d", "never"), "1d");
    for (int i = 0; i < capabilities; i++) {
      builder.capability(raw(i, characters), c -> c.label("One of many").category("all"));
    }
    try {
      return builder.build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  /** The number in base 36, with zeros before it. */
  static String raw(int i, int characters) {
    String number = Integer.toString(i, 36);
    return "0".repeat(Math.max(0, characters - number.length())) + number;
  }
}
