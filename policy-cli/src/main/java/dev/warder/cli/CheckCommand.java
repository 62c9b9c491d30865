package dev.warder.cli;

import dev.warder.engine.PolicyEngine;
import dev.warder.model.Catalogue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers whether a token allows one request, operation or command, and why. */
@Command(
    name = "check",
    customSynopsis = {
      "warder check TOKEN [OPTION]... [--owner KIND/ID=ACCOUNT]... METHOD PATH",
      "       warder check TOKEN [OPTION]... --operation ID [--resource-account A]",
      "       warder check TOKEN [OPTION]... --command SPELLING [--when NAME]...",
      "       warder check --batch FILE [--keys JWKS_FILE --issuer ISS --audience AUD]",
      "where TOKEN is --capabilities LIST [--account ACCOUNT], or --anonymous, or",
      "      --token-file FILE --keys JWKS_FILE --issuer ISS --audience AUD"
    },
    header = "Answers whether a token allows one thing, and why.",
    footer = {
      "",
      "A signed token that is refused is denied, with status 401 and its fault.",
      "--any-issuer and --any-audience waive who issued it and whom it is for.",
      "",
      "After --, everything is METHOD PATH, whatever it begins with. A missing account",
      "or owner is asked for only where the answer comes down to it.",
      "",
      "A line of a batch is {\"account\", \"capabilities\": [], \"method\", \"path\"}, or",
      "\"operation\" with \"resourceAccount\", or \"command\" with \"when\", instead of",
      "method and path; it may have an \"id\" and \"owners\": {KIND: {ID: ACCOUNT}}, and",
      "\"anonymous\": true or a signed \"token\" instead of account and capabilities.",
      "Every line gets one line, in order; a bad one an \"error\".",
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
      "  warder check --token-file token.txt --keys keys.json --any-issuer \\",
      "      --audience control-api GET /v1/me",
      "  warder check --batch requests.jsonl > answers.jsonl"
    })
final class CheckCommand extends Task {
  @Mixin TokenOptions tokenOptions;

  @Mixin SignedToken signedToken;

  @Mixin VerifierOptions verifierOptions;

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

  @Override
  int run(Console console) throws NoAnswer, IOException {
    if (batch != null) {
      return batch(batch, console);
    }
    Question question = questionOptions.question();
    if (signedToken.isGiven() || verifierOptions.isGiven()) {
      return signed(question, console);
    }
    return answer(question, tokenOptions.token(), catalogueOption.read(), console);
  }

  /** A token that is refused denies, whatever the question. */
  private int signed(Question question, Console console) throws NoAnswer, IOException {
    if (tokenOptions.isGiven()) {
      throw NoAnswer.usage(
          "a signed token goes with neither --capabilities, --account nor --anonymous");
    }
    verifierOptions.check();
    String text = signedToken.read(console);
    Catalogue catalogue = catalogueOption.read();
    Token token;
    try {
      token = TokenCheck.of(verifierOptions, console.clock()).verify(text);
    } catch (RejectedToken e) {
      if (json) {
        RejectedOutput.printJson(e, catalogue, console);
      } else {
        RejectedOutput.print(e, catalogue, console);
      }
      return ExitCode.DENIED;
    }
    return answer(question, token, catalogue, console);
  }

  private int answer(Question question, Token token, Catalogue catalogue, Console console)
      throws NoAnswer, IOException {
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

  private int batch(String file, Console console) throws NoAnswer, IOException {
    if (json || tokenOptions.isGiven() || signedToken.isGiven() || questionOptions.isGiven()) {
      throw NoAnswer.usage(
          "--batch goes with --catalogue, and --keys and what belongs to it, only; its lines say"
              + " the rest");
    }
    TokenCheck tokens =
        verifierOptions.isGiven() ? TokenCheck.of(verifierOptions, console.clock()) : null;
    PolicyEngine engine = CatalogueTask.compile(catalogueOption.read());
    return BatchRun.of(engine, tokens, file, console);
  }
}
