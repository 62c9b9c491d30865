package dev.warder.cli.check;

import dev.warder.analysis.usage.Usage;
import dev.warder.cli.catalogue.CatalogueTask;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.engine.PolicyEngine;
import dev.warder.model.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Answers which of a token's capabilities nothing in a log of requests needed. */
@Command(
    name = "unused",
    customSynopsis = "warder unused --capabilities LIST [OPTION]... FILE|-",
    header = "Answers which capabilities nothing in a log of requests needed.",
    footer = {
      "",
      "A line of the log is a JSON object with the method and the target as received:",
      "  {\"method\":\"GET\",\"target\":\"/v1/apps/28AB9a/queues?limit=1\"}",
      "The target may be called path; its query is cut off; other members are ignored.",
      "",
      "A token without the unused capabilities gets the same decision for each request",
      "of the log: the same reason and operation, for any account. The command leaves",
      "out first what gives most access: no stated access, then admin, write, read; of",
      "equal ones the later in the catalogue. It names bad lines and skips them.",
      "",
      "Exit codes: 0 nothing is unused; 1 something is unused; 2 no answer, also if the",
      "log has no request or a bad line.",
      "",
      "Examples:",
      "  warder unused --capabilities read:app,write:app,read:key requests.jsonl",
      "  zcat requests.jsonl.gz | warder unused --capabilities read:app --json -"
    })
final class UnusedCommand extends CatalogueTask {
  @Mixin CapabilitiesOption capabilities;

  private List<String> given = List.of();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      hideParamSyntax = true,
      description = "The log, one request a line; - is standard input.")
  @Nullable String file;

  @Override
  protected void checkUsage() throws NoAnswer {
    given = capabilities.list();
    if (file == null || file.isEmpty()) {
      throw NoAnswer.usage("needs the log: give its FILE, or - for standard input");
    }
  }

  @Override
  protected int answer(Catalogue catalogue, Console console) throws NoAnswer {
    PolicyEngine engine = compile(catalogue);
    Usage usage = new Usage(engine);
    long bad = new LogFile(String.valueOf(file), console).read(usage);
    if (usage.requests() == 0) {
      throw NoAnswer.because(
          "the log has no request, so there is no answer; a line is a JSON object with method and"
              + " target"
              + (bad == 0 ? "" : "; bad lines: " + bad));
    }
    UnusedAnswer answer = new UnusedAnswer(catalogue, usage.unused(given), usage.requests(), bad);
    json.print(console, answer::print, answer::write);
    if (bad > 0) {
      return NO_ANSWER;
    }
    return answer.unused().unused().isEmpty() ? ALLOWED : DENIED;
  }
}
