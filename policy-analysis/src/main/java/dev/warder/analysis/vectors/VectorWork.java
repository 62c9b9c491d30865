package dev.warder.analysis.vectors;

import dev.warder.model.Steps;
import dev.warder.model.yaml.Nearest;

/**
 * The work that all vectors of a file share.
 *
 * @param nearest the search for near names
 * @param answers a step is a call or an operation asked, or a capability that it names
 * @param given a step is a capability that one of a vector's token gives
 */
record VectorWork(Nearest nearest, Steps answers, Steps given) {
  /** A second or two, and some hundred megabytes. */
  static final long MAX_ANSWERS = 1_000_000;

  /** Some seconds. */
  static final long MAX_GIVEN = 5_000_000;

  VectorWork() {
    this(new Nearest(), new Steps(MAX_ANSWERS), new Steps(MAX_GIVEN));
  }
}
