package dev.warder.cli;

import static java.util.stream.Collectors.joining;

import dev.warder.analysis.reference.Documented;
import dev.warder.engine.Preflight.CallAnswer;
import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Condition;
import java.util.List;
import java.util.Set;

/** A preflight of a command, put to people. */
final class CommandText {
  private CommandText() {}

  static void add(PreflightAnswer answer, NamedRows rows) {
    Reason reason = answer.preflight().reason();
    rows.add("reason", reason.code() + " (" + meaning(reason) + ")");
    rows.add("command", answer.command().name());
    rows.add("spelling", spelling(answer));
    rows.add("when", chosen(answer));
    rows.add("calls", answer.preflight().calls().stream().map(CommandText::call).toList());
    rows.add("enough", Wording.enough(answer.preflight().enough()));
    rows.add("documented", answer.documented().stream().map(CommandText::documented).toList());
    rows.add("conditions", answer.others().stream().map(CommandText::other).toList());
  }

  private static String meaning(Reason reason) {
    return switch (reason) {
      case ALLOWED -> "the capabilities suffice for every call; accounts were not looked at";
      case UNMAPPED_OPERATION -> "the provider has not said what one of the calls needs";
      default -> "one of the calls needs what the token does not carry";
    };
  }

  private static List<String> spelling(PreflightAnswer answer) {
    String name = answer.command().name();
    String spelling = answer.spelling();
    if (spelling.equals(name)) {
      return List.of();
    }
    String kind = answer.command().former().contains(spelling) ? "a former" : "another";
    return List.of("`" + spelling + "` is " + kind + " name of `" + name + "`");
  }

  private static List<String> chosen(PreflightAnswer answer) {
    return answer.command().conditions().stream()
        .filter(condition -> answer.chosen().contains(condition.name()))
        .map(CommandText::named)
        .toList();
  }

  private static String named(Condition condition) {
    return condition.name() + " (" + condition.description() + ")";
  }

  /** Returns {@code write:app alone; that is not enough: read:app is missing too}, where it is. */
  private static String documented(Documented documented) {
    if (!documented.understates()) {
      return documented.words();
    }
    Set<Capability> missing = documented.missing();
    return documented.words()
        + " alone; that is not enough: "
        + (missing.isEmpty()
            ? "a token"
            : missing.stream().map(Capability::raw).collect(joining(" and ")))
        + (missing.size() > 1 ? " are" : " is")
        + " missing too";
  }

  private static String call(CallAnswer answer) {
    String call = answer.call() + ": " + answer.reason();
    return switch (answer.reason()) {
      case ALLOWED -> call;
      case MISSING_CAPABILITY -> call + ", " + String.join(" ", Wording.missing(answer.missing()));
      default -> call + ", the provider has not said what it needs";
    };
  }

  private static String other(PreflightAnswer.Other other) {
    return "with --when "
        + named(other.condition())
        + " also: "
        + other.calls().stream().map(answer -> answer.call().toString()).collect(joining(", "))
        + "; "
        + outlook(other.calls());
  }

  private static String outlook(List<CallAnswer> calls) {
    List<CallAnswer> failing =
        calls.stream().filter(answer -> answer.reason() != Reason.ALLOWED).toList();
    return failing.isEmpty()
        ? (calls.size() == 1 ? "this" : "these") + " would be allowed"
        : failing.stream().map(CommandText::wouldFail).collect(joining("; "));
  }

  private static String wouldFail(CallAnswer answer) {
    return answer.reason() == Reason.MISSING_CAPABILITY
        ? answer.call() + " would miss " + String.join(" ", Wording.missing(answer.missing()))
        : answer.call() + " would be " + answer.reason();
  }
}
