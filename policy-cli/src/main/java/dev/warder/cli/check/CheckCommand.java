package dev.warder.cli.check;

import dev.warder.cli.catalogue.CatalogueOption;
import dev.warder.cli.catalogue.CatalogueTask;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Style;
import dev.warder.cli.text.Task;
import dev.warder.engine.PolicyEngine;
import dev.warder.model.Catalogue;
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
      "       warder check TOKEN [OPTION]... --command NAME [--when NAME]...",
      "       warder check --batch FILE [--keys JWKS_FILE --issuer ISS --audience AUD]",
      "where TOKEN is --capabilities LIST [--account ACCOUNT | --without-account],",
      "      or --anonymous, or",
      "      --token-file FILE --keys JWKS_FILE --issuer ISS --audience AUD"
    },
    header = "Answers whether a token allows a request, operation or command, and why.",
    footer = {
      "",
      "A signed token with a fault is denied, with status 401 and the fault.",
      "--any-issuer and --any-audience accept any issuer and any audience.",
      "",
      "Give an account that comes with the request by --request-account.",
      "",
      "After --, all arguments are METHOD PATH. Name an account or an owner only if the",
      "answer depends on it; the command reports when it does.",
      "",
      "A line of a batch is {\"account\", \"capabilities\": [], \"method\", \"path\"}, or",
      "\"operation\" with \"resourceAccount\", or \"command\" with \"when\", instead of",
      "method and path; it may have an \"id\", \"requestAccount\" and \"owners\":",
      "{KIND: {ID: ACCOUNT}}, \"withoutAccount\": true instead of account, and",
      "\"anonymous\": true or a signed \"token\" instead of account and capabilities.",
      "Every line gets one line, in order; a bad one an \"error\".",
      "",
      "Exit codes: 0 allowed, 1 denied, 2 no answer; for a batch 0 if every line was",
      "answered, 2 if any was bad.",
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

  @Mixin JsonOption json;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "Answers many questions, one JSON object a line; - is standard input.")
  @Nullable String batch;

  @Override
  protected int run(Console console) throws NoAnswer {
    if (batch != null) {
      return batch(batch, console);
    }
    CheckQuestion question = questionOptions.question();
    if (signedToken.isGiven() || verifierOptions.isGiven()) {
      return signed(question, console);
    }
    AskedToken token = tokenOptions.token();
    Catalogue catalogue = catalogueOption.read();
    return answer(question.ask(CatalogueTask.compile(catalogue), token), catalogue, console);
  }

  /** A token that is refused denies, whatever the question. */
  private int signed(CheckQuestion question, Console console) throws NoAnswer {
    if (tokenOptions.isGiven()) {
      throw NoAnswer.usage(
          "a signed token says its capabilities and account itself: leave out --capabilities,"
              + " --account, --without-account and --anonymous");
    }
    verifierOptions.check();
    String text = signedToken.read(console);
    Catalogue catalogue = catalogueOption.read();
    AskedToken token;
    try {
      token = TokenCheck.of(verifierOptions, console.clock()).verify(text);
    } catch (RejectedToken e) {
      return answer(e, catalogue, console);
    }
    return answer(question.ask(CatalogueTask.compile(catalogue), token), catalogue, console);
  }

  private int answer(CheckAnswer answer, Catalogue catalogue, Console console) {
    UnknownCapability unknown = new UnknownCapability(catalogue);
    answer.unknown().forEach(raw -> console.warn(unknown.note(raw)));
    json.print(
        console,
        to -> print(answer, catalogue, to),
        object -> {
          answer.write(object);
          object.putCatalogue(catalogue);
        });
    return answer.isAllowed() ? ALLOWED : DENIED;
  }

  private static void print(CheckAnswer answer, Catalogue catalogue, Console console) {
    console.println(
        answer.isAllowed()
            ? console.styled(Style.GOOD, "ALLOWED")
            : console.styled(Style.BAD, "DENIED"));
    NamedRows rows = new NamedRows();
    answer.add(rows);
    rows.add("catalogue", catalogue);
    rows.print(console);
  }

  private int batch(String file, Console console) throws NoAnswer {
    if (json.isGiven()
        || tokenOptions.isGiven()
        || signedToken.isGiven()
        || questionOptions.isGiven()) {
      throw NoAnswer.usage(
          "each line of a batch names its token and question: leave out all options but"
              + " --catalogue, --keys and those that go with --keys");
    }
    TokenCheck tokens =
        verifierOptions.isGiven() ? TokenCheck.of(verifierOptions, console.clock()) : null;
    PolicyEngine engine = CatalogueTask.compile(catalogueOption.read());
    return BatchRun.of(engine, tokens, file, console);
  }
}
