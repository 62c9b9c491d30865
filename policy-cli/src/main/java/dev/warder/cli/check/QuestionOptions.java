package dev.warder.cli.check;

import dev.warder.cli.text.NoAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The question, in one of its three forms. */
final class QuestionOptions {
  private static final String FORMS = "METHOD PATH, --operation ID or --command NAME";

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
      paramLabel = "NAME",
      description =
          "Instead of METHOD PATH: a command line tool's command, with or without quotes. Accounts"
              + " are not compared.")
  @Nullable String command;

  @Option(
      names = "--when",
      paramLabel = "NAME",
      description = "With --command: a condition that holds. Repeat it for further conditions.")
  List<String> when = new ArrayList<>();

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

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
    boolean isRequest = !request.isEmpty() && !isRestOfCommand();
    int forms = (isRequest ? 1 : 0) + (operation == null ? 0 : 1) + (command == null ? 0 : 1);
    if (forms != 1) {
      throw NoAnswer.usage(
          (forms == 0 ? "nothing to check: give " : "one question at a time: give ") + FORMS);
    }
    checkBelongs("--owner", !owners.isEmpty(), "METHOD PATH", isRequest);
    checkBelongs("--request-account", requestAccount != null, "METHOD PATH", isRequest);
    checkBelongs("--resource-account", resourceAccount != null, "--operation", operation != null);
    checkBelongs("--when", !when.isEmpty(), "--command", command != null);
    if (command != null) {
      List<String> words = new ArrayList<>(List.of(command));
      words.addAll(request);
      return new CommandQuestion(String.join(" ", words), when);
    }
    return operation == null ? request() : operation(operation);
  }

  /**
   * Returns whether the arguments are the words of a command without quotes: they stand right after
   * the option's value, and none of them is a path.
   */
  private boolean isRestOfCommand() {
    if (command == null || spec == null || request.stream().anyMatch(r -> r.startsWith("/"))) {
      return false;
    }
    List<String> typed = new ArrayList<>();
    for (String argument : spec.commandLine().getParseResult().originalArgs()) {
      if (argument.startsWith("--command=")) {
        typed.add("--command");
        typed.add(argument.substring("--command=".length()));
      } else {
        typed.add(argument);
      }
    }
    List<String> words = new ArrayList<>(List.of("--command", command));
    words.addAll(request);
    return Collections.indexOfSubList(typed, words) >= 0;
  }

  private static void checkBelongs(String option, boolean isGiven, String form, boolean isAsked)
      throws NoAnswer {
    if (isGiven && !isAsked) {
      throw NoAnswer.usage(option + " goes with " + form + " only");
    }
  }

  private CheckQuestion operation(String id) throws NoAnswer {
    if (resourceAccount != null && resourceAccount.isEmpty()) {
      throw NoAnswer.usage(
          "the account has no name: give --resource-account ACCOUNT, or leave the option out");
    }
    return new OperationQuestion(id, resourceAccount);
  }

  private CheckQuestion request() throws NoAnswer {
    RequestArguments arguments = RequestArguments.of(request);
    return new RequestQuestion(
        arguments.method(), arguments.path(), requestAccount, Owners.parse(owners));
  }
}
