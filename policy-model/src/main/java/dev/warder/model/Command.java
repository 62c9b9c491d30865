package dev.warder.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command line tool's command, and the calls that it makes. Immutable. */
public final class Command {
  private final String name;
  private final ImmutableSet<String> aliases;
  private final ImmutableSet<String> former;
  private final @Nullable Requirement documented;
  private final ImmutableList<Call> calls;
  private final ImmutableList<Condition> conditions;
  private final ImmutableSet<String> conditionNames;

  Command(
      String name,
      Set<String> aliases,
      Set<String> former,
      @Nullable Requirement documented,
      List<Call> calls,
      List<Condition> conditions) {
    this.name = name;
    this.aliases = ImmutableSet.copyOf(aliases);
    this.former = ImmutableSet.copyOf(former);
    this.documented = documented;
    this.calls = ImmutableList.copyOf(calls);
    this.conditions = ImmutableList.copyOf(conditions);
    this.conditionNames =
        conditions.stream().map(Condition::name).collect(ImmutableSet.toImmutableSet());
  }

  /** Returns today's name, words with single spaces between. */
  public String name() {
    return name;
  }

  /** Returns the other spellings of today, in the order written. */
  public Set<String> aliases() {
    return aliases;
  }

  /** Returns the spellings that are no longer today's, in the order written. */
  public Set<String> former() {
    return former;
  }

  /** Returns every spelling: the name, the other ones of today, and those that no longer are. */
  public Set<String> spellings() {
    return ImmutableSet.<String>builder().add(name).addAll(aliases).addAll(former).build();
  }

  /** Returns what the provider documents as needed, for comparison and never for deciding. */
  public Optional<Requirement> documented() {
    return Optional.ofNullable(documented);
  }

  /** Returns the calls that are always made, in order; possibly none. */
  public List<Call> calls() {
    return calls;
  }

  /**
   * Returns the calls that are made in some conditions, each once: first those always made, then
   * those of the conditions in the order written; at least one.
   *
   * @param conditions the names of the conditions that hold
   * @throws IllegalArgumentException when there is no such condition, or when no call is made but
   *     in conditions and none is chosen
   */
  public Set<Call> calls(Set<String> conditions) {
    Set<String> unknown = Sets.difference(conditions, conditionNames);
    checkArgument(
        unknown.isEmpty(), "%s has no condition %s; it has %s", name, unknown, this.conditions);
    ImmutableSet.Builder<Call> made = ImmutableSet.<Call>builder().addAll(calls);
    for (Condition condition : this.conditions) {
      if (conditions.contains(condition.name())) {
        made.addAll(condition.calls());
      }
    }
    checkArgument(
        !calls.isEmpty() || !conditions.isEmpty(),
        "%s makes no call but in a condition; choose of %s",
        name,
        this.conditions);
    return made.build();
  }

  /** Returns the names of the conditions, in the order written. */
  public Set<String> conditionNames() {
    return conditionNames;
  }

  /** Returns the cases in which further calls are made, in the order written. */
  public List<Condition> conditions() {
    return conditions;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Command that
            && name.equals(that.name)
            && aliases.asList().equals(that.aliases.asList())
            && former.asList().equals(that.former.asList())
            && documented().equals(that.documented())
            && calls.equals(that.calls)
            && conditions.equals(that.conditions));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Returns today's name. */
  @Override
  public String toString() {
    return name;
  }
}
