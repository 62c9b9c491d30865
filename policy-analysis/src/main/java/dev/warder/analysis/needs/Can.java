package dev.warder.analysis.needs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import dev.warder.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a grant's capabilities allow, and for the rest what is missing. Accounts are not looked
 * at: that an operation is allowed here does not say on which resource. Immutable.
 */
public final class Can {
  /** What a command comes to. */
  public static final class CommandAnswer {
    private final Command command;
    private final @Nullable Preflight always;
    private final ImmutableMap<Condition, Preflight> inConditions;

    CommandAnswer(
        Command command, @Nullable Preflight always, Map<Condition, Preflight> inConditions) {
      this.command = command;
      this.always = always;
      this.inConditions = ImmutableMap.copyOf(inConditions);
    }

    /** Returns the command. */
    public Command command() {
      return command;
    }

    /** Returns the calls that it always makes; nothing where it calls in conditions only. */
    public Optional<Preflight> always() {
      return Optional.ofNullable(always);
    }

    /**
     * Returns for each of its conditions, in catalogue order, the calls always made and those of
     * the condition. In several conditions at once a command is allowed exactly when it is in each.
     */
    public Map<Condition, Preflight> inConditions() {
      return inConditions;
    }

    /** Returns the command's name. */
    @Override
    public String toString() {
      return command.name();
    }
  }

  private final Grant grant;
  private final ImmutableMap<Operation, Preflight> operations;
  private final ImmutableList<CommandAnswer> commands;

  private Can(Grant grant, Map<Operation, Preflight> operations, List<CommandAnswer> commands) {
    this.grant = grant;
    this.operations = ImmutableMap.copyOf(operations);
    this.commands = ImmutableList.copyOf(commands);
  }

  /**
   * Returns what a grant's capabilities allow. It takes time linear in the catalogue's size.
   *
   * @throws IllegalArgumentException when the grant is another engine's
   */
  public static Can of(PolicyEngine engine, Grant grant) {
    return new Can(
        grant,
        engine.catalogue().operations().stream()
            .collect(ImmutableMap.toImmutableMap(o -> o, o -> engine.preflight(grant, o))),
        engine.catalogue().commands().stream()
            .map(command -> answer(engine, grant, command))
            .toList());
  }

  private static CommandAnswer answer(PolicyEngine engine, Grant grant, Command command) {
    return new CommandAnswer(
        command,
        command.calls().isEmpty() ? null : engine.preflight(grant, command, Set.of()),
        command.conditions().stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    condition -> condition,
                    condition -> engine.preflight(grant, command, Set.of(condition.name())))));
  }

  /** Returns the grant that was asked about. */
  public Grant grant() {
    return grant;
  }

  /** Returns what each operation comes to, in catalogue order. */
  public Map<Operation, Preflight> operations() {
    return operations;
  }

  /** Returns what each command comes to, in catalogue order. */
  public List<CommandAnswer> commands() {
    return commands;
  }

  /** Returns the operations allowed. */
  @Override
  public String toString() {
    return operations.entrySet().stream()
        .filter(answer -> answer.getValue().isAllowed())
        .map(Map.Entry::getKey)
        .toList()
        .toString();
  }
}
