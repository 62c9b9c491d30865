package dev.warder.model;

import dev.warder.model.text.Quoted;
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

  /** Of a longer cycle only so many are named, since many long cycles may share their members. */
  private static final int MOST_NAMED = 10;

  /** One more than the problems reported. */
  private static final int MOST_CYCLES = 10_001;

  private static final int LEFT = -1;

  private final Map<String, Integer> placeOnPath = new HashMap<>();
  private final List<String> path = new ArrayList<>();
  private final List<Iterator<String>> pending = new ArrayList<>();
  private final List<Cycle> cycles = new ArrayList<>();

  /** A cycle by the implication that closes it, that of {@code first} by {@code last}. */
  record Cycle(String last, String first, String words) {}

  private ImplicationCycles(Map<String, ? extends Collection<String>> implied) {
    this.implied = implied;
  }

  /** Returns the cycles, one for each implication that closes one, or the first 10,001. */
  static List<Cycle> find(Map<String, ? extends Collection<String>> implied) {
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
        placeOnPath.put(path.remove(top), LEFT);
        pending.remove(top);
      }
    }
  }

  private void enter(String capability) {
    Collection<String> next = implied.get(capability);
    @Nullable Integer place = placeOnPath.get(capability);
    if (next == null) {
      return;
    }
    if (place == null) {
      placeOnPath.put(capability, path.size());
      path.add(capability);
      pending.add(next.iterator());
    } else if (place != LEFT && cycles.size() < MOST_CYCLES) {
      cycles.add(cycle(path.subList(place, path.size())));
    }
  }

  private static Cycle cycle(List<String> members) {
    String first = members.get(0);
    String last = members.get(members.size() - 1);
    StringBuilder words = new StringBuilder();
    for (String member : members.subList(0, Math.min(members.size(), MOST_NAMED))) {
      words.append(Quoted.of(member)).append(" → ");
    }
    if (members.size() > MOST_NAMED) {
      words.append("(").append(members.size() - MOST_NAMED).append(" more) → ");
    }
    return new Cycle(last, first, words.append(Quoted.of(first)).toString());
  }
}
