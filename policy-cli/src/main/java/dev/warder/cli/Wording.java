package dev.warder.cli;

import static java.util.stream.Collectors.joining;

import dev.warder.engine.Grant;
import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How capabilities, operations and reasons are put to people. */
final class Wording {
  private Wording() {}

  /** Returns {@code write:app (Write App)}. */
  static String of(Capability capability) {
    return capability.raw() + " (" + capability.label() + ")";
  }

  /** Returns {@code read:app (Read App) and write:app (Write App)}. */
  static String of(Collection<Capability> all) {
    return all.stream().map(Wording::of).collect(joining(" and "));
  }

  /** Returns the same of what would be enough, or nothing where there is none. */
  static Optional<String> enough(Collection<Capability> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(of(all));
  }

  /** Returns {@code update-app (PATCH /v1/apps/{id}: Update an app)}. */
  static String of(Operation operation) {
    return operation.id()
        + " ("
        + operation.method()
        + " "
        + operation.template()
        + ": "
        + operation.summary()
        + ")";
  }

  /** Returns a line for each alternative; what has none misses nothing but a token. */
  static List<String> missing(List<List<Capability>> alternatives) {
    List<String> lines = new ArrayList<>();
    for (List<Capability> all : alternatives) {
      lines.add((lines.isEmpty() ? "" : "or ") + of(all));
    }
    return lines.isEmpty() ? List.of("a token") : lines;
  }

  /** Returns what a reason means to this grant, in a few words. */
  static String meaning(Reason reason, Grant grant) {
    boolean isAnonymous = grant.account().isEmpty();
    return switch (reason) {
      case WRONG_ACCOUNT ->
          isAnonymous ? "who has no token has no account" : ReasonText.of(reason).means();
      case MISSING_CAPABILITY ->
          isAnonymous
              ? "a token is needed and there is none"
              : "the token does not carry what the operation needs";
      default -> ReasonText.of(reason).means();
    };
  }
}
