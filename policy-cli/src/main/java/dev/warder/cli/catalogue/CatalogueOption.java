package dev.warder.cli.catalogue;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionSection;
import dev.warder.cli.text.Shown;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueFile;
import dev.warder.model.ControlApi;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.yaml.Problem;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The catalogue to answer from: a file, or the one that comes with the program. */
public final class CatalogueOption {
  /** The end of a message about a name that the built-in catalogue does not have. */
  public static final String HINT =
      " (in the built-in catalogue; name your own with --catalogue FILE)";

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      order = OptionSection.CATALOGUE,
      description = "The catalogue; by default the one that comes with the program.")
  @Nullable String file;

  private static final String A_KEY_OF_VECTORS = "unknown key `vectors`";

  private @Nullable Problem warning;

  /** Takes the file that an argument names, where the option does not. */
  void takeArgument(String argument) throws NoAnswer {
    if (argument.isEmpty()) {
      throw NoAnswer.usage("FILE is empty: name a file, or leave FILE out");
    }
    if (file != null) {
      throw NoAnswer.usage(
          "one catalogue at a time: "
              + Shown.quoted(argument)
              + " or --catalogue "
              + Shown.quoted(file));
    }
    file = argument;
  }

  /** Returns whether a file is named. */
  public boolean isGiven() {
    return file != null;
  }

  /** Returns the catalogue to answer from. */
  public Catalogue read() throws NoAnswer {
    if (file == null) {
      return ControlApi.catalogue();
    }
    if (file.isEmpty()) {
      throw NoAnswer.usage(
          "--catalogue has an empty value: give --catalogue FILE, or leave --catalogue out");
    }
    CatalogueFile read = readFile(file);
    warning = read.warning().orElse(null);
    return read.catalogue();
  }

  /**
   * Warns where the file that was read may be cut off. Commands that go on with the catalogue after
   * their answer call this; those that answer and end do not repeat it at each call.
   */
  public void warnUnlessWhole(Console console) {
    if (warning != null) {
      console.warn(warning.toString());
    }
  }

  /** Returns the catalogue of a file. */
  static Catalogue read(String file) throws NoAnswer {
    return readFile(file).catalogue();
  }

  private static CatalogueFile readFile(String file) throws NoAnswer {
    try {
      return CatalogueFile.read(Path.of(file));
    } catch (InvalidCatalogue e) {
      throw invalid(e.problems(), file);
    } catch (IOException | InvalidPathException e) {
      throw FileFailure.unreadable(file, e);
    }
  }

  /** Returns that a file was not read, for these problems. */
  static NoAnswer invalid(List<Problem> problems, String file) {
    List<String> lines = new ArrayList<>();
    problems.forEach(problem -> lines.add(Shown.whole(problem.toString())));
    if (problems.stream().anyMatch(problem -> problem.message().startsWith(A_KEY_OF_VECTORS))) {
      lines.add("warder: this is a file of vectors; type warder test " + Shown.quoted(file));
      return NoAnswer.because(lines.subList(lines.size() - 1, lines.size()));
    }
    lines.add(
        "warder: "
            + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
            + " in "
            + Shown.quoted(file)
            + "; nothing of it was read");
    return NoAnswer.because(lines);
  }
}
