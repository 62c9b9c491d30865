package dev.warder.cli.catalogue;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.lint.Lint;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.engine.PolicyEngine;
import dev.warder.model.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Names what a review of a catalogue should look at. */
@Command(
    name = "lint",
    customSynopsis = "warder lint [OPTION]...",
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
      "  warder lint --catalogue my.yaml --accepted",
      "  warder lint --catalogue my.yaml --json"
    })
final class LintCommand extends CatalogueTask {
  @Option(names = "--accepted", description = "Shows accepted warnings too, with their reasons.")
  boolean accepted;

  @Override
  protected int answer(Catalogue catalogue, Console console) throws NoAnswer, TooMuchWork {
    PolicyEngine unused = compile(catalogue);
    LintAnswer answer = new LintAnswer(catalogue, Lint.of(catalogue), accepted);
    json.print(console, answer::print, answer::write);
    return answer.open() == 0 ? ALLOWED : DENIED;
  }
}
