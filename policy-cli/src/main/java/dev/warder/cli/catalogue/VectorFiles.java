package dev.warder.cli.catalogue;

import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.vectors.VectorFile;
import dev.warder.analysis.vectors.VectorRun;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.Catalogue;
import dev.warder.model.InvalidCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads files of vectors, finds their catalogues, each once, and runs them. */
final class VectorFiles {
  private final @Nullable String catalogue;
  private final Map<String, Catalogue> read = new HashMap<>();

  /** Takes the catalogue's file for all, or null for the one that each names. */
  VectorFiles(@Nullable String catalogue) {
    this.catalogue = catalogue;
  }

  VectorRun run(String name) throws NoAnswer {
    VectorFile file = file(name);
    if (!file.needsCatalogue()) {
      return file.runBroken();
    }
    Catalogue against = catalogue == null ? own(name, file) : catalogue(catalogue);
    try {
      return file.run(against);
    } catch (IllegalArgumentException e) {
      throw NoAnswer.because("the catalogue cannot be compiled: " + e.getMessage());
    }
  }

  private static VectorFile file(String name) throws NoAnswer {
    try {
      return VectorFile.read(Path.of(name));
    } catch (InvalidDocument e) {
      throw name.endsWith(".yaml") || name.endsWith(".yml")
          ? NoAnswer.because(
              Shown.quoted(name)
                  + " is YAML, and a file of vectors is JSON; to review a catalogue, type warder"
                  + " lint FILE")
          : CatalogueOption.invalid(e.problems(), name);
    } catch (IOException | InvalidPathException e) {
      throw FileFailure.unreadable(name, e);
    }
  }

  private Catalogue own(String name, VectorFile file) throws NoAnswer {
    if (file.catalogueName().isPresent()) {
      return beside(name, file.catalogueName().get());
    }
    try {
      return file.carriedCatalogue().orElseThrow();
    } catch (InvalidCatalogue e) {
      throw CatalogueOption.invalid(e.problems(), name);
    }
  }

  private Catalogue beside(String name, String catalogueName) throws NoAnswer {
    Path folder = Path.of(name).toAbsolutePath().normalize().getParent();
    for (int i = 0; folder != null && i < 2; i++, folder = folder.getParent()) {
      Path file = folder.resolve(catalogueName);
      if (Files.exists(file)) {
        return catalogue(file.toString());
      }
    }
    throw NoAnswer.because(
        "no catalogue "
            + Shown.quoted(catalogueName)
            + " beside "
            + Shown.quoted(name)
            + " or in the folder above; give one with --catalogue");
  }

  private Catalogue catalogue(String file) throws NoAnswer {
    Catalogue found = read.get(file);
    if (found == null) {
      found = CatalogueOption.read(file);
      read.put(file, found);
    }
    return found;
  }
}
