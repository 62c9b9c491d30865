package dev.warder.cli.check;

import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The question, in one of its three forms. */
final class QuestionOptions {
  private static final String FORMS = "METHOD PATH, --operation ID, or --command SPELLING";

  @Parameters(
      arity = "0..*",
      paramLabel = "METHOD PATH",
      hideParamSyntax = true,
      description = "The request, as received; the path without its query.")
  List<String> request = new ArrayList<>();

  @Option(
      names = "--owner",
      paramLabel = "KIND/ID=ACCOUNT",
      description =
          "Who owns a resource that PATH names, such as app/28AB9a=A. The account stands after the"
              + " last =. Repeat it for further resources.")
  List<String> owners = new ArrayList<>();

  @Option(
      names = "--request-account",
      paramLabel = "ACCOUNT",
      description =
          "The account that the request names outside PATH, in a header field or a sub-domain.")
  @Nullable String requestAccount;

  @Option(
      names = "--operation",
      paramLabel = "ID",
      description = "Instead of METHOD PATH: an operation of the catalogue.")
  @Nullable String operation;

  @Option(
      names = "--resource-account",
      paramLabel = "ACCOUNT",
      description = "With --operation: the account that the resource belongs to.")
  @Nullable String resourceAccount;

  @Option(
      names = "--command",
      paramLabel = "SPELLING",
      description =
          "Instead of METHOD PATH: a command line tool's command, as one argument. Accounts are not"
              + " compared.")
  @Nullable String command;

  @Option(
      names = "--when",
      paramLabel = "NAME",
      description = "With --command: a condition that holds. Repeat it for further conditions.")
  List<String> when = new ArrayList<>();

  boolean isGiven() {
    return !request.isEmpty()
        || !owners.isEmpty()
        || !when.isEmpty()
        || operation != null
        || requestAccount != null
        || resourceAccount != null
        || command != null;
  }

  CheckQuestion question() throws NoAnswer {
    int forms =
        (request.isEmpty() ? 0 : 1) + (operation == null ? 0 : 1) + (command == null ? 0 : 1);
    if (forms != 1) {
      throw NoAnswer.usage(
          (forms == 0 ? "nothing to check: give " : "asks one question: ") + FORMS);
    }
    checkBelongs("--owner", !owners.isEmpty(), "METHOD PATH", !request.isEmpty());
    checkBelongs("--request-account", requestAccount != null, "METHOD PATH", !request.isEmpty());
    checkBelongs("--resource-account", resourceAccount != null, "--operation", operation != null);
    checkBelongs("--when", !when.isEmpty(), "--command", command != null);
    if (command != null) {
      return new CommandQuestion(command, when);
    }
    return operation == null ? request() : operation(operation);
  }

  private static void checkBelongs(String option, boolean isGiven, String form, boolean isAsked)
      throws NoAnswer {
    if (isGiven && !isAsked) {
      throw NoAnswer.usage(option + " goes with " + form + " only");
    }
  }

  private CheckQuestion operation(String id) throws NoAnswer {
    if (resourceAccount != null && resourceAccount.isEmpty()) {
      throw NoAnswer.usage("--resource-account is empty");
    }
    return new OperationQuestion(id, resourceAccount);
  }

  private CheckQuestion request() throws NoAnswer {
    if (request.size() == 1) {
      throw NoAnswer.usage(
          "METHOD PATH is two arguments; there is only " + Shown.quoted(request.get(0)));
    }
    if (request.size() > 2) {
      throw NoAnswer.usage(
          "METHOD PATH is two arguments; there is also " + Shown.quoted(request.get(2)));
    }
    return new RequestQuestion(
        request.get(0), request.get(1), requestAccount, Owners.parse(owners));
  }
}
