package dev.warder.cli.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a token's text stands, if not on the command line, which other users may see. */
public final class TokenSource {
  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The file that holds the token, or a header line with it; - is standard input.")
  @Nullable String file;

  @Option(
      names = "--token-env",
      paramLabel = "VARIABLE",
      description = "The environment variable that holds the token.")
  @Nullable String variable;

  /** Returns whether a place is named. */
  public boolean isGiven() {
    return file != null || variable != null;
  }

  /**
   * Checks that exactly one place is named.
   *
   * @param other what else may name the token, as a message calls it, or null for nothing
   * @param isOtherGiven whether it does
   */
  public void check(@Nullable String other, boolean isOtherGiven) throws NoAnswer {
    int places = (isOtherGiven ? 1 : 0) + (file == null ? 0 : 1) + (variable == null ? 0 : 1);
    if (places != 1) {
      throw NoAnswer.usage(
          (places == 0 ? "needs a token: " : "takes one token: ")
              + (other == null ? "" : other + ", ")
              + "--token-file or --token-env");
    }
  }

  /** Returns the token's text, of the place named. Never shown. */
  public String read(Console console) throws NoAnswer {
    check(null, false);
    return text(null, "", console);
  }

  /** Returns the token's text: the one given, or of the one place named. Never shown. */
  public String read(@Nullable String given, String name, Console console) throws NoAnswer {
    check(name, given != null);
    return text(given, name, console);
  }

  private String text(@Nullable String given, String name, Console console) throws NoAnswer {
    if (variable != null) {
      return variable(variable, console);
    }
    if (given != null && !given.equals("-")) {
      warnOfFile(given, name, console);
      return GivenToken.of(given, name);
    }
    String place = String.valueOf(given == null ? file : given);
    return GivenToken.of(file(place, console), Shown.quoted(place));
  }

  /** A token is not also the name of a file, unless the file was meant. */
  private static void warnOfFile(String given, String name, Console console) {
    if (!GivenToken.looksLikeOne(given) && isFile(given)) {
      console.warn(
          name
              + " is the token itself, not a file; to read the file, type --token-file "
              + Shown.quoted(given));
    }
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String variable(String name, Console console) throws NoAnswer {
    String text = console.environment().apply(name);
    if (text == null) {
      throw NoAnswer.because(
          "the environment has no variable "
              + Shown.quoted(name)
              + "; name one that is exported, without $");
    }
    return GivenToken.of(text, "the variable " + Shown.quoted(name));
  }

  private static byte[] file(String file, Console console) throws NoAnswer {
    try {
      if (file.equals("-")) {
        return console.in().readNBytes(GivenToken.MOST_BYTES + 1);
      }
      try (InputStream in = Files.newInputStream(Path.of(file))) {
        return in.readNBytes(GivenToken.MOST_BYTES + 1);
      }
    } catch (IOException | InvalidPathException e) {
      throw GivenToken.looksLikeOne(file)
          ? NoAnswer.usage(
              "--token-file is the name of a file, not a token: put the token into a file, or into a"
                  + " variable and type --token-env VARIABLE")
          : FileFailure.unreadable(file, e);
    }
  }
}
