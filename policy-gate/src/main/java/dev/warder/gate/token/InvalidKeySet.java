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

  private final transient ImmutableList<IgnoredKey> ignored;

  private InvalidKeySet(List<String> problems, List<IgnoredKey> ignored) {
    super(String.join("\n", problems));
    this.problems = ImmutableList.copyOf(problems);
    this.ignored = ImmutableList.copyOf(ignored);
  }

  InvalidKeySet(List<String> problems) {
    this(problems, ImmutableList.of());
  }

  InvalidKeySet(String problem) {
    this(ImmutableList.of(problem));
  }

  /** Returns what to throw for a set of which no key is left. */
  static InvalidKeySet ofIgnored(List<IgnoredKey> ignored) {
    return new InvalidKeySet(
        ignored.stream().flatMap(key -> key.problems().stream()).toList(), ignored);
  }

  /** Returns all that is wrong, each in a line, in the order of the keys. */
  public List<String> problems() {
    return problems;
  }

  /**
   * Returns the keys of a set of which each is left out, in the order of the set; none where
   * something else is wrong.
   */
  public List<IgnoredKey> ignored() {
    return ignored;
  }
}
