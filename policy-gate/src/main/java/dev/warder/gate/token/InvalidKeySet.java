package dev.warder.gate.token;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Thrown when a text is no key set to verify tokens by. It says all that is wrong, and nothing of
 * any key but its id.
 */
public final class InvalidKeySet extends Exception {
  private static final long serialVersionUID = 1;

  /** All that is wrong. */
  private final ImmutableList<String> problems;

  InvalidKeySet(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = ImmutableList.copyOf(problems);
  }

  InvalidKeySet(String problem) {
    this(ImmutableList.of(problem));
  }

  /** Returns all that is wrong, each in a line, in the order of the keys. */
  public List<String> problems() {
    return problems;
  }
}
