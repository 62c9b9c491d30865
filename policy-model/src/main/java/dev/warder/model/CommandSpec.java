package dev.warder.model;

import com.google.common.collect.Lists;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.yaml.Keys;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import java.util.ArrayList;
import java.util.List;

/** One command of a {@link CatalogueBuilder}. Call each method but {@code calls} at most once. */
public final class CommandSpec {
  private final Keys keys;
  private final List<Node> calls = new ArrayList<>();
  private final List<Node> conditions = new ArrayList<>();

  CommandSpec(String path) {
    this.keys = new Keys(path);
  }

  /** Sets the other spellings of today; optional. */
  @CanIgnoreReturnValue
  public CommandSpec aliases(String... spellings) {
    keys.put("aliases", List.of(spellings));
    return this;
  }

  /** Sets the spellings of former times; optional. */
  @CanIgnoreReturnValue
  public CommandSpec former(String... spellings) {
    keys.put("former", List.of(spellings));
    return this;
  }

  /** Sets what the provider documents as needed; optional. */
  @CanIgnoreReturnValue
  public CommandSpec documented(Requires requirement) {
    keys.put("documented", requirement.at(new Place(keys.pathOf("documented"), 0, 0)));
    return this;
  }

  /** Adds operations that the command always calls. */
  @CanIgnoreReturnValue
  public CommandSpec calls(String... operations) {
    calls.addAll(known(keys.pathOf("calls"), List.of(operations)));
    return this;
  }

  /** Adds a call, always made, that no document describes. */
  @CanIgnoreReturnValue
  public CommandSpec callsUnspecified(String description) {
    calls.add(new Keys(keys.pathOf("calls")).put("unspecified", description).build());
    return this;
  }

  /**
   * Adds a condition, in which the command calls further operations: an entry of the file's {@code
   * when}.
   *
   * @param name what the catalogue calls the condition, unique in its command
   * @param description when it holds, in words: the file's {@code condition}
   */
  @CanIgnoreReturnValue
  public CommandSpec condition(
      String name, String description, String operation, String... furtherOperations) {
    Keys entry = new Keys(keys.pathOf("when") + "[" + conditions.size() + "]");
    entry.put("name", name).put("condition", description);
    String path = entry.pathOf("calls");
    List<Node> called = known(path, Lists.asList(operation, furtherOperations));
    entry.put("calls", new Node.Sequence(new Place(path, 0, 0), called));
    conditions.add(entry.build());
    return this;
  }

  private static List<Node> known(String path, List<String> operations) {
    Place place = new Place(path, 0, 0);
    return operations.stream().map(id -> (Node) new Node.Scalar(place, id)).toList();
  }

  Node node() {
    keys.putUnlessEmpty("calls", new Node.Sequence(new Place(keys.pathOf("calls"), 0, 0), calls));
    keys.putUnlessEmpty(
        "when", new Node.Sequence(new Place(keys.pathOf("when"), 0, 0), conditions));
    return keys.build();
  }
}
