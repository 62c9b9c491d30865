package dev.warder.analysis.needs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.warder.analysis.TooMuchWork;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.model.Call;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import dev.warder.model.Operation;
import dev.warder.model.Steps;
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
  /** The answer for a command. */
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

  /** A thousand calls in each of a thousand conditions; a second, and some hundred megabytes. */
  static final long MAX_STEPS = 2_000_000;

  private final Grant grant;
  private final ImmutableMap<Operation, Preflight> operations;
  private final ImmutableList<CommandAnswer> commands;

  private Can(Grant grant, Map<Operation, Preflight> operations, List<CommandAnswer> commands) {
    this.grant = grant;
    this.operations = ImmutableMap.copyOf(operations);
    this.commands = ImmutableList.copyOf(commands);
  }

  /**
   * Returns what a grant's capabilities allow. It takes time linear in the catalogue's size, but
   * that the calls which a command always makes are answered in each of its conditions.
   *
   * @throws IllegalArgumentException when the grant is another engine's
   * @throws TooMuchWork when commands have too many calls in too many conditions
   */
  public static Can of(PolicyEngine engine, Grant grant) throws TooMuchWork {
    refuseMany(engine.catalogue(), new Steps(MAX_STEPS));
    return new Can(
        grant,
        engine.catalogue().operations().stream()
            .collect(ImmutableMap.toImmutableMap(o -> o, o -> engine.preflight(grant, o))),
        engine.catalogue().commands().stream()
            .map(command -> answer(engine, grant, command))
            .toList());
  }

  /** Counts the steps, of which each looks at a capability of a call, before any is taken. */
  static void refuseMany(Catalogue catalogue, Steps steps) throws TooMuchWork {
    for (Command command : catalogue.commands()) {
      long more = (1 + command.conditions().size()) * size(command.calls());
      for (Condition condition : command.conditions()) {
        more += size(condition.calls());
      }
      if (!steps.admit(more)) {
        throw new TooMuchWork(
            ("to answer for commands in each of their conditions takes more than %s steps, at `%s`,"
                    + " which always makes %s calls and has %s conditions: split it into several")
                .formatted(
                    steps.most(),
                    command.name(),
                    command.calls().size(),
                    command.conditions().size()));
      }
    }
  }

  private static long size(List<Call> calls) {
    return calls.stream()
        .mapToLong(
            call -> 1 + call.requirement().alternatives().stream().mapToLong(Set::size).sum())
        .sum();
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

  /** Returns the grant. */
  public Grant grant() {
    return grant;
  }

  /** Returns the answer for each operation, in catalogue order. */
  public Map<Operation, Preflight> operations() {
    return operations;
  }

  /** Returns the answer for each command, in catalogue order. */
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
