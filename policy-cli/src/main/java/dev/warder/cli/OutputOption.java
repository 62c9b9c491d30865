package dev.warder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command's text goes: a file, or standard output. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write, replaced when it is there; by default standard output.")
  @Nullable String file;

  boolean isGiven() {
    return file != null;
  }

  void write(String text, Console console) throws NoAnswer {
    if (file == null) {
      console.out().print(text);
    } else {
      write(file, text);
    }
  }

  /** Writes a file in UTF-8. */
  static void write(String file, String text) throws NoAnswer {
    try {
      Files.writeString(Path.of(file), text);
    } catch (IOException | InvalidPathException e) {
      throw NoAnswer.because("cannot write " + Shown.quoted(file));
    }
  }
}
