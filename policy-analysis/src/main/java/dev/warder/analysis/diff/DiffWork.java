package dev.warder.analysis.diff;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Steps;
import dev.warder.model.text.Quoted;
import java.util.BitSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Bounds the work on one comparison, whatever asks for it. A step looks at an alternative, at a
 * capability of one or one that a token has, or at some of the bits of a set.
 */
final class DiffWork {
  /** A second or two. Two catalogues of ten thousand operations take some hundred thousand. */
  static final long MAX_STEPS = 25_000_000;

  /** So many bits are looked at in a step. */
  private static final int BITS_A_STEP = 1_024;

  private final Steps steps;
  private final int stepsASet;
  private Supplier<String> at = () -> "";

  DiffWork(Steps steps, int capabilities) {
    this.steps = steps;
    this.stepsASet = 1 + capabilities / BITS_A_STEP;
  }

  /** Sets what is compared next, for the message. */
  void at(Supplier<String> what) {
    at = what;
  }

  /** Returns the steps of one comparison. */
  Steps steps() {
    return steps;
  }

  void count(long more) throws TooMuchWork {
    if (!steps.admit(more)) {
      throw tooMuch();
    }
  }

  /** Counts making or comparing so many sets of numbers. */
  void countSets(long sets) throws TooMuchWork {
    count(sets * stepsASet);
  }

  /** Counts looking at all alternatives of some requirements. */
  void countRequirements(Set<Set<BitSet>> requirements) throws TooMuchWork {
    countSets(requirements.size() + requirements.stream().mapToLong(Set::size).sum());
  }

  TooMuchWork tooMuch() {
    return new TooMuchWork(
        ("to compare the catalogues takes more than %s steps, at %s: write fewer alternatives, let"
                + " capabilities imply fewer others, or let commands make fewer calls in fewer"
                + " conditions")
            .formatted(steps.most(), Quoted.of(at.get())));
  }
}
