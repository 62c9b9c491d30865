package dev.warder.cli.check;

import static java.util.stream.Collectors.joining;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.reference.Documented;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Wording;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.engine.Preflight.CallAnswer;
import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import java.util.List;
import java.util.Set;

/**
 * The preflight of a command.
 *
 * @param spelling the spelling that was asked for
 * @param chosen the names of the conditions chosen
 * @param documented what is documented, compared with what is needed
 * @param others the conditions that were not chosen
 */
record PreflightAnswer(
    Grant grant,
    Command command,
    String spelling,
    Set<String> chosen,
    Preflight preflight,
    List<Documented> documented,
    List<Other> others)
    implements CheckAnswer {

  /**
   * A condition that was not chosen, and what its calls would come to.
   *
   * @param condition the condition
   * @param calls its calls
   */
  record Other(Condition condition, List<CallAnswer> calls) {}

  static PreflightAnswer of(
      PolicyEngine engine, Grant grant, Command command, String spelling, Set<String> chosen)
      throws NoAnswer {
    return new PreflightAnswer(
        grant,
        command,
        spelling,
        chosen,
        engine.preflight(grant, command, chosen),
        documented(engine.catalogue(), command),
        command.conditions().stream()
            .filter(condition -> !chosen.contains(condition.name()))
            .map(condition -> other(engine, grant, command, condition))
            .filter(other -> !other.calls().isEmpty())
            .toList());
  }

  private static List<Documented> documented(Catalogue catalogue, Command command) throws NoAnswer {
    try {
      return Documented.of(catalogue, command);
    } catch (TooMuchWork e) {
      throw NoAnswer.because("no answer: " + e.getMessage());
    }
  }

  /** A condition's own calls are those that the command does not always make. */
  private static Other other(
      PolicyEngine engine, Grant grant, Command command, Condition condition) {
    List<CallAnswer> all = engine.preflight(grant, command, Set.of(condition.name())).calls();
    return new Other(
        condition,
        all.stream().filter(answer -> !command.calls().contains(answer.call())).toList());
  }

  @Override
  public boolean isAllowed() {
    return preflight.isAllowed();
  }

  @Override
  public Set<String> unknown() {
    return grant.unknown();
  }

  @Override
  public void add(NamedRows rows) {
    Reason reason = preflight.reason();
    rows.add("reason", reason.code() + " (" + meaning(reason) + ")");
    rows.add("command", command.name());
    rows.add("spelling", otherSpelling());
    rows.add("when", chosenConditions());
    rows.add("calls", preflight.calls().stream().map(PreflightAnswer::call).toList());
    rows.add("enough", Wording.enough(preflight.enough()));
    rows.add("documented", documented.stream().map(PreflightAnswer::documented).toList());
    rows.add("conditions", others.stream().map(PreflightAnswer::other).toList());
  }

  private static String meaning(Reason reason) {
    return switch (reason) {
      case ALLOWED -> "the capabilities suffice for every call; accounts were not looked at";
      case UNMAPPED_OPERATION -> "the provider has not said what one of the calls needs";
      default -> "one of the calls needs what the token does not carry";
    };
  }

  private List<String> otherSpelling() {
    String name = command.name();
    if (spelling.equals(name)) {
      return List.of();
    }
    String kind = command.former().contains(spelling) ? "a former" : "another";
    return List.of("`" + spelling + "` is " + kind + " name of `" + name + "`");
  }

  private List<String> chosenConditions() {
    return command.conditions().stream()
        .filter(condition -> chosen.contains(condition.name()))
        .map(PreflightAnswer::named)
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
      case MISSING_CAPABILITY -> call + ", " + missing(answer);
      default -> call + ", the provider has not said what it needs";
    };
  }

  private static String missing(CallAnswer answer) {
    return String.join(" ", Wording.missing(answer.call().requirement(), answer.missing()));
  }

  private static String other(Other other) {
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
        : failing.stream().map(PreflightAnswer::wouldFail).collect(joining("; "));
  }

  private static String wouldFail(CallAnswer answer) {
    return answer.reason() == Reason.MISSING_CAPABILITY
        ? answer.call() + " would miss " + missing(answer)
        : answer.call() + " would be " + answer.reason();
  }

  @Override
  public void write(JsonObject json) {
    CheckAnswer.write(json, preflight.reason());
    json.put("command", command.name());
    json.put("when", chosen);
    writeCalls(json, preflight.calls());
    json.put("enough", preflight.enough());
    json.putObjects(
        "documented",
        documented,
        (object, one) -> {
          object.put("requirement", one.words());
          object.put("understates", one.understates());
          object.put("missing", one.missing());
        });
    json.put("unknownCapabilities", unknown());
  }

  /** Writes calls, each with its reason and what it misses. */
  static void writeCalls(JsonObject json, List<CallAnswer> calls) {
    json.putObjects(
        "calls",
        calls,
        (object, call) -> {
          object.put("call", call.call());
          object.put("reason", call.reason());
          if (call.reason() == Reason.MISSING_CAPABILITY) {
            object.put("missing", call.missing());
          }
        });
  }
}
