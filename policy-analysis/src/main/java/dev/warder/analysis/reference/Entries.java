package dev.warder.analysis.reference;

import com.google.common.collect.ImmutableList;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entries of a reference, in catalogue order, before they are rendered. */
final class Entries {

  /**
   * A capability, with what it is for.
   *
   * @param capability the capability
   * @param operations the operations that name it in their requirement
   * @param commands the commands that need it
   */
  record CapabilityEntry(
      Capability capability, List<InOperation> operations, List<InCommand> commands) {}

  /**
   * An operation that a capability is for.
   *
   * @param operation the operation
   * @param together whether the capability, with what it implies, is no whole alternative
   */
  record InOperation(Operation operation, boolean together) {}

  /**
   * A command that a capability is for.
   *
   * @param command the command
   * @param together whether the capability alone leaves something missing
   * @param when the names of the conditions in which it is needed; empty where it always is
   */
  record InCommand(Command command, boolean together, List<String> when) {}

  private final List<CapabilityEntry> capabilities = new ArrayList<>();
  private final List<CommandEntry> commands = new ArrayList<>();

  private Entries() {}

  static Entries of(Catalogue catalogue) throws TooMuchWork {
    return of(catalogue, new Steps(CommandWork.MAX_STEPS));
  }

  static Entries of(Catalogue catalogue, Steps steps) throws TooMuchWork {
    Entries entries = new Entries();
    catalogue
        .capabilities()
        .forEach(
            capability ->
                entries.capabilities.add(
                    new CapabilityEntry(capability, new ArrayList<>(), new ArrayList<>())));
    catalogue.operations().forEach(operation -> entries.add(catalogue, operation));
    for (Command command : catalogue.commands()) {
      CommandEntry entry = CommandEntry.of(catalogue, command, steps);
      entries.add(catalogue, entry, new CommandWork(steps, command));
    }
    return entries;
  }

  List<CapabilityEntry> capabilities() {
    return capabilities;
  }

  List<CommandEntry> commands() {
    return commands;
  }

  private void add(Catalogue catalogue, Operation operation) {
    if (operation.requirement() instanceof Alternatives alternatives) {
      Map<Capability, Boolean> together = new LinkedHashMap<>();
      for (Set<Capability> all : alternatives.asList()) {
        for (Capability capability : all) {
          boolean isEnough =
              all.stream()
                  .allMatch(o -> o.equals(capability) || catalogue.isImplied(capability, o));
          together.merge(capability, !isEnough, Boolean::logicalAnd);
        }
      }
      together.forEach((c, t) -> entry(c).operations().add(new InOperation(operation, t)));
    }
  }

  private void add(Catalogue catalogue, CommandEntry entry, CommandWork work) throws TooMuchWork {
    commands.add(entry);
    Set<Capability> always = entry.always().capabilities();
    work.count(always.size() * entry.always().size());
    for (Capability capability : always) {
      boolean together = !entry.always().areMetBy(catalogue, capability);
      add(capability, new InCommand(entry.command(), together, ImmutableList.of()));
    }
    Map<Capability, List<String>> when = new LinkedHashMap<>();
    Map<Capability, Boolean> together = new LinkedHashMap<>();
    for (CommandEntry.Further further : entry.when()) {
      long size = entry.always().size() + further.needs().size();
      work.count(further.needs().capabilities().size() * size);
      for (Capability capability : further.needs().capabilities()) {
        if (!always.contains(capability)) {
          when.computeIfAbsent(capability, c -> new ArrayList<>()).add(further.condition().name());
          boolean enough =
              entry.always().areMetBy(catalogue, capability)
                  && further.needs().areMetBy(catalogue, capability);
          together.merge(capability, !enough, Boolean::logicalOr);
        }
      }
    }
    when.forEach(
        (capability, names) ->
            add(
                capability,
                new InCommand(
                    entry.command(), Boolean.TRUE.equals(together.get(capability)), names)));
  }

  private void add(Capability capability, InCommand use) {
    entry(capability).commands().add(use);
  }

  private CapabilityEntry entry(Capability capability) {
    return capabilities.get(capability.ordinal());
  }
}
