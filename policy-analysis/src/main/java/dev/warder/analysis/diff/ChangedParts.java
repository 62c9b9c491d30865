package dev.warder.analysis.diff;

import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.AccountCheck;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import dev.warder.model.PathTemplate;
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
        || !checked(was).equals(checked(is))
        || !older.needs(was).equals(newer.needs(is));
  }

  /** Returns what an account rule compares, and where that stands in each path. */
  private static Set<List<?>> checked(Operation operation) {
    return operation.accountRule().checks().stream()
        .map(check -> checked(operation.template(), check))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static List<?> checked(PathTemplate template, AccountCheck check) {
    int segment = check.segment();
    boolean isFromLast = template.span() >= 0 && template.span() < segment;
    int fromLast = template.segments().size() - 1 - segment;
    String kind = check instanceof AccountCheck.Owned owned ? owned.kind() : "";
    return List.of(kind, isFromLast, isFromLast ? fromLast : segment);
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
