package dev.warder.cli.catalogue;

import dev.warder.analysis.vectors.Coverage;
import dev.warder.analysis.vectors.JUnitXml;
import dev.warder.analysis.vectors.VectorRun;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionValue;
import dev.warder.cli.text.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs files of vectors, and counts what they leave untouched. */
@Command(
    name = "test",
    customSynopsis = "warder test [OPTION]... FILE...",
    header = "Runs vectors: requests, and the answers that they must get.",
    footer = {
      "",
      "A file of vectors is JSON, as spec/SEMANTICS.md defines it. It contains its",
      "catalogue, or names a file beside it or in the folder above.",
      "",
      "An operation is touched when a vector that passes asks it. A capability is",
      "touched when one such vector is allowed and would not be without it, and another",
      "is denied and misses it.",
      "",
      "Exit codes: 0 all passed, 1 a vector failed or too little is touched, 2 no",
      "answer.",
      "",
      "Examples:",
      "  warder test vectors/*.json",
      "  warder test --catalogue my.yaml --coverage 100 --junit report.xml vectors.json"
    })
final class TestCommand extends Task {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      hideParamSyntax = true,
      description = "The files of vectors.")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "The catalogue to run against, instead of those that the files name.")
  @Nullable String catalogue;

  @Option(
      names = "--coverage",
      paramLabel = "PERCENT",
      description =
          "How many per cent of the operations, and of the capabilities, must be touched.")
  int coverage;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "A file to write the results to, as JUnit XML.")
  @Nullable String junit;

  @Mixin JsonOption json;

  @Override
  protected int run(Console console) throws NoAnswer {
    checkUsage();
    VectorFiles vectors = new VectorFiles(catalogue);
    List<VectorRun> runs = new ArrayList<>();
    for (String file : files) {
      runs.add(vectors.run(file));
    }
    if (junit != null) {
      OutputOption.write(junit, JUnitXml.of(runs));
    }
    TestAnswer answer = new TestAnswer(runs, Coverage.of(runs), coverage);
    json.print(console, answer::print, answer::write);
    return answer.isPass() ? ALLOWED : DENIED;
  }

  private void checkUsage() throws NoAnswer {
    if (files.isEmpty()) {
      throw NoAnswer.usage("needs a file of vectors: type warder test FILE...");
    }
    OptionValue.checkRange("--coverage", coverage, 0, 100);
    if (catalogue != null && catalogue.isEmpty()) {
      throw NoAnswer.usage(
          "--catalogue has an empty value: give --catalogue FILE, or leave --catalogue out");
    }
  }
}
