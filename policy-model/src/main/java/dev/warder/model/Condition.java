package dev.warder.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named case in which a {@link Command} makes further calls. Immutable. */
public final class Condition {
  private final String name;
  private final String description;
  private final ImmutableList<Call> calls;

  Condition(String name, String description, List<Call> calls) {
    this.name = name;
    this.description = description;
    this.calls = ImmutableList.copyOf(calls);
  }

  /** Returns what the catalogue calls this case, unique in its command. */
  public String name() {
    return name;
  }

  /** Returns when this case holds, in words. */
  public String description() {
    return description;
  }

  /** Returns the further calls, in the order made; at least one. */
  public List<Call> calls() {
    return calls;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Condition that
        && name.equals(that.name)
        && description.equals(that.description)
        && calls.equals(that.calls);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
