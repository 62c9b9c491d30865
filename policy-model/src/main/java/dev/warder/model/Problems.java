package dev.warder.model;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it is reported at once. */
final class Problems {
  /** Beyond so many, a file is of another kind, and telling all would only fill the memory. */
  private static final int MOST_PROBLEMS = 10_000;

  private final List<Problem> problems = new ArrayList<>();

  void add(Place place, String message) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(place, message));
    } else if (problems.size() == MOST_PROBLEMS) {
      problems.add(
          new Problem(place, "more problems than " + MOST_PROBLEMS + "; no more are told"));
    }
  }

  void addAll(Problems others) {
    problems.addAll(others.problems);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Returns the problems in the order of the file, or of finding for one made in code. */
  InvalidCatalogue asException() {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(comparing(Problem::place, Place.IN_FILE));
    return new InvalidCatalogue(ImmutableList.copyOf(sorted));
  }
}
