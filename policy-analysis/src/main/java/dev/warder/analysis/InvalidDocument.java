package dev.warder.analysis;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.warder.model.yaml.Problem;
import java.util.List;

/** A document cannot be used, for all the problems given. Nothing of it was used. */
public final class InvalidDocument extends Exception {
  private static final long serialVersionUID = 1L;

  private final ImmutableList<Problem> problems;

  /**
   * Makes one with its problems.
   *
   * @throws IllegalArgumentException when there is none
   */
  public InvalidDocument(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a document is invalid for a reason");
    }
    this.problems = ImmutableList.copyOf(problems);
  }

  /** Returns all problems, in the order found; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
