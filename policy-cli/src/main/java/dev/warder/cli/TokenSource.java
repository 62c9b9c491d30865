package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a token's text stands, if not on the command line, which other users may see. */
final class TokenSource {
  /** More than any token may have; what is longer is cut, and then refused as too long. */
  private static final int MOST_BYTES = 1 << 20;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "The file that holds the token; - is standard input.")
  @Nullable String file;

  @Option(
      names = "--token-env",
      paramLabel = "VARIABLE",
      description = "The environment variable that holds the token.")
  @Nullable String variable;

  boolean isGiven() {
    return file != null || variable != null;
  }

  /** Returns the token's text: the one given, or of the one place named. Never shown. */
  String read(@Nullable String given, String name, Console console) throws NoAnswer {
    int places = (given == null ? 0 : 1) + (file == null ? 0 : 1) + (variable == null ? 0 : 1);
    if (places != 1) {
      throw NoAnswer.usage(
          (places == 0 ? "needs a token: " : "takes one token: ")
              + name
              + ", --token-file or --token-env");
    }
    if (variable != null) {
      return variable(variable, console);
    }
    String place = given == null ? file : given;
    return given == null || given.equals("-")
        ? present(file(String.valueOf(place), console), Shown.quoted(String.valueOf(place)))
        : present(given, name);
  }

  private static String variable(String name, Console console) throws NoAnswer {
    String text = console.environment().apply(name);
    if (text == null) {
      throw NoAnswer.because("the environment has no variable " + Shown.quoted(name));
    }
    return present(text, "the variable " + Shown.quoted(name));
  }

  /** Nothing is no token that could be refused; something went wrong before. */
  private static String present(String text, String place) throws NoAnswer {
    if (text.isEmpty()) {
      throw NoAnswer.because(place + " holds no token");
    }
    return text;
  }

  private static String file(String file, Console console) throws NoAnswer {
    try {
      if (file.equals("-")) {
        return text(console.in());
      }
      try (InputStream in = Files.newInputStream(Path.of(file))) {
        return text(in);
      }
    } catch (IOException | InvalidPathException e) {
      throw CatalogueOption.unreadable(file, e);
    }
  }

  /** Returns what a stream holds, without the end of its line. */
  private static String text(InputStream in) throws IOException {
    String text = new String(in.readNBytes(MOST_BYTES), UTF_8);
    int end = text.endsWith("\n") ? text.length() - 1 : text.length();
    return text.substring(0, end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end);
  }
}
