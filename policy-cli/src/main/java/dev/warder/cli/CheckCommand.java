package dev.warder.cli;

import dev.warder.engine.PolicyEngine;
import dev.warder.model.Catalogue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
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
      "       warder check --batch FILE [--catalogue FILE]",
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
      "A line of a batch is {\"account\", \"capabilities\": [], \"method\", \"path\"}, or",
      "\"operation\" with \"resourceAccount\", or \"command\" with \"when\", instead of the last",
      "two; it may have an \"id\" and \"owners\": {KIND: {ID: ACCOUNT}}, or \"anonymous\": true",
      "for the token. Every line gets one line, in order; a bad one an \"error\".",
      "",
      "Exit codes: 0 allowed (or help asked for alone), 1 denied, 2 no answer;",
      "of a batch 0 when every line was answered, 2 when any was bad.",
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
      "  warder check --anonymous --json GET /v1/me",
      "  warder check --batch requests.jsonl > answers.jsonl"
    })
final class CheckCommand implements Task {
  @Mixin TokenOptions tokenOptions;

  @Mixin QuestionOptions questionOptions;

  @Mixin CatalogueOption catalogueOption;

  @Option(names = "--json", description = "Answers with one JSON object on one line.")
  boolean json;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "Answers many questions, one JSON object a line; - is standard input.")
  @Nullable String batch;

  @Mixin HelpOption helpOption;

  @Spec CommandSpec spec;

  private final Console console;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() throws NoAnswer, IOException {
    if (helpOption.isGiven()) {
      return helpOption.show(spec.commandLine());
    }
    if (batch != null) {
      return batch(batch);
    }
    Question question = questionOptions.question();
    Token token = tokenOptions.token();
    Catalogue catalogue = catalogueOption.read();
    Answer answer = question.ask(CatalogueTask.compile(catalogue), token);

    answer
        .grant()
        .unknown()
        .forEach(raw -> console.err().println(UnknownCapability.note(catalogue, raw)));
    if (json) {
      JsonOutput.print(answer, catalogue, console.out());
    } else {
      PlainOutput.print(answer, catalogue, console);
    }
    return answer.isAllowed() ? ExitCode.ALLOWED : ExitCode.DENIED;
  }

  private int batch(String file) throws NoAnswer, IOException {
    if (json || tokenOptions.isGiven() || questionOptions.isGiven()) {
      throw NoAnswer.usage("--batch goes with --catalogue only; its lines say the rest");
    }
    PolicyEngine engine = CatalogueTask.compile(catalogueOption.read());
    return BatchRun.of(engine, file, console);
  }
}
