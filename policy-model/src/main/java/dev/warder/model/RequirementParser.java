package dev.warder.model;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an operation needs, or what is documented of a command. */
final class RequirementParser {
  private static final int MAX_ALTERNATIVES = 1_024;
  private static final int MAX_CAPABILITIES = 64;
  private static final String FORMS =
      "`public`, `any token`, `unmapped`, a capability, {all: […]} or {any: […]}";

  private final Values values;
  private final Declared<Capability> capabilities;

  RequirementParser(Values values, Declared<Capability> capabilities) {
    this.values = values;
    this.capabilities = capabilities;
  }

  /** Returns the requirement, or null for null and, with a problem, for what is none. */
  @Nullable Requirement parse(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    if (node instanceof Node.Scalar scalar) {
      for (Requirement.Fixed fixed : Requirement.Fixed.values()) {
        if (fixed.toString().equals(scalar.text())) {
          return fixed;
        }
      }
    }
    Node list = soleValue(node, "any");
    List<ImmutableSet<Capability>> alternatives = alternatives(list == null ? node : list, list);
    return alternatives == null ? null : new Alternatives(alternatives);
  }

  /** Returns the value of a map that has this one key, or null for anything else. */
  private static @Nullable Node soleValue(Node node, String key) {
    return node instanceof Node.Mapping mapping
            && mapping.entries().size() == 1
            && mapping.repeated().isEmpty()
        ? mapping.get(key)
        : null;
  }

  private @Nullable List<ImmutableSet<Capability>> alternatives(Node node, @Nullable Node list) {
    List<Node> items = list == null ? List.of(node) : values.items(list);
    if (list instanceof Node.Sequence) {
      refuseSize(list, items.size(), "any", MAX_ALTERNATIVES);
    }
    List<ImmutableSet<Capability>> alternatives = new ArrayList<>();
    Set<ImmutableSet<Capability>> seen = new HashSet<>();
    for (Node item : items) {
      ImmutableSet<Capability> all = all(item);
      if (all == null) {
        continue;
      }
      if (!seen.add(all)) {
        values.refuse(item.place(), "this alternative stands twice");
      }
      alternatives.add(all);
    }
    return alternatives.isEmpty() || alternatives.size() < items.size() ? null : alternatives;
  }

  private @Nullable ImmutableSet<Capability> all(Node node) {
    if (node instanceof Node.Scalar) {
      Capability capability = capabilities.resolve(node);
      return capability == null ? null : ImmutableSet.of(capability);
    }
    Node list = soleValue(node, "all");
    if (list == null) {
      values.refuse(node.place(), "a requirement is " + FORMS);
      return null;
    }
    List<Node> items = values.items(list);
    if (list instanceof Node.Sequence) {
      refuseSize(list, items.size(), "all", MAX_CAPABILITIES);
    }
    Set<Capability> all = new LinkedHashSet<>();
    for (Node item : items) {
      Capability capability = capabilities.resolve(item);
      if (capability != null && !all.add(capability)) {
        values.refuse(item.place(), Quoted.of(capability.raw()) + " stands twice in `all`");
      }
    }
    return all.isEmpty() || all.size() < items.size() ? null : ImmutableSet.copyOf(all);
  }

  private void refuseSize(Node list, int size, String key, int most) {
    if (size == 0) {
      values.refuse(list.place(), "`" + key + "` is empty; name at least one");
    } else if (size > most) {
      values.refuse(list.place(), "`" + key + "` has more than " + most + " items");
    }
  }
}
