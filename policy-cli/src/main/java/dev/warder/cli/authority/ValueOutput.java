package dev.warder.cli.authority;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.warder.authority.IssuedToken;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.file.PendingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the value of a token goes: into a file that only its owner can read, or shown once. */
final class ValueOutput {
  /** More than a token and what stands before it in a header line. */
  private static final int ROOM = 16 * 1_024;

  @Option(
      names = "--value-file",
      paramLabel = "FILE",
      description = "Writes the value to a file that only you can read, instead of showing it.")
  @Nullable String valueFile;

  @Option(
      names = "--header-file",
      paramLabel = "FILE",
      description = "Writes a header line with the value to such a file, for curl -H @FILE.")
  @Nullable String headerFile;

  /** A file that was begun before the token, so that there is no token without a place for it. */
  record ValueFile(String name, PendingFile file, String prefix, boolean isReplaced)
      implements AutoCloseable {
    /** Removes what was begun, unless it has its name. */
    @Override
    public void close() {
      try {
        file.close();
      } catch (IOException e) {
        // It holds no value.
      }
    }
  }

  /** Begins the file that is named, or returns null where none is. */
  @Nullable ValueFile prepare() throws NoAnswer {
    if (valueFile != null && headerFile != null) {
      throw NoAnswer.usage("one file for the value: give --value-file or --header-file, not both");
    }
    String name = valueFile == null ? headerFile : valueFile;
    if (name == null) {
      return null;
    }
    try {
      Path path = Path.of(name);
      boolean isReplaced = Files.isRegularFile(path) && Files.size(path) > 0;
      PendingFile file = PendingFile.secret(path, ROOM);
      return new ValueFile(
          name, file, headerFile == null ? "" : "Authorization: Bearer ", isReplaced);
    } catch (IOException | InvalidPathException e) {
      throw FileFailure.unwritable(name, e);
    }
  }

  /**
   * Writes or shows the value, and all else of the token.
   *
   * @throws NoAnswer when the value is lost
   */
  static void print(
      String done,
      IssuedToken issued,
      @Nullable ValueFile place,
      JsonOption json,
      Authority authority)
      throws NoAnswer {
    if (place != null) {
      write(issued, place);
    }
    show(done, issued, place, json, authority);
    checkShown(issued, place, authority.console());
  }

  /** The program says at its end that standard output cannot be written, but not what that lost. */
  private static void checkShown(IssuedToken issued, @Nullable ValueFile place, Console console)
      throws NoAnswer {
    if (!console.out().checkError()) {
      return;
    }
    String value = "the value of token " + issued.info().id();
    if (place == null) {
      throw NoAnswer.because(value + " is lost; " + anotherValue(issued));
    }
    console.tell(value + " is in " + Shown.quoted(place.name()));
  }

  private static String anotherValue(IssuedToken issued) {
    return "the token is valid: for another value, type `warder token rotate "
        + issued.info().id()
        + "`";
  }

  private static void show(
      String done,
      IssuedToken issued,
      @Nullable ValueFile place,
      JsonOption json,
      Authority authority) {
    json.print(
        authority.console(),
        to -> {
          TokenInfoOutput.printText(done, issued.info(), authority);
          if (place == null) {
            to.println("Its value, which is shown this once and kept nowhere:");
            to.println(issued.value());
          } else {
            to.println("Its value is in " + Shown.quoted(place.name()));
          }
        },
        answer -> {
          TokenInfoOutput.putToken(answer, issued.info(), authority);
          if (place == null) {
            answer.put("value", issued.value());
          }
        });
  }

  private static void write(IssuedToken issued, ValueFile place) throws NoAnswer {
    try {
      place.file().commit((place.prefix() + issued.value() + "\n").getBytes(US_ASCII));
    } catch (IOException e) {
      throw NoAnswer.because(
          "the value of token "
              + issued.info().id()
              + " is lost, as "
              + Shown.quoted(place.name())
              + " cannot be written ("
              + FileFailure.ofWriting(place.name(), e)
              + "); "
              + anotherValue(issued));
    }
  }
}
