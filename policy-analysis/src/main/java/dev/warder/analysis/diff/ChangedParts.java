package dev.warder.analysis.diff;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations and capabilities by which an effect on a request can come about. */
final class ChangedParts {
  private final Map<Operation, Pair<Operation>> before = new HashMap<>();
  private final Map<Operation, Pair<Operation>> after = new HashMap<>();
  private final Map<String, Pair<Capability>> capabilities = new HashMap<>();

  ChangedParts(
      NumberedCatalogue older,
      NumberedCatalogue newer,
      List<Pair<Operation>> operations,
      List<Pair<Capability>> capabilities)
      throws TooMuchWork {
    for (Pair<Operation> pair : operations) {
      if (isChanged(older, newer, pair.before(), pair.after())) {
        if (pair.before() != null) {
          before.put(pair.before(), pair);
        }
        if (pair.after() != null) {
          after.put(pair.after(), pair);
        }
      }
    }
    for (Pair<Capability> pair : capabilities) {
      if (pair.before() == null
          || pair.after() == null
          || !pair.before().implies().equals(pair.after().implies())) {
        this.capabilities.put(pair.latest().raw(), pair);
      }
    }
  }

  private static boolean isChanged(
      NumberedCatalogue older,
      NumberedCatalogue newer,
      @Nullable Operation was,
      @Nullable Operation is)
      throws TooMuchWork {
    return was == null
        || is == null
        || !was.method().equals(is.method())
        || !was.template().shape().equals(is.template().shape())
        || !NumberedCatalogue.checks(was.accountRule())
            .equals(NumberedCatalogue.checks(is.accountRule()))
        || !older.needs(was).equals(newer.needs(is));
  }

  /** Returns those of the operations, some of either catalogue, that changed. */
  Set<Pair<?>> of(List<Operation> older, List<Operation> newer) {
    Set<Pair<?>> changed = new LinkedHashSet<>();
    older.stream().filter(before::containsKey).forEach(one -> changed.add(before.get(one)));
    newer.stream().filter(after::containsKey).forEach(one -> changed.add(after.get(one)));
    return changed;
  }

  /** Returns those of the capabilities that changed. */
  Set<Pair<?>> of(Iterable<String> raws) {
    Set<Pair<?>> changed = new LinkedHashSet<>();
    for (String raw : raws) {
      Pair<Capability> pair = capabilities.get(raw);
      if (pair != null) {
        changed.add(pair);
      }
    }
    return changed;
  }
}
