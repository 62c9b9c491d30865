package dev.warder.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.warder.authority.IssuedToken;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the value of a token goes, which is told once: to a file of its owner's, or shown. */
final class ValueOutput {
  @Option(
      names = "--value-file",
      paramLabel = "FILE",
      description = "Writes the value into a file of yours alone, instead of showing it.")
  @Nullable String valueFile;

  @Option(
      names = "--header-file",
      paramLabel = "FILE",
      description = "The same, as a header line: curl -H @FILE.")
  @Nullable String headerFile;

  /** A file that was made before the token, so that there is no token without a place for it. */
  record Place(String name, Path file, Path made, String prefix) {}

  /** Makes a file beside the one that is named, or returns null where none is. */
  @Nullable Place prepare() throws NoAnswer {
    if (valueFile != null && headerFile != null) {
      throw NoAnswer.usage("--value-file and --header-file do not go together");
    }
    String name = valueFile == null ? headerFile : valueFile;
    if (name == null) {
      return null;
    }
    try {
      Path file = file(name);
      // Temporary files are made for their owner alone.
      Path made = Files.createTempFile(file.getParent(), ".warder-", ".tmp");
      return new Place(name, file, made, headerFile == null ? "" : "Authorization: Bearer ");
    } catch (IOException | InvalidPathException e) {
      throw NoAnswer.because(
          "cannot write " + Shown.quoted(name) + ": " + OutputOption.why(name, e));
    }
  }

  /** Follows a link, so that its target has the value and no old one stays there. */
  private static Path file(String name) throws NoAnswer, IOException {
    Path file = Path.of(name).toAbsolutePath();
    if (!Files.exists(file)) {
      return file;
    }
    if (!Files.isRegularFile(file)) {
      // A device or a pipe would be replaced by a file.
      throw NoAnswer.because(
          "cannot write "
              + Shown.quoted(name)
              + ": it is "
              + (Files.isDirectory(file) ? "a folder" : "no ordinary file"));
    }
    return file.toRealPath();
  }

  /** Removes what was prepared and is not needed. */
  static void drop(@Nullable Place place) {
    if (place != null) {
      try {
        Files.deleteIfExists(place.made());
      } catch (IOException e) {
        // It is empty.
      }
    }
  }

  /** Writes or shows the value, and all else of the token. */
  static void print(
      String done, IssuedToken issued, @Nullable Place place, boolean isJson, Authority authority)
      throws NoAnswer, IOException {
    if (place != null) {
      write(issued, place);
    }
    Console console = authority.console();
    Instant now = console.clock().instant();
    if (isJson) {
      Json.print(
          console.out(),
          json -> {
            TokenInfoOutput.writeMember(json, issued.info(), now);
            if (place == null) {
              json.writeStringField("value", issued.value());
            }
          });
      return;
    }
    TokenInfoOutput.print(done, issued.info(), false, authority);
    if (place == null) {
      console.out().println("Its value, which is shown this once and kept nowhere:");
      console.out().println(issued.value());
    } else {
      console.out().println("Its value is in " + Shown.quoted(place.name()));
    }
  }

  private static void write(IssuedToken issued, Place place) throws NoAnswer {
    try {
      Files.write(place.made(), (place.prefix() + issued.value() + "\n").getBytes(US_ASCII));
      move(place);
    } catch (IOException e) {
      drop(place);
      throw NoAnswer.because(
          "token "
              + issued.info().id()
              + " was made, and its value is lost, as "
              + Shown.quoted(place.name())
              + " cannot be written ("
              + Shown.quoted(e.toString())
              + "); rotate it for another");
    }
  }

  private static void move(Place place) throws IOException {
    try {
      Files.move(place.made(), place.file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(place.made(), place.file(), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
