package dev.warder.model;

import java.util.ArrayList;
import java.util.List;

/** One command of a {@link CatalogueBuilder}; methods are to be called at most once, but calls. */
public final class CommandSpec {
  private final Keys keys;
  private final List<Node> calls = new ArrayList<>();
  private final List<Node> conditions = new ArrayList<>();

  CommandSpec(String path) {
    this.keys = new Keys(path);
  }

  /** Names the other spellings of today; optional. */
  public CommandSpec aliases(String... spellings) {
    keys.put("aliases", List.of(spellings));
    return this;
  }

  /** Names the spellings that are no longer today's; optional. */
  public CommandSpec former(String... spellings) {
    keys.put("former", List.of(spellings));
    return this;
  }

  /** Says what the provider documents as needed; optional. */
  public CommandSpec documented(Requires requirement) {
    keys.put("documented", requirement.at(new Place(keys.pathOf("documented"), 0, 0)));
    return this;
  }

  /** Adds operations that the command always calls. */
  public CommandSpec calls(String... operations) {
    calls.addAll(known(keys.pathOf("calls"), operations));
    return this;
  }

  /** Adds a call, always made, that no document describes. */
  public CommandSpec callsUnspecified(String description) {
    calls.add(new Keys(keys.pathOf("calls")).put("unspecified", description).build());
    return this;
  }

  /** Adds a condition, in which the command calls further operations. */
  public CommandSpec when(String name, String condition, String... operations) {
    Keys when = new Keys(keys.pathOf("when") + "[" + conditions.size() + "]");
    when.put("name", name).put("condition", condition);
    String path = when.pathOf("calls");
    when.put("calls", new Node.Sequence(new Place(path, 0, 0), known(path, operations)));
    conditions.add(when.build());
    return this;
  }

  private static List<Node> known(String path, String... operations) {
    Place place = new Place(path, 0, 0);
    return List.of(operations).stream().map(id -> (Node) new Node.Scalar(place, id)).toList();
  }

  Node node() {
    keys.putUnlessEmpty("calls", new Node.Sequence(new Place(keys.pathOf("calls"), 0, 0), calls));
    keys.putUnlessEmpty(
        "when", new Node.Sequence(new Place(keys.pathOf("when"), 0, 0), conditions));
    return keys.build();
  }
}
