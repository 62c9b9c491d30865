package dev.warder.cli.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionSection;
import dev.warder.model.file.DurableFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command's text goes: a file, or standard output. */
final class OutputOption {
  /** Names of standard output: what else goes there is written by the same stream. */
  private static final Set<String> STANDARD_OUTPUT =
      Set.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      order = OptionSection.OUTPUT,
      description = "The file to write, replaced when it is there; by default standard output.")
  @Nullable String file;

  /** Returns whether a file is named, and not standard output. */
  boolean isGiven() {
    return file != null && !STANDARD_OUTPUT.contains(file);
  }

  /** Checks what can be checked before anything is made. */
  void check() throws NoAnswer {
    if (file != null && file.isEmpty()) {
      throw NoAnswer.usage(
          "--output has an empty value: give --output FILE, or leave --output out");
    }
  }

  void write(String text, Console console) throws NoAnswer {
    if (file == null || STANDARD_OUTPUT.contains(file)) {
      console.out().print(text);
    } else {
      write(file, text);
    }
  }

  /** Writes a file in UTF-8, which is whole and on the disk when this returns. */
  static void write(String file, String text) throws NoAnswer {
    try {
      DurableFile.replace(Path.of(file), text.getBytes(UTF_8));
    } catch (IOException | InvalidPathException e) {
      throw FileFailure.unwritable(file, e);
    }
  }
}
