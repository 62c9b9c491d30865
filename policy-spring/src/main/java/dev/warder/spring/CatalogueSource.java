package dev.warder.spring;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** The catalogue that {@code warder.catalogue} names. */
final class CatalogueSource {
  private static final String SETTING = "warder.catalogue";

  private CatalogueSource() {}

  static Catalogue read(@Nullable Resource file) {
    if (file == null) {
      throw new InvalidWarderSettings(
          SETTING, "name the catalogue's file, such as classpath:catalogue.yaml");
    }
    try (InputStream content = file.getInputStream()) {
      return CatalogueReader.read(file.getDescription(), content);
    } catch (IOException e) {
      throw new InvalidWarderSettings(
          SETTING, file.getDescription() + " cannot be read: " + e.getMessage());
    } catch (InvalidCatalogue e) {
      throw new InvalidWarderSettings(
          SETTING,
          e.problems().stream()
              .map(Object::toString)
              .collect(Collectors.joining("\n  ", "it is no catalogue:\n  ", "")));
    }
  }
}
