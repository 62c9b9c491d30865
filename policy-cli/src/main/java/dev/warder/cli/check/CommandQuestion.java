package dev.warder.cli.check;

import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.model.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Do this token's capabilities suffice for this command, in these conditions? */
record CommandQuestion(String spelling, List<String> when) implements CheckQuestion {

  @Override
  public PreflightAnswer ask(PolicyEngine engine, AskedToken token) throws NoAnswer {
    return ask(engine, token, new Unknown());
  }

  /** Asks one of several questions, which all share the search for what may have been meant. */
  PreflightAnswer ask(PolicyEngine engine, AskedToken token, Unknown unknown) throws NoAnswer {
    Optional<Command> found = engine.catalogue().command(spelling);
    if (found.isEmpty()) {
      throw unknown.command(spelling, engine.catalogue().spellings());
    }
    Command command = found.get();
    Set<String> chosen = chosen(command, unknown);
    if (command.calls().isEmpty() && chosen.isEmpty()) {
      throw NoAnswer.because(conditionsOf(command));
    }
    Grant grant = token.grant(engine);
    return PreflightAnswer.of(engine, grant, command, spelling, chosen);
  }

  /** Returns the conditions chosen, each once, in the order of the catalogue. */
  private Set<String> chosen(Command command, Unknown unknown) throws NoAnswer {
    Set<String> names = command.conditionNames();
    for (String name : when) {
      if (!names.contains(name)) {
        throw unknown.name("condition", name, names);
      }
    }
    Set<String> chosen = new LinkedHashSet<>(names);
    chosen.retainAll(new HashSet<>(when));
    return chosen;
  }

  static List<String> conditionsOf(Command command) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "warder: "
            + Shown.quoted(command.name())
            + " makes calls only in conditions; choose one or more:");
    command
        .conditions()
        .forEach(
            condition ->
                lines.add("  --when " + condition.name() + " (" + condition.description() + ")"));
    return lines;
  }
}
