package dev.warder.model.yaml;

import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Returns a map's entries, of each key the first; repeated keys are problems. */
  public List<Node.Entry> entries(@Nullable Node node, String owner) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof Node.Mapping mapping)) {
      problems.add(node.place(), owner + ": a map is expected here, not " + kind(node));
      return List.of();
    }
    if (mapping.entries().size() > MAX_ENTRIES) {
      problems.add(node.place(), owner + ": more than " + MAX_ENTRIES + " entries");
      return List.of();
    }
    Map<String, Node.Scalar> first = new HashMap<>();
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      Node.Scalar earlier = first.putIfAbsent(entry.key().text(), entry.key());
      if (earlier == null) {
        entries.add(entry);
      } else {
        problems.add(
            entry.key().place(),
            "key "
                + Quoted.of(entry.key().text())
                + " stands twice in "
                + owner
                + "; first at "
                + earlier.place());
      }
    }
    return entries;
  }

  /** Returns the end of a message about an unknown name: the nearest one, or other words. */
  public String nearest(String text, Iterable<String> names, String otherwise) {
    if (nearestSought++ >= MAX_NEAREST) {
      return otherwise;
    }
    return nearest
        .search(text, names)
        .map(name -> "; nearest: " + Quoted.of(name))
        .orElse(otherwise);
  }

  private static String kind(Node node) {
    return node instanceof Node.Scalar scalar
        ? "text: " + Quoted.of(scalar.text())
        : node instanceof Node.Sequence ? "a list" : "a map";
  }
}
