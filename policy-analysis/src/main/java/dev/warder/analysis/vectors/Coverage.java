package dev.warder.analysis.vectors;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What no vector touches of a catalogue; only vectors that pass count. Immutable.
 *
 * <ul>
 *   <li>An operation is touched when a vector asks it: by a request, by its name, or by a command
 *       that calls it.
 *   <li>A capability is touched when vectors show both sides of it. It is <em>needed</em> when a
 *       vector is allowed and would not be, had its token not named the capability; it is
 *       <em>missed</em> when a vector is denied and the capability is among what is missing.
 *   <li>A reason is touched when a vector is answered with it.
 * </ul>
 */
public final class Coverage {
  private final Catalogue catalogue;
  private final ImmutableList<Operation> untouchedOperations;
  private final ImmutableList<Capability> neverNeeded;
  private final ImmutableList<Capability> neverMissed;
  private final ImmutableList<Reason> untouchedReasons;

  private Coverage(Catalogue catalogue, Touched touched) {
    this.catalogue = catalogue;
    this.untouchedOperations = without(catalogue.operations(), touched.operations());
    this.neverNeeded = without(catalogue.capabilities(), touched.needed());
    this.neverMissed = without(catalogue.capabilities(), touched.missed());
    this.untouchedReasons = without(ImmutableList.copyOf(Reason.values()), touched.reasons());
  }

  private static <T> ImmutableList<T> without(List<T> all, Set<T> touched) {
    return all.stream()
        .filter(one -> !touched.contains(one))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns what the runs leave untouched, catalogue by catalogue in the order of the runs; runs
   * with one fingerprint count together, and broken catalogues not at all.
   */
  public static List<Coverage> of(List<VectorRun> runs) {
    Map<Catalogue, Touched> touched = new LinkedHashMap<>();
    for (VectorRun run : runs) {
      run.catalogue()
          .ifPresent(
              catalogue ->
                  touched.computeIfAbsent(catalogue, none -> new Touched()).addAll(run.touched()));
    }
    return touched.entrySet().stream()
        .map(entry -> new Coverage(entry.getKey(), entry.getValue()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the catalogue. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Returns the operations that no vector asks. */
  public List<Operation> untouchedOperations() {
    return untouchedOperations;
  }

  /** Returns the capabilities that are not both needed and missed by vectors. */
  public List<Capability> untouchedCapabilities() {
    Set<Capability> untouched = new HashSet<>(neverNeeded);
    untouched.addAll(neverMissed);
    return catalogue.capabilities().stream()
        .filter(untouched::contains)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the capabilities that no vector is allowed by. */
  public List<Capability> neverNeeded() {
    return neverNeeded;
  }

  /** Returns the capabilities that no vector is denied for. */
  public List<Capability> neverMissed() {
    return neverMissed;
  }

  /** Returns the reasons that no vector is answered with. */
  public List<Reason> untouchedReasons() {
    return untouchedReasons;
  }

  /** Returns how many operations are touched. */
  public int touchedOperations() {
    return catalogue.operations().size() - untouchedOperations.size();
  }

  /** Returns how many capabilities are touched. */
  public int touchedCapabilities() {
    return catalogue.capabilities().size() - untouchedCapabilities().size();
  }

  /**
   * Returns whether so many per cent of the operations, and as many of the capabilities, are
   * touched; exactly so many are enough. Reasons do not count, since not every catalogue has them
   * all.
   *
   * @throws IllegalArgumentException when it is not from 0 to 100
   */
  public boolean reaches(int percent) {
    checkArgument(percent >= 0 && percent <= 100, "a percentage is from 0 to 100");
    return reaches(percent, touchedOperations(), catalogue.operations().size())
        && reaches(percent, touchedCapabilities(), catalogue.capabilities().size());
  }

  private static boolean reaches(int percent, long touched, long all) {
    return touched * 100 >= percent * all;
  }

  /** Returns how much is touched. */
  @Override
  public String toString() {
    return Stream.of(
            touchedOperations() + " of " + catalogue.operations().size() + " operations",
            touchedCapabilities() + " of " + catalogue.capabilities().size() + " capabilities",
            (Reason.values().length - untouchedReasons.size())
                + " of "
                + Reason.values().length
                + " reasons")
        .collect(joining(", "));
  }
}
