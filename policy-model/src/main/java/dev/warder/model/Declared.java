package dev.warder.model;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one section by name, in catalogue order. An entry that has problems of its own is
 * declared all the same, so that references to it are no further problems.
 */
final class Declared<T> {
  private final String kind;
  private final Values values;
  private final Map<String, Optional<T>> byName = new LinkedHashMap<>();

  Declared(String kind, Values values) {
    this.kind = kind;
    this.values = values;
  }

  void put(String name, @Nullable T entry) {
    byName.put(name, Optional.ofNullable(entry));
  }

  int size() {
    return byName.size();
  }

  /** Returns what a reference names, or null, with a problem when it names nothing. */
  @CanIgnoreReturnValue
  @Nullable T resolve(@Nullable Node reference) {
    String name = values.text(reference);
    if (reference == null || name == null) {
      return null;
    }
    Optional<T> entry = byName.get(name);
    if (entry == null) {
      values.refuse(
          reference.place(),
          "unknown " + kind + " " + Quoted.of(name) + values.nearest(name, byName.keySet(), ""));
      return null;
    }
    return entry.orElse(null);
  }

  /** Returns the entries without problems. */
  List<T> entries() {
    return byName.values().stream()
        .flatMap(Optional::stream)
        .collect(ImmutableList.toImmutableList());
  }
}
