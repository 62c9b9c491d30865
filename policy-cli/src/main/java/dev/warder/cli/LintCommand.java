package dev.warder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.lint.Lint;
import dev.warder.analysis.lint.Warning;
import dev.warder.model.Acceptance;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Names what a review of a catalogue should look at. */
@Command(
    name = "lint",
    customSynopsis = "warder lint [OPTION]...",
    header = "Names what a review of a catalogue should look at.",
    optionListHeading = "%n",
    footer = {
      "",
      "A warning is accepted in the catalogue itself, with its kind, what it is at,",
      "and a reason:",
      "  accepted:",
      "    - {warning: unmapped-operation, at: update-app, reason: Asked the provider}",
      "",
      "Exit codes: 0 no warnings but accepted ones, 1 warnings, 2 no answer.",
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
  int answer(Catalogue catalogue, Console console) throws NoAnswer, IOException {
    List<Warning> warnings = lint(catalogue);
    long open = warnings.stream().filter(warning -> warning.acceptance().isEmpty()).count();
    if (json) {
      List<Warning> shown = warnings.stream().filter(this::isShown).toList();
      Json.print(console.out(), json -> write(json, shown, catalogue));
    } else {
      new LintOutput(console).print(warnings, accepted, catalogue);
    }
    return open == 0 ? ExitCode.ALLOWED : ExitCode.DENIED;
  }

  private boolean isShown(Warning warning) {
    return accepted || warning.acceptance().isEmpty();
  }

  private static List<Warning> lint(Catalogue catalogue) throws NoAnswer {
    try {
      return Lint.of(catalogue);
    } catch (TooMuchWork e) {
      throw NoAnswer.because("no answer: " + e.getMessage());
    }
  }

  private static void write(JsonGenerator json, List<Warning> warnings, Catalogue catalogue)
      throws IOException {
    json.writeArrayFieldStart("warnings");
    for (Warning warning : warnings) {
      json.writeStartObject();
      json.writeStringField("warning", warning.kind().code());
      json.writeStringField("at", warning.subject());
      json.writeStringField("message", warning.message());
      json.writeStringField("why", warning.kind().reason());
      Optional<Acceptance> acceptance = warning.acceptance();
      if (acceptance.isPresent()) {
        json.writeStringField("accepted", acceptance.get().reason());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.writeCatalogue(json, catalogue);
  }
}
