package dev.warder.model;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it is reported at once. */
final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  void add(Place place, String message) {
    problems.add(new Problem(place, message));
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
