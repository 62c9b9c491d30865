package dev.warder.analysis.diff;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of the examples found of what each changed part of a catalogue does to tokens, the one with the
 * fewest capabilities; of equally few the first.
 */
final class Effects {
  private final Map<Pair<?>, Example> gains = new HashMap<>();
  private final Map<Pair<?>, Example> losses = new HashMap<>();

  /** Notes an example, unless there is one with as few capabilities. */
  void add(boolean isGain, Pair<?> part, Example example) {
    (isGain ? gains : losses).merge(part, example, Effects::fewer);
  }

  private static Example fewer(Example first, Example second) {
    return size(second) < size(first) ? second : first;
  }

  private static int size(Example example) {
    return example.isAnonymous() ? -1 : example.capabilities().size();
  }

  @Nullable Example gain(Pair<?> part) {
    return gains.get(part);
  }

  @Nullable Example loss(Pair<?> part) {
    return losses.get(part);
  }
}
