package dev.warder.cli.check;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.needs.Needs;
import dev.warder.cli.catalogue.CatalogueTask;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.model.Catalogue;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers which capabilities are the least for all that somebody wants to do. */
@Command(
    name = "needs",
    customSynopsis = "warder needs [OPTION]... [ITEM]...",
    header = "Answers which capabilities are needed for several things together.",
    footer = {
      "",
      "Each line is one set of capabilities that is enough. They are in this order:",
      "  1. the fewest capabilities",
      "  2. the least access: read, write, admin, then no stated access",
      "  3. the order of the catalogue",
      "A set is left out if it gives more than another one, with all that is implied.",
      "Accounts are not compared.",
      "",
      "Exit codes: 0 answered, 1 nobody can, 2 no answer.",
      "",
      "Examples:",
      "  warder needs ably apps delete",
      "  warder needs \"ably apps delete\" \"ably queues list\"",
      "  warder needs \"ably queues list\" --when app",
      "  warder needs delete-app --request \"GET /v1/accounts/A/stats\" --json"
    })
final class NeedsCommand extends CatalogueTask {
  @Parameters(
      arity = "0..*",
      paramLabel = "ITEM",
      hideParamSyntax = true,
      description = "An operation's id, or a command's name, with or without quotes.")
  List<String> items = new ArrayList<>();

  @Option(
      names = "--request",
      paramLabel = "\"METHOD PATH\"",
      description = "A request, as one argument. Repeat it for more.")
  List<String> requests = new ArrayList<>();

  @Option(
      names = "--operation",
      paramLabel = "ID",
      description = "An operation, where ITEM would be an operation and a command.")
  List<String> operations = new ArrayList<>();

  @Option(
      names = "--command",
      paramLabel = "NAME",
      description = "A command, where ITEM would be an operation and a command.")
  List<String> commands = new ArrayList<>();

  @Option(
      names = "--when",
      paramLabel = "NAME",
      description =
          "A condition that holds, for all commands given that have it. Repeat it for more.")
  List<String> when = new ArrayList<>();

  @Override
  protected void checkUsage() throws NoAnswer {
    if (items.isEmpty() && requests.isEmpty() && operations.isEmpty() && commands.isEmpty()) {
      throw NoAnswer.usage(
          "nothing to answer: give an operation's id, a command's name or --request \"METHOD PATH\"");
    }
  }

  @Override
  protected int answer(Catalogue catalogue, Console console) throws NoAnswer, TooMuchWork {
    WantedItems wanted = new WantedItems(catalogue);
    wanted.items(items);
    for (String id : operations) {
      wanted.operation(id);
    }
    for (String spelling : commands) {
      wanted.command(spelling);
    }
    for (String request : requests) {
      wanted.request(request);
    }
    NeedsAnswer answer = NeedsAnswer.of(wanted.in(when), wanted.notChosen());
    json.print(console, answer::print, answer::write);
    return answer.needs() instanceof Needs.Nobody ? DENIED : ALLOWED;
  }
}
