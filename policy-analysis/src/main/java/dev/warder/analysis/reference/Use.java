package dev.warder.analysis.reference;

import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.List;

/** What a capability is for. */
sealed interface Use {

  /** Returns whether the capability is not enough for it alone. */
  boolean together();

  /**
   * An operation that a capability is for.
   *
   * @param operation the operation
   * @param together whether the capability, with what it implies, is no whole alternative
   */
  record InOperation(Operation operation, boolean together) implements Use {}

  /**
   * A command that a capability is for.
   *
   * @param command the command
   * @param together whether the capability alone leaves something missing
   * @param when the names of the conditions in which it is needed; empty where it always is
   */
  record InCommand(Command command, boolean together, List<String> when) implements Use {}
}
