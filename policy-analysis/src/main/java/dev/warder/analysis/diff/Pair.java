package dev.warder.analysis.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a catalogue as it was and as it is; one of both may not be. */
record Pair<T>(@Nullable T before, @Nullable T after) {

  /** Pairs what has the same name, in the order of the newer, and then what was removed. */
  static <T> List<Pair<T>> byName(List<T> before, List<T> after, Function<T, String> name) {
    return of(before, after, name, part -> List.of());
  }

  /** Pairs what has the same name and, of the rest, what shares one of its other keys. */
  static <T> List<Pair<T>> of(
      List<T> before,
      List<T> after,
      Function<T, String> name,
      Function<T, ? extends Collection<String>> otherKeys) {
    Map<String, T> rest = new LinkedHashMap<>();
    before.forEach(part -> rest.put(name.apply(part), part));
    Map<T, T> matched = new HashMap<>();
    for (T part : after) {
      Optional.ofNullable(rest.remove(name.apply(part))).ifPresent(was -> matched.put(part, was));
    }
    Map<String, T> byKey = new HashMap<>();
    rest.values().forEach(part -> otherKeys.apply(part).forEach(key -> byKey.put(key, part)));
    List<Pair<T>> pairs = new ArrayList<>();
    for (T part : after) {
      T was = matched.get(part);
      if (was == null) {
        was = renamed(otherKeys.apply(part), byKey, rest, name);
      }
      pairs.add(new Pair<>(was, part));
    }
    rest.values().forEach(part -> pairs.add(new Pair<>(part, null)));
    return pairs;
  }

  private static <T> @Nullable T renamed(
      Collection<String> keys,
      Map<String, T> byKey,
      Map<String, T> rest,
      Function<T, String> name) {
    for (String key : keys) {
      T was = byKey.get(key);
      if (was != null && rest.remove(name.apply(was)) != null) {
        return was;
      }
    }
    return null;
  }

  /** Returns the later of both. */
  T latest() {
    T latest = after == null ? before : after;
    if (latest == null) {
      throw new AssertionError("a pair of nothing");
    }
    return latest;
  }

  CatalogueChange.Kind kind() {
    return before == null
        ? CatalogueChange.Kind.ADDED
        : after == null ? CatalogueChange.Kind.REMOVED : CatalogueChange.Kind.CHANGED;
  }
}
