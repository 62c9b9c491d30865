package dev.warder.cli;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.ControlApi;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Problem;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The catalogue to answer from: a file, or the one that comes with the program. */
final class CatalogueOption {
  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "The catalogue; by default the one that comes with the program.")
  @Nullable String file;

  Catalogue read() throws NoAnswer {
    if (file == null) {
      return ControlApi.catalogue();
    }
    if (file.isEmpty()) {
      throw NoAnswer.usage("--catalogue names no file");
    }
    return read(file);
  }

  /** Returns the catalogue of a file. */
  static Catalogue read(String file) throws NoAnswer {
    try {
      return CatalogueReader.read(Path.of(file));
    } catch (InvalidCatalogue e) {
      throw invalid(e.problems(), file);
    } catch (IOException | InvalidPathException e) {
      throw unreadable(file, e);
    }
  }

  /** Returns that a file cannot be read, and why. */
  static NoAnswer unreadable(String file, Exception e) {
    return NoAnswer.because(
        "cannot read " + Shown.quoted(file) + ": " + FileFailure.ofReading(file, e));
  }

  /** Returns that a file was not read, for these problems. */
  static NoAnswer invalid(List<Problem> problems, String file) {
    List<String> lines = new ArrayList<>();
    problems.forEach(problem -> lines.add(Shown.whole(problem.toString())));
    lines.add(
        "warder: "
            + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
            + " in "
            + Shown.quoted(file)
            + "; nothing of it was read");
    return NoAnswer.because(lines);
  }
}
