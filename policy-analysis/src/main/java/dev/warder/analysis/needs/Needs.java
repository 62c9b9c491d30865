package dev.warder.analysis.needs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Alternatives;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Requirement;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What somebody needs to be able to do all that is wanted: nothing, any token, one of several sets
 * of capabilities, or what nobody has.
 *
 * <p>It is about capabilities alone, as {@link dev.warder.engine.Preflight} is: whose a resource
 * is, is not looked at.
 */
public sealed interface Needs {
  /**
   * The most steps for one answer: comparisons of two sets, where a set that is made counts as
   * fifty, and what a least set implies. So an answer has at most half a million sets, and takes a
   * few seconds and some hundred megabytes at most. Two operations with 105 alternatives each that
   * share no capability take a fortieth of it.
   */
  long MAX_STEPS = 25_000_000;

  /** A need that names no capability. */
  enum Fixed implements Needs {
    /** Everyone can, with a token or without. */
    NOTHING,
    /** Every valid token can, whatever it carries. */
    ANY_TOKEN
  }

  /**
   * A token that carries all capabilities of one of these sets can, and no token can that carries
   * only a part of one. Each set is compared by its closure, the capabilities and all that they
   * imply: no closure of a set that suffices lies strictly within the closure of one of these, and
   * every set that suffices has one of these within its closure. Where a closure can be had in
   * several ways, the set is the least, without what others of it imply.
   *
   * <p>The sets with the fewest capabilities come first; of equally many the one with the fewest
   * that state no access, then the fewest to administer, then the fewest to write; then catalogue
   * order. Within a set the capabilities are in catalogue order.
   *
   * @param sets at least one, none of them empty
   */
  record AnyOf(List<Set<Capability>> sets) implements Needs {
    /** Copies the list and the sets. */
    public AnyOf {
      sets =
          sets.stream()
              .<Set<Capability>>map(ImmutableSet::copyOf)
              .collect(ImmutableList.toImmutableList());
    }
  }

  /**
   * Nobody can, since nobody has said what these calls need.
   *
   * @param calls the calls that are unspecified or of an unmapped operation, in the order wanted
   */
  record Nobody(List<Call> calls) implements Needs {
    /** Copies the list. */
    public Nobody {
      calls = ImmutableList.copyOf(calls);
    }
  }

  /**
   * Returns what is needed for all that is wanted; nothing where nothing is wanted.
   *
   * @throws TooMuchWork when the choices that the alternatives leave combine in so many ways that
   *     more than {@link #MAX_STEPS} would be needed; what nobody can do is found before
   */
  static Needs of(Wanted wanted) throws TooMuchWork {
    return of(wanted, new Steps(MAX_STEPS));
  }

  /**
   * Returns the same for one of several questions that one answer is made of.
   *
   * @param steps the steps taken for all of them
   * @throws TooMuchWork when more steps would be needed than are admitted
   */
  static Needs of(Wanted wanted, Steps steps) throws TooMuchWork {
    List<Call> unmapped = new ArrayList<>();
    List<Alternatives> alternatives = new ArrayList<>();
    boolean isPublic = true;
    for (Call call : wanted.calls()) {
      Requirement requirement = call.requirement();
      if (requirement == Requirement.Fixed.UNMAPPED) {
        unmapped.add(call);
      } else if (requirement instanceof Alternatives some) {
        alternatives.add(some);
      }
      isPublic &= requirement == Requirement.Fixed.PUBLIC;
    }
    if (!unmapped.isEmpty()) {
      return new Nobody(unmapped);
    }
    if (alternatives.isEmpty()) {
      return isPublic ? Fixed.NOTHING : Fixed.ANY_TOKEN;
    }
    return new AnyOf(LeastSets.of(wanted.catalogue(), alternatives, steps));
  }
}
