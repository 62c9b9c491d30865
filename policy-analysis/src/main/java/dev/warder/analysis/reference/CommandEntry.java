package dev.warder.analysis.reference;

import static dev.warder.model.Requirement.Fixed.UNMAPPED;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import java.util.List;

/**
 * A command, with what it really needs.
 *
 * @param command the command
 * @param always what the calls need that are always made
 * @param when what each condition needs besides, in the order written
 * @param differences how each documented alternative differs from that
 */
record CommandEntry(
    Command command, CallNeeds always, List<Further> when, List<Documented> differences) {

  /**
   * What a condition needs of a token that has what is needed in any case.
   *
   * @param condition the condition
   * @param needs what it needs besides
   */
  record Further(Condition condition, CallNeeds needs) {}

  static CommandEntry of(Catalogue catalogue, Command command) {
    CallNeeds always = CallNeeds.of(catalogue, command.calls(), ImmutableList.of());
    List<Further> when =
        command.conditions().stream()
            .map(c -> new Further(c, CallNeeds.of(catalogue, c.calls(), always.all())))
            .collect(ImmutableList.toImmutableList());
    boolean isComparable = command.documented().orElse(UNMAPPED) != UNMAPPED;
    return new CommandEntry(
        command,
        always,
        when,
        isComparable ? Documented.of(catalogue, command) : ImmutableList.of());
  }
}
