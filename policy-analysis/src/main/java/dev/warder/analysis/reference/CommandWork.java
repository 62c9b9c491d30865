package dev.warder.analysis.reference;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Command;
import dev.warder.model.Steps;

/**
 * Bounds the work on what commands need. A step looks at a capability of a call, or at one that is
 * implied, or compares one with another alternative.
 *
 * @param steps the steps of this command and those before it
 */
record CommandWork(Steps steps, Command command) {
  /** A second or two. Ten thousand operations and five hundred commands take a hundredth of it. */
  static final long MAX_STEPS = 5_000_000;

  void count(long more) throws TooMuchWork {
    if (!steps.admit(more)) {
      throw new TooMuchWork(
          ("to tell what commands need takes more than %s steps, at `%s`: let it call fewer"
                  + " operations, document it by fewer capabilities and alternatives, or write"
                  + " fewer alternatives for the operations that it calls")
              .formatted(steps.most(), command.name()));
    }
  }
}
