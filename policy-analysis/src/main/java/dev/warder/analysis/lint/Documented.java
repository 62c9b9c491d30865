package dev.warder.analysis.lint;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSet;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.engine.Reason;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Command;
import dev.warder.model.Requirement;
import java.util.List;
import java.util.Set;

/**
 * One way in which a command is documented to be allowed, compared with what the calls need that it
 * always makes, as {@code SEMANTICS.md} section 2.8 says. Immutable.
 */
public final class Documented {
  private final String words;
  private final boolean understates;
  private final ImmutableSet<Capability> missing;

  private Documented(String words, boolean understates, Set<Capability> missing) {
    this.words = words;
    this.understates = understates;
    this.missing = ImmutableSet.copyOf(missing);
  }

  /**
   * Returns the ways documented, in the order written; none where the catalogue says nothing.
   *
   * @throws IllegalArgumentException when the command is not of the engine's catalogue
   */
  public static List<Documented> of(PolicyEngine engine, Command command) {
    return command.documented().stream()
        .flatMap(
            requirement ->
                requirement instanceof Alternatives alternatives
                    ? alternatives.asList().stream()
                        .map(all -> of(engine, command, words(all), all))
                    : List.of(fixed(engine, command, requirement)).stream())
        .toList();
  }

  private static Documented fixed(PolicyEngine engine, Command command, Requirement requirement) {
    String words = requirement.toString();
    if (requirement == Requirement.Fixed.ANY_TOKEN) {
      return of(engine, command, words, Set.of());
    }
    return requirement == Requirement.Fixed.PUBLIC
        ? compared(engine, engine.anonymous(), command, words)
        : new Documented(words, false, Set.of());
  }

  private static Documented of(
      PolicyEngine engine, Command command, String words, Set<Capability> exactly) {
    List<String> raws = exactly.stream().map(Capability::raw).toList();
    // Which account, a preflight never looks at.
    return compared(engine, engine.grant("any", raws), command, words);
  }

  private static Documented compared(
      PolicyEngine engine, Grant grant, Command command, String words) {
    if (command.calls().isEmpty()) {
      return new Documented(words, false, Set.of());
    }
    Preflight preflight = engine.preflight(grant, command, Set.of());
    boolean misses =
        preflight.calls().stream().anyMatch(call -> call.reason() == Reason.MISSING_CAPABILITY);
    return new Documented(words, misses, preflight.enough());
  }

  private static String words(Set<Capability> all) {
    return all.stream().map(Capability::raw).collect(joining(" and "));
  }

  /** Returns what is documented, such as {@code write:app}. */
  public String words() {
    return words;
  }

  /** Returns whether a grant with exactly that misses something for the calls always made. */
  public boolean understates() {
    return understates;
  }

  /** Returns the capabilities that it misses; none where it is a token that is missing. */
  public Set<Capability> missing() {
    return missing;
  }

  /** Returns what is documented. */
  @Override
  public String toString() {
    return words;
  }
}
