package dev.warder.model;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.warder.model.yaml.Problem;
import java.util.List;

/** A catalogue cannot be used, for all the problems given. Nothing of it was read. */
public final class InvalidCatalogue extends Exception {
  private static final long serialVersionUID = 1L;

  private final ImmutableList<Problem> problems;

  InvalidCatalogue(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(joining("\n")));
    this.problems = ImmutableList.copyOf(problems);
  }

  /** Returns all problems, in the order of the file; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
