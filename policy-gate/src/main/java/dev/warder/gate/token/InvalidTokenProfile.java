package dev.warder.gate.token;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.warder.model.yaml.Problem;
import java.util.List;

/** A file is no profile of tokens, for all the problems given. Nothing of it was read. */
public final class InvalidTokenProfile extends Exception {
  private static final long serialVersionUID = 1;

  /** All that is wrong. */
  private final transient ImmutableList<Problem> problems;

  InvalidTokenProfile(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(joining("\n")));
    this.problems = ImmutableList.copyOf(problems);
  }

  /** Returns all problems, in the order of the file; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
