package dev.warder.analysis.diff;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first example found of what each changed part of a catalogue does to tokens. */
final class Effects {
  private final Map<Pair<?>, Example> gains = new HashMap<>();
  private final Map<Pair<?>, Example> losses = new HashMap<>();

  /** Notes an example, unless there is one already. */
  void add(boolean isGain, Pair<?> part, Example example) {
    (isGain ? gains : losses).putIfAbsent(part, example);
  }

  @Nullable Example gain(Pair<?> part) {
    return gains.get(part);
  }

  @Nullable Example loss(Pair<?> part) {
    return losses.get(part);
  }
}
