package dev.warder.analysis.needs;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.engine.Match;
import dev.warder.model.Call;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What somebody wants to be able to do, all of it: the calls of operations, commands and requests.
 * Immutable; made by a {@link #builder}.
 */
public final class Wanted {
  private final Catalogue catalogue;
  private final ImmutableSet<Call> calls;

  private Wanted(Catalogue catalogue, Set<Call> calls) {
    this.catalogue = catalogue;
    this.calls = ImmutableSet.copyOf(calls);
  }

  /** Returns a builder for what this catalogue has; until something is added, nothing is wanted. */
  public static Builder builder(Catalogue catalogue) {
    return new Builder(catalogue);
  }

  /** Returns the catalogue that the calls are of. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Returns the calls, each once, in the order added. */
  public Set<Call> calls() {
    return calls;
  }

  /** Returns the calls. */
  @Override
  public String toString() {
    return calls.toString();
  }

  /** Collects what is wanted. Not for use by several threads. */
  public static final class Builder {
    private final Catalogue catalogue;
    private final Set<Call> calls = new LinkedHashSet<>();

    private Builder(Catalogue catalogue) {
      this.catalogue = catalogue;
    }

    /**
     * Adds an operation.
     *
     * @throws IllegalArgumentException when it is not of this catalogue
     */
    @CanIgnoreReturnValue
    public Builder operation(Operation operation) {
      checkArgument(
          catalogue.operation(operation.id()).filter(operation::equals).isPresent(),
          "not of this catalogue: %s",
          operation);
      calls.add(new Call.Known(operation));
      return this;
    }

    /**
     * Adds the calls that a command always makes, and those of the conditions chosen.
     *
     * @param conditions the names of the conditions that hold
     * @throws IllegalArgumentException when the command is not of this catalogue or has no such
     *     condition, or when it makes no call but in conditions and none is chosen
     */
    @CanIgnoreReturnValue
    public Builder command(Command command, Set<String> conditions) {
      checkArgument(
          catalogue.command(command.name()).filter(command::equals).isPresent(),
          "not of this catalogue: %s",
          command);
      calls.addAll(command.calls(conditions));
      return this;
    }

    /**
     * Adds all operations that a request asks.
     *
     * @param match the request, matched by an engine of this catalogue
     * @throws IllegalArgumentException when it asks nothing, see {@link Match#refusal}, or when an
     *     operation that it asks is not of this catalogue
     */
    @CanIgnoreReturnValue
    public Builder request(Match match) {
      checkArgument(match.refusal().isEmpty(), "the request asks nothing: %s", match);
      match.operations().forEach(this::operation);
      return this;
    }

    /** Returns all that was added; more may be added afterwards, for another. */
    public Wanted build() {
      return new Wanted(catalogue, calls);
    }
  }
}
