package dev.warder.analysis.lint;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds the operations that the same grants pass. Two requirements are compared once, however many
 * operations have them; a step looks at one alternative beside another, or at one capability that
 * is implied.
 */
final class AlikeRequirements {
  static final long MAX_STEPS = 5_000_000;

  private final Catalogue catalogue;
  private final Map<Requirement, Integer> numbers = new HashMap<>();
  private final int[] numberOf;
  private final Map<Long, Boolean> alike = new HashMap<>();
  private long steps;

  AlikeRequirements(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.numberOf =
        catalogue.operations().stream()
            .mapToInt(
                operation -> {
                  numbers.putIfAbsent(operation.requirement(), numbers.size());
                  return numbers.getOrDefault(operation.requirement(), 0);
                })
            .toArray();
  }

  /**
   * Returns whether every grant that passes the one passes the other, and the other way round.
   *
   * @throws TooMuchWork when too many alternatives were compared
   */
  boolean areAlike(Operation one, Operation other) throws TooMuchWork {
    int number = numberOf[one.ordinal()];
    int otherNumber = numberOf[other.ordinal()];
    if (number == otherNumber) {
      return true;
    }
    long pair =
        ((long) Math.min(number, otherNumber) << Integer.SIZE) | Math.max(number, otherNumber);
    Boolean known = alike.get(pair);
    if (known == null) {
      known = isWithin(one, other) && isWithin(other, one);
      alike.put(pair, known);
    }
    return known;
  }

  /** Returns whether every grant that passes the one passes the other. */
  private boolean isWithin(Operation first, Operation second) throws TooMuchWork {
    Requirement one = first.requirement();
    Requirement other = second.requirement();
    if (one == Requirement.Fixed.UNMAPPED || other == Requirement.Fixed.PUBLIC) {
      return true;
    }
    if (one == Requirement.Fixed.PUBLIC || other == Requirement.Fixed.UNMAPPED) {
      return false;
    }
    if (!(one instanceof Alternatives alternatives)) {
      return other == Requirement.Fixed.ANY_TOKEN;
    }
    for (Set<Capability> all : alternatives.asList()) {
      Set<Capability> held = catalogue.closure(all);
      count(held.stream().mapToLong(c -> 1 + c.implies().size()).sum(), first, second);
      if (other instanceof Alternatives others && !passes(held, others, first, second)) {
        return false;
      }
    }
    return true;
  }

  private boolean passes(
      Set<Capability> held, Alternatives others, Operation first, Operation second)
      throws TooMuchWork {
    for (Set<Capability> all : others.asList()) {
      count(1, first, second);
      if (held.containsAll(all)) {
        return true;
      }
    }
    return false;
  }

  /** Returns how many steps were taken. */
  long steps() {
    return steps;
  }

  private void count(long more, Operation one, Operation other) throws TooMuchWork {
    steps += more;
    if (steps > MAX_STEPS) {
      throw new TooMuchWork(
          ("to compare what operations need that match the same paths takes more than %s steps,"
                  + " at `%s` and `%s`: write fewer alternatives, or more segments of their"
                  + " templates as literals")
              .formatted(MAX_STEPS, one.id(), other.id()));
    }
  }
}
