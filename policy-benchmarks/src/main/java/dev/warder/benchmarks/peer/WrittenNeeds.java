package dev.warder.benchmarks.peer;

import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an operation needs, as most would write it down: lists of names, one of which must be held.
 *
 * @param alternatives each list wholly held suffices; none of them at all means that nobody may
 */
record WrittenNeeds(List<List<String>> alternatives) {
  static WrittenNeeds of(Operation operation) {
    List<List<String>> alternatives = new ArrayList<>();
    Requirement requirement = operation.requirement();
    if (requirement instanceof Alternatives several) {
      several.asList().forEach(all -> alternatives.add(all.stream().map(Capability::raw).toList()));
    } else if (requirement != Requirement.Fixed.UNMAPPED) {
      alternatives.add(List.of());
    }
    return new WrittenNeeds(alternatives);
  }

  boolean areMetBy(Set<String> held) {
    for (List<String> all : alternatives) {
      if (held.containsAll(all)) {
        return true;
      }
    }
    return false;
  }
}
