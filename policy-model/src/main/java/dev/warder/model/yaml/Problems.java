package dev.warder.model.yaml;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it is reported at once. */
public final class Problems {
  /** Beyond so many, a file is of another kind, and telling all would only fill the memory. */
  private static final int MOST_PROBLEMS = 10_000;

  private final List<Problem> problems = new ArrayList<>();

  /** Makes one without problems. */
  public Problems() {}

  /** Adds a problem. */
  public void add(Place place, String message) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(place, message));
    } else if (problems.size() == MOST_PROBLEMS) {
      problems.add(
          new Problem(place, "more problems than " + MOST_PROBLEMS + "; the rest is left out"));
    }
  }

  /** Adds the problems of another. */
  public void addAll(Problems others) {
    problems.addAll(others.problems);
  }

  /** Returns whether nothing is wrong. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Returns the problems in the order of the file, or of finding for one made in code. */
  public List<Problem> sorted() {
    return ImmutableList.sortedCopyOf(comparing(Problem::place, Place.IN_FILE), problems);
  }

  /** Returns the problems in the order of finding. */
  public List<Problem> found() {
    return ImmutableList.copyOf(problems);
  }
}
