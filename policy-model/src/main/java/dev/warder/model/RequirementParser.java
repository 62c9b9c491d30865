package dev.warder.model;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
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
  private static final String PREFERRED = "preferred";
  private static final String REQUIREMENT =
      "a requirement is `public`, `any token`, `unmapped`, a capability, {all: […]} or {any: […]}";
  private static final String ALTERNATIVE = "an alternative is a capability or {all: […]}";
  private static final String MARK =
      "`preferred` marks one alternative of several: write {any: [a, {preferred: b}]} or"
          + " {any: [a, {preferred: {all: [b, c]}}]}";

  private final Values values;
  private final Declared<Capability> capabilities;

  RequirementParser(Values values, Declared<Capability> capabilities) {
    this.values = values;
    this.capabilities = capabilities;
  }

  /** Returns the requirement, or null for null and, with a problem, for what is none. */
  @Nullable Requirement parse(@Nullable Node node) {
    return parse(node, false);
  }

  /** Returns the same of what is documented, in which no alternative is preferred. */
  @Nullable Requirement parseDocumented(@Nullable Node node) {
    return parse(node, true);
  }

  private @Nullable Requirement parse(@Nullable Node node, boolean isDocumented) {
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
    if (list instanceof Node.Sequence sequence) {
      refuseSize(list, sequence.items().size(), "any", MAX_ALTERNATIVES);
    }
    String form = list == null ? REQUIREMENT : ALTERNATIVE;
    return alternatives(list == null ? List.of(node) : values.items(list), form, isDocumented);
  }

  /** Returns the value of a map that has this one key, or null for anything else. */
  private static @Nullable Node soleValue(Node node, String key) {
    return node instanceof Node.Mapping mapping
            && mapping.entries().size() == 1
            && mapping.repeated().isEmpty()
        ? mapping.get(key)
        : null;
  }

  private @Nullable Alternatives alternatives(List<Node> items, String form, boolean isDocumented) {
    List<ImmutableSet<Capability>> alternatives = new ArrayList<>();
    Set<ImmutableSet<Capability>> seen = new HashSet<>();
    int preferred = Alternatives.NONE;
    Place mark = null;
    for (Node item : items) {
      Node marked = soleValue(item, PREFERRED);
      if (marked != null) {
        refuseMark(item.place(), mark, items.size(), isDocumented);
        mark = mark == null ? item.place() : mark;
        preferred = alternatives.size();
      }
      ImmutableSet<Capability> all = marked == null ? all(item, form) : all(marked, ALTERNATIVE);
      if (all == null) {
        continue;
      }
      if (!seen.add(all)) {
        values.refuse(item.place(), "this alternative stands twice");
      }
      alternatives.add(all);
    }
    return alternatives.isEmpty() || alternatives.size() < items.size()
        ? null
        : new Alternatives(alternatives, preferred);
  }

  private void refuseMark(Place place, @Nullable Place earlier, int size, boolean isDocumented) {
    if (isDocumented) {
      values.refuse(
          place,
          "`preferred` means nothing in `documented`, which is only compared: write the"
              + " alternative without it");
    } else if (size == 1) {
      values.refuse(
          place,
          "`preferred` marks one alternative of several, and this is the only one: write it"
              + " without `preferred`");
    } else if (earlier != null) {
      values.refuse(
          place,
          "two alternatives are `preferred`, first at " + earlier + ": mark only one of them");
    }
  }

  private @Nullable ImmutableSet<Capability> all(Node node, String form) {
    if (node instanceof Node.Scalar) {
      Capability capability = capabilities.resolve(node);
      return capability == null ? null : ImmutableSet.of(capability);
    }
    Node list = soleValue(node, "all");
    if (list == null) {
      values.refuse(node.place(), hasMark(node) ? MARK : form);
      return null;
    }
    List<Node> items = values.items(list);
    if (list instanceof Node.Sequence) {
      refuseSize(list, items.size(), "all", MAX_CAPABILITIES);
    }
    Set<Capability> all = new LinkedHashSet<>();
    for (Node item : items) {
      Capability capability = capability(item);
      if (capability != null && !all.add(capability)) {
        values.refuse(item.place(), Quoted.of(capability.raw()) + " stands twice in `all`");
      }
    }
    return all.isEmpty() || all.size() < items.size() ? null : ImmutableSet.copyOf(all);
  }

  private @Nullable Capability capability(Node node) {
    if (hasMark(node)) {
      values.refuse(node.place(), MARK);
      return null;
    }
    return capabilities.resolve(node);
  }

  private static boolean hasMark(Node node) {
    return node instanceof Node.Mapping mapping && mapping.get(PREFERRED) != null;
  }

  private void refuseSize(Node list, int size, String key, int most) {
    if (size == 0) {
      values.refuse(list.place(), "`" + key + "` is empty; name at least one");
    } else if (size > most) {
      values.refuse(list.place(), "`" + key + "` has more than " + most + " items");
    }
  }
}
