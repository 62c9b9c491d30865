package dev.warder.cli.catalogue;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.lint.Lint;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.engine.PolicyEngine;
import dev.warder.model.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names what a review of a catalogue should look at. */
@Command(
    name = "lint",
    customSynopsis = "warder lint [OPTION]... [FILE]",
    header = "Warns of what a review of a catalogue should look at.",
    footer = {
      "",
      "Accept a warning in the catalogue itself, with its kind, what it is about,",
      "and a reason:",
      "  accepted:",
      "    - {warning: unmapped-operation, at: update-app, reason: Asked the provider}",
      "",
      "Exit codes: 0 no warnings, or only accepted ones; 1 warnings; 2 no answer, also",
      "if no engine can be made of the catalogue.",
      "",
      "Examples:",
      "  warder lint",
      "  warder lint my.yaml --accepted",
      "  warder lint --catalogue my.yaml --json"
    })
final class LintCommand extends CatalogueTask {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      hideParamSyntax = true,
      description = "The catalogue, as --catalogue names it too.")
  @Nullable String file;

  @Option(names = "--accepted", description = "Shows accepted warnings too, with their reasons.")
  boolean accepted;

  @Override
  protected void checkUsage() throws NoAnswer {
    if (file != null) {
      catalogueOption.takeArgument(file);
    }
  }

  @Override
  protected int answer(Catalogue catalogue, Console console) throws NoAnswer, TooMuchWork {
    PolicyEngine unused = compile(catalogue);
    LintAnswer answer = new LintAnswer(catalogue, Lint.of(catalogue), accepted);
    json.print(console, answer::print, answer::write);
    return answer.open() == 0 ? ALLOWED : DENIED;
  }
}
