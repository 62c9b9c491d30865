package dev.warder.analysis.reference;

import static dev.warder.model.Requirement.Fixed.UNMAPPED;

import com.google.common.collect.ImmutableList;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A command, with what it really needs.
 *
 * @param command the command
 * @param always what the calls need that are always made
 * @param when what each condition needs besides, in the order written
 * @param differences how each documented alternative differs from that
 */
record CommandEntry(
    Command command, CallNeeds always, List<Further> when, List<Difference> differences) {

  /**
   * What a condition needs of a token that has what is needed in any case.
   *
   * @param condition the condition
   * @param needs what it needs besides
   */
  record Further(Condition condition, CallNeeds needs) {}

  /**
   * How a documented alternative differs from what is needed.
   *
   * @param documented the alternative
   * @param superfluous what can be left out of it
   */
  record Difference(Documented documented, Set<Capability> superfluous) {}

  static CommandEntry of(Catalogue catalogue, Command command, Steps steps) throws TooMuchWork {
    CommandWork work = new CommandWork(steps, command);
    CallNeeds always = CallNeeds.of(catalogue, command.calls(), ImmutableList.of(), work);
    List<Further> when = new ArrayList<>();
    for (Condition condition : command.conditions()) {
      CallNeeds needs = CallNeeds.of(catalogue, condition.calls(), always.all(), work);
      when.add(new Further(condition, needs));
    }
    List<Difference> differences = new ArrayList<>();
    if (command.documented().orElse(UNMAPPED) != UNMAPPED) {
      for (Documented documented : Documented.of(catalogue, command, steps)) {
        differences.add(new Difference(documented, documented.superfluous(work)));
      }
    }
    return new CommandEntry(
        command, always, ImmutableList.copyOf(when), ImmutableList.copyOf(differences));
  }
}
