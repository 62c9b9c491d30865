package dev.warder.analysis.openapi;

import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts in the place of each {@code $ref} of a document what it leads to. One that leads out of the
 * document, to nothing, or to itself is a problem: what is not read never counts as absent.
 */
final class References {
  private static final int MAX_IN_A_ROW = 16;
  private static final int MAX_LEVELS = 256;

  /** So many values may references add, each counted as often as it is referred to. */
  private static final int MAX_ADDED = 1_000_000;

  /** Where a reference leads, and as what that is read. */
  record Target(Pointer pointer, Section section) {}

  /** What stands at a target, with what its own references lead to; null where that is unknown. */
  private record Found(@Nullable Node part, long values) {}

  private final Node root;
  private final Values values;
  private final Map<Target, Found> found = new LinkedHashMap<>();
  private final Deque<Target> following = new ArrayDeque<>();
  private final Deque<String> way = new ArrayDeque<>();
  private final Set<Place> refused = new HashSet<>();
  private long counted;
  private long added;

  References(Node root, Values values) {
    this.root = root;
    this.values = values;
  }

  /** Returns the document without references. */
  Node followed() {
    Node followed = followed(root, Section.ROOT);
    return followed == null ? root : followed;
  }

  /** Returns where the references lead that were followed. */
  Set<Target> targets() {
    return found.keySet();
  }

  private @Nullable Node followed(Node part, Section section) {
    counted++;
    if (section == Section.AS_WRITTEN || part instanceof Node.Scalar) {
      return part;
    }
    if (way.size() == MAX_LEVELS) {
      return refuse(part.place(), "is more than " + MAX_LEVELS + " levels deep");
    }
    if (part instanceof Node.Sequence items) {
      return items(items, section);
    }
    Node.Mapping members = (Node.Mapping) part;
    Node reference = section == Section.ROOT ? null : members.get(Section.REFERENCE);
    return reference == null ? members(members, section) : target(members, reference, section);
  }

  private Node items(Node.Sequence items, Section section) {
    List<Node> followed = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      Node item = below(Integer.toString(i), items.items().get(i), section);
      if (item != null) {
        followed.add(item);
      }
    }
    return new Node.Sequence(items.place(), followed);
  }

  private Node.Mapping members(Node.Mapping members, Section section) {
    Map<String, Node.Entry> followed = new LinkedHashMap<>();
    members
        .entries()
        .forEach(
            (name, member) -> {
              Section of = section.of(name);
              Node value = of == null ? null : below(name, member.value(), of);
              if (value != null) {
                followed.put(name, new Node.Entry(member.key(), value));
              }
            });
    return new Node.Mapping(members.place(), followed, List.of());
  }

  private @Nullable Node below(String name, Node part, Section section) {
    way.addLast(name);
    Node followed = followed(part, section);
    way.removeLast();
    return followed;
  }

  private @Nullable Node target(Node.Mapping from, Node reference, Section section) {
    Place place = reference.place();
    String text = values.text(reference);
    if (text == null) {
      return null;
    }
    Pointer pointer = Pointer.of(text);
    String problem = pointer == null ? unreadable(text) : beside(from, section);
    if (pointer == null || problem != null) {
      return refuse(place, String.valueOf(problem));
    }
    Target target = new Target(pointer, section);
    if (following.contains(target)) {
      return refuse(place, "refers to itself: " + Quoted.of(text));
    }
    if (following.size() == MAX_IN_A_ROW) {
      return refuse(place, "is more than " + MAX_IN_A_ROW + " references away from its value");
    }
    Found there = found.get(target);
    if (there == null) {
      there = find(target, text, place);
    } else {
      counted += there.values();
    }
    added += there.values();
    return added > MAX_ADDED
        ? refuse(place, "and the references before it add more than " + MAX_ADDED + " values")
        : described(there.part(), from);
  }

  private Found find(Target target, String text, Place place) {
    following.addLast(target);
    long before = counted;
    Node part = target.pointer().find(root);
    String problem =
        part == null
            ? "which is not in this document"
            : part instanceof Node.Mapping members && members.get(Section.REFERENCE) == null
                ? target.section().problemOf(members)
                : null;
    Node followed =
        part == null || problem != null
            ? refuse(place, "refers to " + Quoted.of(text) + ", " + problem)
            : followed(part, target.section());
    following.removeLast();
    Found there = new Found(followed, counted - before);
    found.put(target, there);
    return there;
  }

  private static String unreadable(String text) {
    return "refers to "
        + Quoted.of(text)
        + (text.startsWith("#")
            ? ", which is no JSON pointer such as `#/components/pathItems/a`"
            : ", which is outside this document and is not read: bundle everything into one file"
                + " first, such as with `npx @redocly/cli bundle DOCUMENT -o BUNDLED`");
  }

  /** Returns a problem where a member stands beside a reference that changes what is meant. */
  private static @Nullable String beside(Node.Mapping from, Section section) {
    for (String name : from.entries().keySet()) {
      if (!name.equals(Section.REFERENCE) && !section.isHarmlessBesideAReference(name)) {
        return "has "
            + Quoted.of(name)
            + " beside a reference, which means nothing certain: move it to where the reference"
            + " leads";
      }
    }
    return null;
  }

  /** Returns a part with the summary and the description that stand beside its reference. */
  private static @Nullable Node described(@Nullable Node part, Node.Mapping from) {
    if (!(part instanceof Node.Mapping members) || from.entries().size() == 1) {
      return part;
    }
    Map<String, Node.Entry> described = new LinkedHashMap<>(members.entries());
    from.entries()
        .forEach(
            (name, member) -> {
              if (Section.isDescription(name)) {
                described.put(name, member);
              }
            });
    return new Node.Mapping(members.place(), described, List.of());
  }

  /** Tells a problem once, and returns null. */
  private @Nullable Node refuse(Place place, String problem) {
    if (refused.add(place)) {
      values.refuse(place, Quoted.of(String.join(".", way)) + " " + problem);
    }
    return null;
  }
}
