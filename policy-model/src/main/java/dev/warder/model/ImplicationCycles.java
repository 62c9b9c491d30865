package dev.warder.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds capabilities that imply themselves through others: a depth-first walk in the order given,
 * with its own stack, since chains may be long.
 */
final class ImplicationCycles {
  private final Map<String, ? extends Collection<String>> implied;
  private final Map<String, Boolean> onPath = new HashMap<>();
  private final List<String> path = new ArrayList<>();
  private final List<Iterator<String>> pending = new ArrayList<>();
  private final List<List<String>> cycles = new ArrayList<>();

  private ImplicationCycles(Map<String, ? extends Collection<String>> implied) {
    this.implied = implied;
  }

  /** Returns the cycles, one for each implication that closes one; the last implies the first. */
  static List<List<String>> find(Map<String, ? extends Collection<String>> implied) {
    ImplicationCycles search = new ImplicationCycles(implied);
    for (String start : implied.keySet()) {
      search.walk(start);
    }
    return search.cycles;
  }

  private void walk(String start) {
    enter(start);
    while (!path.isEmpty()) {
      int top = path.size() - 1;
      if (pending.get(top).hasNext()) {
        enter(pending.get(top).next());
      } else {
        onPath.put(path.remove(top), false);
        pending.remove(top);
      }
    }
  }

  private void enter(String capability) {
    Collection<String> next = implied.get(capability);
    @Nullable Boolean seen = onPath.get(capability);
    if (next == null) {
      return;
    }
    if (seen == null) {
      onPath.put(capability, true);
      path.add(capability);
      pending.add(next.iterator());
    } else if (seen) {
      cycles.add(new ArrayList<>(path.subList(path.indexOf(capability), path.size())));
    }
  }
}
