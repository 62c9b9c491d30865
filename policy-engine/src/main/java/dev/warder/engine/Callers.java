package dev.warder.engine;

import com.google.common.collect.ImmutableListMultimap;
import dev.warder.model.Call;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.List;

/** For each operation the commands that call it, be it in a condition, in catalogue order. */
final class Callers {
  private final ImmutableListMultimap<Operation, Command> byOperation;
  private final long steps;

  Callers(List<Command> commands) {
    ImmutableListMultimap.Builder<Operation, Command> callers = ImmutableListMultimap.builder();
    long calls = 0;
    for (Command command : commands) {
      for (Call call : command.calls(command.conditionNames())) {
        calls++;
        if (call instanceof Call.Known known) {
          callers.put(known.operation(), command);
        }
      }
    }
    this.byOperation = callers.build();
    this.steps = calls;
  }

  /** Returns the commands that call an operation; they are looked up, and no command is. */
  List<Command> of(Operation operation) {
    return byOperation.get(operation);
  }

  /** Returns how many calls were looked at: each of each command once. */
  long steps() {
    return steps;
  }
}
