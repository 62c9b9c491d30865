package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.Capability;
import dev.warder.model.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All details of a {@link Decision}. Show it only to a reader who may know what the resource needs;
 * the host decides whether a client may. Immutable.
 */
public final class Explanation {
  private final Decision decision;
  private final ImmutableList<List<Capability>> missing;
  private final ImmutableSet<Capability> enough;
  private final ImmutableList<Command> commands;
  private final @Nullable String documentation;
  private final String fingerprint;

  Explanation(
      Decision decision,
      List<List<Capability>> missing,
      Set<Capability> enough,
      List<Command> commands,
      @Nullable String documentation,
      String fingerprint) {
    this.decision = decision;
    this.missing = ImmutableList.copyOf(missing);
    this.enough = ImmutableSet.copyOf(enough);
    this.commands = ImmutableList.copyOf(commands);
    this.documentation = documentation;
    this.fingerprint = fingerprint;
  }

  /** Returns the decision explained. */
  public Decision decision() {
    return decision;
  }

  /**
   * Returns for each alternative of the decision's operation what the grant does not hold of it, in
   * the order written; nothing for an operation without alternatives.
   */
  public List<List<Capability>> missing() {
    return missing;
  }

  /**
   * Returns capabilities that would be enough in addition, so that no operation asked would miss a
   * capability: the smallest addition of each. Empty when none is missing.
   */
  public Set<Capability> enough() {
    return enough;
  }

  /** Returns the commands that call the decision's operation, always or in a condition. */
  public List<Command> commands() {
    return commands;
  }

  /** Returns the address of the operation's documentation, or else of the catalogue's. */
  public Optional<String> documentation() {
    return Optional.ofNullable(documentation);
  }

  /** Returns the fingerprint of the catalogue that the decision was made by. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Returns the decision, and what would be enough. */
  @Override
  public String toString() {
    return decision + ", enough: " + enough;
  }
}
