package dev.warder.model.yaml;

import dev.warder.model.yaml.SyntaxTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a file into a {@link Node} tree. Whatever would make the file mean something
 * else than it seems to (an alias, an anchor, a tag) is a problem.
 */
public final class YamlNodes {
  /** Beyond this the rest of a file is not read: the parser's time grows with depth times size. */
  private static final int MAX_DEPTH = 16;

  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String what;
  private final YamlTokens tokens;
  private final Problems problems = new Problems();

  private YamlNodes(String what, YamlTokens tokens) {
    this.what = what;
    this.tokens = tokens;
  }

  /**
   * Returns the document, or null when there is nothing to go on with; problems say why.
   *
   * @param what what the file is, such as {@code a catalogue}
   * @param source what problems call the text, such as a file's name
   */
  public static @Nullable Node read(String what, String source, String text, Problems problems) {
    YamlNodes yaml = new YamlNodes(what, new YamlTokens(source, text));
    Node document = null;
    try {
      document = yaml.document();
      problems.addAll(yaml.problems);
    } catch (TooDeep e) {
      problems.addAll(yaml.problems);
    } catch (MalformedText e) {
      problems.add(e.problem().place(), e.problem().message());
    }
    return document;
  }

  private @Nullable Node document() throws MalformedText {
    if (tokens.next() == Kind.FINISH) {
      Place start = new Place(tokens.place().source(), 1, 1);
      problems.add(start, "the file is empty; " + what + " is expected");
      return null;
    }
    refuseTag("");
    Node document = node(tokens.next(), 1);
    if (tokens.next() != Kind.FINISH) {
      problems.add(tokens.place(), "a second document; " + what + " is one document");
      while (tokens.next() != Kind.FINISH) {
        // The syntax of the rest is checked.
      }
    }
    return document;
  }

  private Node node(Kind kind, int depth) throws MalformedText {
    Place place = tokens.place();
    refuseAnchorAndTag(kind, place);
    if (kind == Kind.TEXT || kind == Kind.ALIAS) {
      return new Node.Scalar(place, tokens.text(), tokens.isQuoted());
    }
    if (depth > MAX_DEPTH) {
      problems.add(place, "more than " + MAX_DEPTH + " levels deep");
      throw new TooDeep();
    }
    return kind == Kind.MEMBERS ? mapping(place, depth) : sequence(place, depth);
  }

  private Node sequence(Place place, int depth) throws MalformedText {
    List<Node> items = new ArrayList<>();
    for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
      items.add(node(kind, depth + 1));
    }
    return new Node.Sequence(place, items);
  }

  private Node mapping(Place place, int depth) throws MalformedText {
    List<Node.Entry> entries = new ArrayList<>();
    for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
      boolean isMergeKey = tokens.isMergeKey();
      Node key = node(kind, depth + 1);
      Node value = node(tokens.next(), depth + 1);
      if (isMergeKey) {
        problems.add(
            key.place(),
            "merge keys are not allowed in " + what + "; a name `<<` stands in quotes");
      } else if (key instanceof Node.Scalar scalar) {
        entries.add(new Node.Entry(scalar, value));
      } else {
        problems.add(key.place(), "a key is text, not a list or a map");
      }
    }
    return Node.Mapping.of(place, entries);
  }

  private void refuseAnchorAndTag(Kind kind, Place place) {
    if (kind == Kind.ALIAS) {
      problems.add(place, "aliases are not allowed in " + what + ": write the value again");
    } else if (tokens.isAnchored()) {
      problems.add(place, "anchors are not allowed in " + what);
    }
    refuseTag(": every scalar is text");
  }

  private void refuseTag(String why) {
    if (tokens.isTagged()) {
      problems.add(tokens.place(), "tags are not allowed in " + what + why);
    }
  }
}
