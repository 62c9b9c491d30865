package dev.warder.cli.text;

import static java.util.stream.Collectors.joining;

import dev.warder.model.Capability;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How capabilities and operations are put to people. */
public final class Wording {
  private Wording() {}

  /** Returns {@code write:app (Write App)}. */
  public static String of(Capability capability) {
    return capability.raw() + " (" + capability.label() + ")";
  }

  /** Returns {@code read:app (Read App) and write:app (Write App)}. */
  public static String of(Collection<Capability> all) {
    return all.stream().map(Wording::of).collect(joining(" and "));
  }

  /** Returns the same of what would be enough, or nothing where there is none. */
  public static Optional<String> enough(Collection<Capability> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(of(all));
  }

  /** Returns {@code update-app (PATCH /v1/apps/{id}: Update an app)}. */
  public static String of(Operation operation) {
    return operation.id()
        + " ("
        + operation.method()
        + " "
        + operation.template()
        + ": "
        + operation.summary()
        + ")";
  }

  /**
   * Returns a line for what is missing of each alternative, the preferred one marked. Of a
   * requirement without alternatives, a token is missing.
   */
  public static List<String> missing(Requirement requirement, List<List<Capability>> missing) {
    List<String> lines = new ArrayList<>();
    for (List<Capability> all : missing) {
      boolean isPreferred = requirement.isPreferred(requirement.alternatives().get(lines.size()));
      lines.add((lines.isEmpty() ? "" : "or ") + of(all) + (isPreferred ? " (preferred)" : ""));
    }
    return lines.isEmpty() ? List.of("a token") : lines;
  }
}
