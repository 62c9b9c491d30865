package dev.warder.cli.catalogue;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.diff.CatalogueDiff;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Task;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what changed from one catalogue to another, and what tokens gain and lose. */
@Command(
    name = "diff",
    customSynopsis = "warder diff [OPTION]... OLD NEW",
    header = "Shows what changed between two catalogues, and what tokens gain and lose.",
    footer = {
      "",
      "Breaking: some token is denied what it was allowed. Widening: some token is",
      "allowed what it was denied. Each comes with an example: a request or a command,",
      "and capabilities of which none can be left out. Limits, lifetimes and texts are",
      "listed, but no token gains or loses by them.",
      "",
      "Exit codes: 0 neither, also if something else changed; 1 breaking; 4 widening;",
      "5 both; 2 no answer.",
      "",
      "Examples:",
      "  warder diff before.yaml after.yaml",
      "  warder diff --json before.yaml after.yaml"
    })
final class DiffCommand extends Task {
  private static final int BREAKING = 1;
  private static final int WIDENING = 4;

  @Parameters(
      arity = "0..*",
      paramLabel = "OLD NEW",
      description = "The files of the older and of the newer catalogue.",
      hideParamSyntax = true)
  List<String> files = List.of();

  @Mixin JsonOption json;

  @Override
  protected int run(Console console) throws NoAnswer {
    if (files.size() != 2) {
      throw NoAnswer.usage("needs two files, not " + files.size() + ": type warder diff OLD NEW");
    }
    CatalogueDiff diff = diff();
    DiffAnswer answer = new DiffAnswer(diff);
    json.print(console, answer::print, answer::write);
    return (diff.isBreaking() ? BREAKING : 0) + (diff.isWidening() ? WIDENING : 0);
  }

  private CatalogueDiff diff() throws NoAnswer {
    try {
      return CatalogueDiff.of(
          CatalogueOption.read(files.get(0)), CatalogueOption.read(files.get(1)));
    } catch (TooMuchWork e) {
      throw NoAnswer.because(Shown.message(e));
    }
  }
}
