package dev.warder.model;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.model.yaml.Problem;
import java.util.List;

/** Small catalogues, and the reading of texts as {@code sample.yaml}, for the tests here. */
final class Samples {
  /** The lines 1 to 6 of a catalogue file: everything before its operations. */
  static final String HEAD =
      """
      catalogue: shop
      format: 1
      version: "1"
      title: Shop
      categories: {all: All}
      capabilities: {read: {label: Read, category: all}, write: {label: Write, category: all}}
      """;

  private Samples() {}

  static Catalogue read(String text) {
    try {
      return CatalogueReader.parse("sample.yaml", text);
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the problems as {@code line:column: message}. */
  static List<String> problems(String text) {
    return catchThrowableOfType(
            InvalidCatalogue.class, () -> CatalogueReader.parse("sample.yaml", text))
        .problems()
        .stream()
        .map(p -> p.place().line() + ":" + p.place().column() + ": " + p.message())
        .toList();
  }

  /** Returns the problems of a catalogue made in code, as {@code path: message}. */
  static List<String> problems(CatalogueBuilder builder) {
    return catchThrowableOfType(InvalidCatalogue.class, builder::build).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  static Catalogue build(CatalogueBuilder builder) {
    try {
      return builder.build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  /** Returns a text without its last line. */
  static String withoutLastLine(String text) {
    return text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
  }

  /** Returns a builder of a catalogue with the capabilities {@code read} and {@code write}. */
  static CatalogueBuilder shop() {
    return Catalogue.builder("shop")
        .version("1")
        .title("Shop")
        .category("all", "All")
        .capability("read", c -> c.label("Read").category("all"))
        .capability("write", c -> c.label("Write").category("all"));
  }

  /** Reads one operation of {@link #HEAD}'s catalogue, given as its indented lines. */
  static Operation operation(String lines) {
    return read(HEAD + "operations:\n  op:\n" + lines.indent(4)).operation("op").orElseThrow();
  }
}
