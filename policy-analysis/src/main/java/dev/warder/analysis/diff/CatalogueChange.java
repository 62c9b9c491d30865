package dev.warder.analysis.diff;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of a catalogue that was added, removed or changed, or by which tokens gain or lose.
 * Immutable.
 *
 * <p>A gain or a loss on a request counts for those of the operations asked that changed; where
 * none did, for the capabilities that changed and that the example's token holds. A command may
 * stand here though nothing of it changed but what its calls need.
 */
public final class CatalogueChange {
  /** What kind of part a change is about. There may be more in later releases. */
  public enum Sort {
    /** The catalogue as a whole: its name, version, limits, orders, acceptances and the like. */
    CATALOGUE,
    /** A category. */
    CATEGORY,
    /** A capability. */
    CAPABILITY,
    /** An operation. */
    OPERATION,
    /** A command. */
    COMMAND
  }

  /** What became of the part. */
  public enum Kind {
    /** Only the newer catalogue has it. */
    ADDED,
    /** Only the older catalogue has it. */
    REMOVED,
    /** Both have it. */
    CHANGED
  }

  /** One value that differs. */
  public static final class Value {
    private final String name;
    private final @Nullable String before;
    private final @Nullable String after;

    Value(String name, @Nullable String before, @Nullable String after) {
      this.name = name;
      this.before = before;
      this.after = after;
    }

    /** Returns what the value is, such as {@code requires}. */
    public String name() {
      return name;
    }

    /** Returns the value in the older catalogue, if it has one. */
    public Optional<String> before() {
      return Optional.ofNullable(before);
    }

    /** Returns the value in the newer catalogue, if it has one. */
    public Optional<String> after() {
      return Optional.ofNullable(after);
    }

    /** Returns the name and both values. */
    @Override
    public String toString() {
      return name + ": " + before + " -> " + after;
    }
  }

  private final Sort sort;
  private final Kind kind;
  private final String name;
  private final ImmutableList<Value> values;
  private final @Nullable Example gain;
  private final @Nullable Example loss;

  CatalogueChange(
      Sort sort,
      Kind kind,
      String name,
      List<Value> values,
      @Nullable Example gain,
      @Nullable Example loss) {
    this.sort = sort;
    this.kind = kind;
    this.name = name;
    this.values = ImmutableList.copyOf(values);
    this.gain = gain;
    this.loss = loss;
  }

  /** Returns what kind of part this is about. */
  public Sort sort() {
    return sort;
  }

  /** Returns what became of it. */
  public Kind kind() {
    return kind;
  }

  /** Returns its name in the newer catalogue, or in the older one when it was removed. */
  public String name() {
    return name;
  }

  /** Returns the values that differ, in the order of the specification; possibly none. */
  public List<Value> values() {
    return values;
  }

  /** Returns something that the newer catalogue allows and the older does not, if there is any. */
  public Optional<Example> gain() {
    return Optional.ofNullable(gain);
  }

  /** Returns something that the older catalogue allows and the newer does not, if there is any. */
  public Optional<Example> loss() {
    return Optional.ofNullable(loss);
  }

  /** Returns what became of what. */
  @Override
  public String toString() {
    return sort + " " + name + " " + kind;
  }
}
