package dev.warder.cli;

import dev.warder.analysis.reference.Documented;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.engine.Preflight.CallAnswer;
import dev.warder.engine.Reason;
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
      PolicyEngine engine, Grant grant, Command command, String spelling, Set<String> chosen) {
    return new PreflightAnswer(
        grant,
        command,
        spelling,
        chosen,
        engine.preflight(grant, command, chosen),
        Documented.of(engine.catalogue(), command),
        command.conditions().stream()
            .filter(condition -> !chosen.contains(condition.name()))
            .map(condition -> other(engine, grant, command, condition))
            .filter(other -> !other.calls().isEmpty())
            .toList());
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
    CommandText.add(this, rows);
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
