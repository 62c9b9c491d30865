package dev.warder.cli;

import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers whether a token allows one request, operation or command, and why. */
@Command(
    name = "check",
    customSynopsis = {
      "warder check TOKEN [OPTION]... [--owner KIND/ID=ACCOUNT]... METHOD PATH",
      "       warder check TOKEN [OPTION]... --operation ID [--resource-account A]",
      "       warder check TOKEN [OPTION]... --command SPELLING [--when NAME]...",
      "where TOKEN is --capabilities LIST [--account ACCOUNT], or --anonymous"
    },
    header = "Answers whether a token allows one thing, and why.",
    sortOptions = false,
    parameterListHeading = "%n",
    optionListHeading = "",
    footer = {
      "",
      "After --, everything is METHOD PATH, whatever it begins with. A missing account",
      "or owner is asked for only where the answer comes down to it.",
      "",
      "Exit codes: 0 allowed (or help asked for alone), 1 denied, 2 no answer.",
      "",
      "Examples:",
      "  warder check --capabilities write:app --account A \\",
      "      --owner app/28AB9a=A PATCH /v1/apps/28AB9a",
      "  warder check --capabilities read:stats --account A \\",
      "      GET /v1/accounts/A/stats",
      "  warder check --capabilities write:app --account A \\",
      "      --operation update-app --resource-account A",
      "  warder check --capabilities write:app --command \"ably apps update\"",
      "  warder check --capabilities write:app --command \"ably push config set-apns\" \\",
      "      --when p8",
      "  warder check --anonymous --json GET /v1/me"
    })
final class CheckCommand implements Task {
  @Mixin TokenOptions tokenOptions;

  @Mixin QuestionOptions questionOptions;

  @Mixin CatalogueOption catalogueOption;

  @Option(names = "--json", description = "Answers with one JSON object on one line.")
  boolean json;

  @Option(
      names = {"-h", "--help"},
      description = "Shows this help.")
  boolean help;

  @Spec CommandSpec spec;

  @Override
  public int run() throws NoAnswer, IOException {
    CommandLine line = spec.commandLine();
    if (help) {
      return help(line);
    }
    Question question = questionOptions.question();
    Token token = tokenOptions.token();
    Catalogue catalogue = catalogueOption.read();
    Answer answer = question.ask(compile(catalogue), token);

    PrintWriter err = line.getErr();
    answer.grant().unknown().forEach(raw -> err.println(UnknownCapability.note(catalogue, raw)));
    if (json) {
      JsonOutput.print(answer, catalogue, line.getOut());
    } else {
      PlainOutput.print(answer, catalogue, line.getOut());
    }
    return answer.isAllowed() ? ExitCode.ALLOWED : ExitCode.DENIED;
  }

  /** Help beside a question is no allow, so that no argument can turn a denial into exit code 0. */
  private static int help(CommandLine line) throws NoAnswer {
    if (line.getParseResult().matchedArgs().size() > 1) {
      throw NoAnswer.usage("--help stands alone");
    }
    line.usage(line.getOut());
    return ExitCode.ALLOWED;
  }

  private static PolicyEngine compile(Catalogue catalogue) throws NoAnswer {
    try {
      return PolicyEngine.compile(catalogue, ResourceOwners.of(Map.of()));
    } catch (IllegalArgumentException e) {
      throw NoAnswer.because("the catalogue cannot be compiled: " + e.getMessage());
    }
  }
}
