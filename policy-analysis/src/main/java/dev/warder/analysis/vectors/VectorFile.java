package dev.warder.analysis.vectors;

import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentText;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of vectors as SEMANTICS.md, section 6, defines it: vectors of decisions with the catalogue
 * that they are about, or broken catalogues. Immutable.
 *
 * <p>Read strictly: an unknown, repeated or missing member, a value of another kind, a question
 * that is none or two, and a name that stands twice are problems, each at its place; nothing of
 * such a file is run. At most 64 MiB of UTF-8.
 */
public final class VectorFile {
  private final VectorFileContent content;

  private VectorFile(VectorFileContent content) {
    this.content = content;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when the file cannot be read
   * @throws InvalidDocument when it is no file of vectors, with all problems found
   */
  public static VectorFile read(Path file) throws IOException, InvalidDocument {
    try (InputStream stream = Files.newInputStream(file)) {
      return parse(file.toString(), DocumentText.read(file.toString(), stream));
    }
  }

  /**
   * Reads text.
   *
   * @param source what problems call the text, such as a file's name
   * @throws InvalidDocument when it is no file of vectors, with all problems found
   */
  public static VectorFile parse(String source, String text) throws InvalidDocument {
    return new VectorFile(VectorFileParser.parse(source, text));
  }

  /** Returns what the file shows. */
  public String title() {
    return content.title();
  }

  /** Returns how many vectors there are, broken catalogues included. */
  public int size() {
    return content.vectors().size() + content.broken().size();
  }

  /**
   * Returns the name of the file that the catalogue is in, a name without a path; nothing when the
   * catalogue is carried, or when there are only broken ones.
   */
  public Optional<String> catalogueName() {
    return Optional.ofNullable(content.catalogueName());
  }

  /**
   * Returns the catalogue that the file carries, or nothing.
   *
   * @throws InvalidCatalogue when it has problems; their places are those in the vector file
   */
  public Optional<Catalogue> carriedCatalogue() throws InvalidCatalogue {
    String text = content.catalogueText();
    return text == null
        ? Optional.empty()
        : Optional.of(CatalogueReader.parse(content.source(), text));
  }

  /** Returns whether the vectors are about decisions, and so need a catalogue. */
  public boolean needsCatalogue() {
    return content.broken().isEmpty();
  }

  /**
   * Runs the vectors against a catalogue, each by itself.
   *
   * @throws IllegalArgumentException when the catalogue cannot be compiled
   */
  public VectorRun run(Catalogue catalogue) {
    return VectorRunner.run(content, catalogue);
  }

  /**
   * Runs broken catalogues, which need no other.
   *
   * @throws IllegalStateException when the file {@linkplain #needsCatalogue needs a catalogue}
   */
  public VectorRun runBroken() {
    if (needsCatalogue()) {
      throw new IllegalStateException("these vectors need a catalogue");
    }
    return VectorRunner.runBroken(content);
  }

  /** Returns where the vectors came from. */
  @Override
  public String toString() {
    return content.source();
  }
}
