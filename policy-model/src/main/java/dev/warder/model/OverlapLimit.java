package dev.warder.model;

import static java.util.stream.Collectors.joining;

import dev.warder.model.text.Quoted;
import java.util.Collection;
import java.util.List;

/**
 * How much work templates may make that overlap, as {@code SEMANTICS.md} section 5 says: some
 * steps, and some more for each segment that was written. Few templates can overlap in as many ways
 * as there are sets of them, so what would take more is refused. So are too many slots of the
 * tables in which the paths are looked up. Not for use by several threads.
 */
public final class OverlapLimit {
  private static final long MIN_STEPS = 250_000;
  private static final long MAX_STEPS = 4_000_000;
  private static final int STEPS_A_SEGMENT = 16;
  private static final long MIN_SLOTS = 1_000_000;
  private static final int MOST_NAMED = 2;

  private final Steps steps;
  private final Steps slots;

  private OverlapLimit(long maxSteps, long maxSlots) {
    this.steps = new Steps(maxSteps);
    this.slots = new Steps(maxSlots);
  }

  /** Returns the limit on telling the templates of some operations apart. */
  public static OverlapLimit of(Collection<Operation> operations) {
    return new OverlapLimit(maxSteps(operations), MIN_SLOTS + segments(operations));
  }

  /**
   * Returns the limit on telling the templates of several lists of operations apart at once: of one
   * list as above. Places of several lists meet, and so the steps of each count once for each list.
   */
  public static OverlapLimit ofAll(Collection<? extends Collection<Operation>> lists) {
    long maxSteps = lists.stream().mapToLong(OverlapLimit::maxSteps).sum();
    long segments = lists.stream().mapToLong(OverlapLimit::segments).sum();
    return new OverlapLimit(lists.size() * maxSteps, MIN_SLOTS + segments);
  }

  private static long maxSteps(Collection<Operation> operations) {
    return Math.min(MAX_STEPS, MIN_STEPS + STEPS_A_SEGMENT * segments(operations));
  }

  private static long segments(Collection<Operation> operations) {
    return operations.stream().mapToLong(operation -> operation.template().segments().size()).sum();
  }

  /** Adds the steps for so many things that meet, and returns whether the limit is kept. */
  public boolean admits(long things) {
    return admitsSteps(things * things);
  }

  /** Adds so many steps, and returns whether the limit is kept. */
  public boolean admitsSteps(long more) {
    return steps.admit(more);
  }

  /** Adds so many slots of the tables of paths, and returns whether the limit is kept. */
  public boolean admitsSlots(long more) {
    return slots.admit(more);
  }

  /** Returns how many steps were added. */
  public long steps() {
    return steps.taken();
  }

  /** Returns what to say when the limit is not kept, for operations that a path may match. */
  public String message(List<Operation> together) {
    return message(
        together,
        "the templates overlap in too many ways: to tell them apart takes more than %s steps"
            .formatted(steps.most()));
  }

  /** Returns what to say when there are too many slots, for operations that a path may match. */
  public String slotsMessage(List<Operation> together) {
    return message(
        together,
        "the templates overlap in too many ways: the tables of their paths have more than %s slots"
            .formatted(slots.most()));
  }

  /** Returns the message when the search exceeds this limit. */
  public String message(List<Operation> together, String reason) {
    String named =
        together.stream()
            .limit(MOST_NAMED)
            .map(o -> Quoted.of(o.id()) + " (" + Quoted.of(o.template().toString()) + ")")
            .collect(joining(", "));
    int more = together.size() - MOST_NAMED;
    return "%s. Paths may match several of %s%s: write more of their segments as literals"
        .formatted(reason, named, more > 0 ? " and " + more + " more" : "");
  }
}
