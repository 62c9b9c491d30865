package dev.warder.analysis.diff;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Call;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a command of one side needs always, and in each condition; each call is read once. */
final class CommandDemands {
  private final DiffWork work;

  /** Null where nothing is always called. */
  private final @Nullable Set<Set<BitSet>> always;

  private final Map<String, Set<Set<BitSet>>> inConditions = new HashMap<>();

  /** Reads what a command calls; where a side has no such command, null. */
  CommandDemands(NumberedCatalogue side, @Nullable Command command, DiffWork work)
      throws TooMuchWork {
    this.work = work;
    this.always =
        command == null || command.calls().isEmpty() ? null : needs(side, command.calls());
    if (command != null) {
      for (Condition condition : command.conditions()) {
        inConditions.put(condition.name(), needs(side, condition.calls()));
      }
    }
  }

  private static Set<Set<BitSet>> needs(NumberedCatalogue side, List<Call> calls)
      throws TooMuchWork {
    Set<Set<BitSet>> needs = new LinkedHashSet<>();
    for (Call call : calls) {
      needs.add(side.needs(call));
    }
    return needs;
  }

  /** Returns whether the calls that are always made need the same. */
  boolean alwaysNeedsAs(CommandDemands other) throws TooMuchWork {
    return isSame(always, other.always);
  }

  /** Returns whether the calls of a condition need the same; also where neither has it. */
  boolean needsAs(CommandDemands other, String condition) throws TooMuchWork {
    return isSame(inConditions.get(condition), other.inConditions.get(condition));
  }

  private boolean isSame(@Nullable Set<Set<BitSet>> one, @Nullable Set<Set<BitSet>> other)
      throws TooMuchWork {
    work.count(1);
    if (one != null && other != null && one.size() == other.size()) {
      work.countRequirements(one);
    }
    return Objects.equals(one, other);
  }

  /** Returns what is needed in a condition or in none; the impossible when there is no such. */
  Demand in(@Nullable String condition) throws TooMuchWork {
    work.count(1);
    Set<Set<BitSet>> further = condition == null ? Set.of() : inConditions.get(condition);
    if (further == null || (condition == null && always == null)) {
      return Demand.OF_THE_IMPOSSIBLE;
    }
    Set<Set<BitSet>> all = always == null ? Set.of() : always;
    work.countRequirements(all);
    work.countRequirements(further);
    Set<Set<BitSet>> together = new LinkedHashSet<>(all);
    together.addAll(further);
    return new Demand(together);
  }
}
