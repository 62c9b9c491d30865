package dev.warder.model.yaml;

import static java.util.Objects.requireNonNull;

import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes texts, lists and entries out of nodes; what is not as expected becomes a problem. */
public final class Values {
  private static final int MAX_ENTRIES = 100_000;

  /** Beyond so many unknown names, a file is of another kind, and looking for near ones is slow. */
  private static final int MAX_NEAREST = 200;

  private final Problems problems;
  private final Nearest nearest = new Nearest();
  private int nearestSought;

  /** Makes one that adds to these problems. */
  public Values(Problems problems) {
    this.problems = problems;
  }

  /** Adds a problem. */
  public void refuse(Place place, String message) {
    problems.add(place, message);
  }

  /** Returns whether nothing was refused. */
  public boolean isRight() {
    return problems.isEmpty();
  }

  /** Returns a scalar's text, or null for null and, with a problem, for a list or a map. */
  public @Nullable String text(@Nullable Node node) {
    if (node == null || node instanceof Node.Scalar) {
      return node == null ? null : ((Node.Scalar) node).text();
    }
    problems.add(node.place(), "text is expected here, not " + kind(node));
    return null;
  }

  /** Returns a scalar's text that keeps a rule, or null, with a problem when there is a node. */
  public @Nullable String text(@Nullable Node node, Lexis rule) {
    String text = text(node);
    if (node == null || text == null || rule.accepts(text)) {
      return text;
    }
    problems.add(node.place(), Quoted.of(text) + " is not allowed here: " + rule.words());
    return null;
  }

  /** Returns a list's items; none for null and, with a problem, for anything but a list. */
  public List<Node> items(@Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    problems.add(node.place(), "a list is expected here, not " + kind(node));
    return List.of();
  }

  /** Returns a scalar's text that is a string for certain; the empty text for anything else. */
  public String string(@Nullable Node node) {
    if (node instanceof Node.Scalar scalar && scalar.isQuoted()) {
      return scalar.text();
    }
    if (node != null) {
      String found = node instanceof Node.Scalar other ? Quoted.of(other.text()) : kind(node);
      problems.add(node.place(), "a string is expected here, not " + found);
    }
    return "";
  }

  /** Returns the strings of a list, as {@link #string} takes each. */
  public List<String> strings(@Nullable Node node) {
    return items(node).stream().map(this::string).toList();
  }

  /** Returns the texts of a list; items that are none are left out, with a problem each. */
  public List<String> texts(@Nullable Node node) {
    return items(node).stream().map(this::text).filter(Objects::nonNull).toList();
  }

  /** Returns a map; an empty one for null and, with a problem, for anything but a map. */
  public Node.Mapping mapping(@Nullable Node node, String owner) {
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    if (node != null) {
      problems.add(node.place(), owner + ": a map is expected here, not " + kind(node));
    }
    return Node.Mapping.of(node == null ? Keys.NOWHERE : node.place(), List.of());
  }

  /** Returns a map's entries, of each key the first; repeated keys are problems. */
  public Map<String, Node.Entry> entries(@Nullable Node node, String owner) {
    Node.Mapping mapping = mapping(node, owner);
    if (mapping.entries().size() + mapping.repeated().size() > MAX_ENTRIES) {
      problems.add(mapping.place(), owner + ": more than " + MAX_ENTRIES + " entries");
      return Map.of();
    }
    for (Node.Entry again : mapping.repeated()) {
      String key = again.key().text();
      Place first = requireNonNull(mapping.entries().get(key)).place();
      problems.add(
          again.place(),
          "key %s stands twice in %s; first at %s".formatted(Quoted.of(key), owner, first));
    }
    return mapping.entries();
  }

  /** Returns the end of a message about an unknown name: the nearest one, or other words. */
  public String nearest(String text, Iterable<String> names, String otherwise) {
    if (nearestSought++ >= MAX_NEAREST) {
      return otherwise;
    }
    return nearest.hint(text, names).orElse(otherwise);
  }

  private static String kind(Node node) {
    return node instanceof Node.Scalar scalar
        ? "text: " + Quoted.of(scalar.text())
        : node instanceof Node.Sequence ? "a list" : "a map";
  }
}
