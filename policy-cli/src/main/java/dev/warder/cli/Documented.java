package dev.warder.cli;

import static java.util.stream.Collectors.joining;

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
 * One way in which a command is documented to be allowed, and what a token with exactly that would
 * still miss.
 *
 * @param words what is documented
 * @param understates whether a token with exactly that misses something
 * @param missing the capabilities that it misses
 */
record Documented(String words, boolean understates, Set<Capability> missing) {

  /** Returns the ways documented, none where the catalogue says nothing. */
  static List<Documented> of(PolicyEngine engine, Command command, Set<String> chosen) {
    return command.documented().stream()
        .flatMap(
            requirement ->
                requirement instanceof Alternatives alternatives
                    ? alternatives.asList().stream()
                        .map(all -> of(engine, command, chosen, words(all), all))
                    : List.of(fixed(engine, command, chosen, requirement)).stream())
        .toList();
  }

  private static Documented fixed(
      PolicyEngine engine, Command command, Set<String> chosen, Requirement requirement) {
    String words = requirement.toString();
    if (requirement == Requirement.Fixed.ANY_TOKEN) {
      return of(engine, command, chosen, words, Set.of());
    }
    return requirement == Requirement.Fixed.PUBLIC
        ? compared(words, engine.preflight(engine.anonymous(), command, chosen))
        : new Documented(words, false, Set.of());
  }

  private static Documented of(
      PolicyEngine engine,
      Command command,
      Set<String> chosen,
      String words,
      Set<Capability> capabilities) {
    Grant exactly =
        new Token(null, capabilities.stream().map(Capability::raw).toList()).grant(engine);
    return compared(words, engine.preflight(exactly, command, chosen));
  }

  private static Documented compared(String words, Preflight preflight) {
    boolean misses =
        preflight.calls().stream().anyMatch(call -> call.reason() == Reason.MISSING_CAPABILITY);
    return new Documented(words, misses, preflight.enough());
  }

  private static String words(Set<Capability> all) {
    return all.stream().map(Capability::raw).collect(joining(" and "));
  }

  /** Returns {@code write:app alone; that is not enough: read:app is missing too}, where it is. */
  String sentence() {
    if (!understates) {
      return words;
    }
    return words
        + " alone; that is not enough: "
        + (missing.isEmpty() ? "a token" : words(missing))
        + (missing.size() > 1 ? " are" : " is")
        + " missing too";
  }
}
