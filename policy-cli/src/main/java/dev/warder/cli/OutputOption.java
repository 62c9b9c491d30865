package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
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

  /** Checks what can be checked before anything is made. */
  void check() throws NoAnswer {
    if (file != null && file.isEmpty()) {
      throw NoAnswer.usage("--output names no file");
    }
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
      Files.writeString(Path.of(file), text, UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw NoAnswer.because("cannot write " + Shown.quoted(file) + ": " + why(file, e));
    }
  }

  /** Returns why a file cannot be written. */
  static String why(String file, Exception e) {
    if (e instanceof InvalidPathException) {
      return "this cannot be a file's name";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return Files.isDirectory(Path.of(file))
        ? "it is a folder"
        : Shown.quoted(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
  }
}
