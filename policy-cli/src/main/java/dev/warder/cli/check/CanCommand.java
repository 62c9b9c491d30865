package dev.warder.cli.check;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.needs.Can;
import dev.warder.cli.catalogue.CatalogueTask;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.Listing;
import dev.warder.cli.text.NoAnswer;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.model.Catalogue;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers all that a set of capabilities allows, and for the rest what is missing. */
@Command(
    name = "can",
    customSynopsis = "warder can --capabilities LIST [OPTION]... [TEXT]",
    header = "Lists all that capabilities allow, and what is missing for the rest.",
    footer = {
      "",
      "MISSING names what each alternative of an operation lacks. ENOUGH is the",
      "smallest addition that would be enough; for a command, that of each of its",
      "calls. WHEN is the condition that a line is about. The first line counts all",
      "operations with TEXT, also those that --allowed or --missing leaves out.",
      "Accounts are not compared.",
      "",
      "Exit codes: 0 answered, 2 no answer.",
      "",
      "Examples:",
      "  warder can --capabilities read:app,write:app",
      "  warder can --capabilities read:app --missing \"ably apps\"",
      "  warder can --capabilities \"\" --json"
    })
final class CanCommand extends CatalogueTask {
  @Mixin CapabilitiesOption capabilities;

  private List<String> given = List.of();

  @Mixin Listing listing;

  @Option(names = "--allowed", description = "Lists only what is allowed.")
  boolean allowed;

  @Option(names = "--missing", description = "Lists only what is not allowed.")
  boolean missing;

  @Override
  protected void checkUsage() throws NoAnswer {
    given = capabilities.list();
    if (allowed && missing) {
      throw NoAnswer.usage("--allowed and --missing contradict each other: leave one out");
    }
  }

  @Override
  protected int answer(Catalogue catalogue, Console console) throws NoAnswer {
    PolicyEngine engine = compile(catalogue);
    Grant grant = engine.grant(AskedToken.ANY_ACCOUNT, given);
    UnknownCapability unknown = new UnknownCapability(catalogue);
    grant.unknown().forEach(raw -> console.warn(unknown.note(raw)));
    CanLines lines = CanLines.of(can(engine, grant), listing).only(this::isShown);
    json.print(
        console,
        lines::print,
        object -> {
          lines.write(object);
          object.put("unknownCapabilities", grant.unknown());
          object.putCatalogue(catalogue);
        });
    return ALLOWED;
  }

  private boolean isShown(Preflight answer) {
    return answer.isAllowed() ? !missing : !allowed;
  }

  private static Can can(PolicyEngine engine, Grant grant) throws NoAnswer {
    try {
      return Can.of(engine, grant);
    } catch (TooMuchWork e) {
      throw NoAnswer.because("no answer: " + e.getMessage());
    }
  }
}
