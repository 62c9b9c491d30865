package dev.warder.model;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.model.file.PendingFile;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.MalformedText;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problem;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.SourceText;
import dev.warder.model.yaml.YamlNodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue with what its file proves: whether the file is whole, or may be cut off or a mixture
 * of two versions ({@code SEMANTICS.md}, section 5). A program that starts may take a file that
 * proves nothing, and shows the {@link #warning}; one that runs takes {@link #requireWhole}.
 */
public final class CatalogueFile {
  private static final int MAX_BYTES = 32 * 1024 * 1024;

  private final String source;
  private final Catalogue catalogue;
  private final @Nullable Problem warning;

  private CatalogueFile(String source, Catalogue catalogue, @Nullable Problem warning) {
    this.source = source;
    this.catalogue = catalogue;
    this.warning = warning;
  }

  /**
   * Reads a file, once. A pipe is read until its writers close it, so a start may be given {@code
   * /dev/stdin}.
   *
   * @throws IOException when the file cannot be read
   * @throws InvalidCatalogue when it is no catalogue, or has a last line that proves it not whole
   */
  public static CatalogueFile read(Path file) throws IOException, InvalidCatalogue {
    return of(file.toString(), bytes(file));
  }

  /**
   * Reads a regular file, or one that links lead to, once. It is looked at before it is opened, so
   * that a program that runs does not wait for the writer of a pipe.
   *
   * @throws IOException when the file cannot be read, or is a pipe, a device or a folder
   * @throws InvalidCatalogue when it is no catalogue, or has a last line that proves it not whole
   */
  public static CatalogueFile readRegular(Path file) throws IOException, InvalidCatalogue {
    requireRegular(file, "; name a regular file");
    return read(file);
  }

  private static void requireRegular(Path file, String instead) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      String what = attributes.isDirectory() ? "it is a folder" : "it is no regular file";
      throw new FileSystemException(file.toString(), null, what + instead);
    }
  }

  static CatalogueFile read(String source, InputStream stream)
      throws IOException, InvalidCatalogue {
    return of(source, stream.readNBytes(MAX_BYTES + 1));
  }

  private static CatalogueFile of(String source, byte[] bytes) throws InvalidCatalogue {
    String text = decode(source, bytes);
    Problems problems = new Problems();
    boolean isWhole = WholeLine.check(source, bytes, problems);
    Catalogue catalogue = parse(source, text, problems);
    return new CatalogueFile(source, catalogue, isWhole ? null : WholeLine.missing(source, bytes));
  }

  static Catalogue parse(String source, String text, Problems problems) throws InvalidCatalogue {
    return new Catalogue(
        CatalogueParser.parse(YamlNodes.read("a catalogue", source, text, problems), problems));
  }

  private static String decode(String source, byte[] bytes) throws InvalidCatalogue {
    try {
      return SourceText.of(source, bytes, MAX_BYTES);
    } catch (MalformedText e) {
      throw new InvalidCatalogue(List.of(e.problem()));
    }
  }

  /**
   * Adds the line to a file that proves it whole, or renews it, and writes the file durably.
   * Nothing else changes, but that a last line without a line feed gets one.
   *
   * @throws IOException when the file cannot be read or written, or is changed meanwhile; it is
   *     then as before
   * @throws InvalidCatalogue when the file is no catalogue; it is then as before
   */
  public static CatalogueFile seal(Path file) throws IOException, InvalidCatalogue {
    requireRegular(file, "");
    byte[] before = bytes(file);
    Catalogue catalogue = parse(file.toString(), decode(file.toString(), before), new Problems());
    byte[] after = WholeLine.added(before);
    CatalogueFile sealed = of(file.toString(), after);
    if (!sealed.catalogue.equals(catalogue)) {
      throw new FileSystemException(
          file.toString(),
          null,
          "one of its lines `# warder: whole` is a part of a text; write this text in one line");
    }
    if (!Arrays.equals(before, after)) {
      replace(file, before, after);
    }
    return sealed;
  }

  /** What another program is writing must not be taken for whole, nor be lost. */
  static void replace(Path file, byte[] before, byte[] after) throws IOException {
    try (PendingFile pending = PendingFile.of(file)) {
      if (!Arrays.equals(before, bytes(file))) {
        throw new FileSystemException(
            file.toString(), null, "it was changed meanwhile; type the command again");
      }
      pending.commit(after);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(MAX_BYTES + 1);
    }
  }

  /** Returns the catalogue, of a file that may not be whole. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Returns what is to be shown where the catalogue is used although the file may be cut off. */
  public Optional<Problem> warning() {
    return Optional.ofNullable(warning);
  }

  /**
   * Returns the catalogue of a file that is known to be whole by its last line.
   *
   * @throws InvalidCatalogue when it is not
   */
  public Catalogue requireWhole() throws InvalidCatalogue {
    if (warning != null) {
      throw new InvalidCatalogue(List.of(warning));
    }
    return catalogue;
  }

  /**
   * Returns the catalogue of a file that is known to be whole since it has this fingerprint.
   *
   * @throws InvalidCatalogue when it has another
   * @throws IllegalArgumentException when this is no fingerprint: 64 lower-case hexadecimal digits
   */
  public Catalogue requireFingerprint(String fingerprint) throws InvalidCatalogue {
    checkArgument(
        WholeLine.isHash(fingerprint),
        "a fingerprint is 64 lower-case hexadecimal digits: %s",
        Quoted.of(fingerprint));
    if (!catalogue.fingerprint().equals(fingerprint)) {
      String message =
          "the catalogue has the fingerprint %s, and not %s"
              .formatted(catalogue.fingerprint(), fingerprint);
      throw new InvalidCatalogue(List.of(new Problem(new Place(source, 1, 1), message)));
    }
    return catalogue;
  }
}
