package dev.warder.model;

import dev.warder.model.yaml.YamlText;

/** Writes catalogue files. Reading what was written gives an equal catalogue. */
public final class CatalogueWriter {
  private CatalogueWriter() {}

  /**
   * Returns the catalogue as a YAML file, keys in the order of {@code SEMANTICS.md}, one to a line.
   * Its last line proves it whole. Comments of a file that the catalogue was read from are not part
   * of it. Text that looks like a number, a boolean, null or a merge key is in quotes.
   */
  public static String toYaml(Catalogue catalogue) {
    return WholeLine.added(YamlText.of(YamlText.plain(CatalogueNodes.of(catalogue.parts()))));
  }

  /**
   * Returns the catalogue as a file of two lines: its {@linkplain Catalogue#canonicalForm canonical
   * form}, and the line that proves it whole. The second is no JSON; where others read the file as
   * JSON too, write the canonical form alone, and give its fingerprint to those who reload it.
   */
  public static String toJson(Catalogue catalogue) {
    return WholeLine.added(catalogue.canonicalForm() + "\n");
  }
}
