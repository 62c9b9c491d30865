package dev.warder.analysis.document;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.MalformedText;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.SyntaxTokens;
import dev.warder.model.yaml.SyntaxTokens.Kind;
import dev.warder.model.yaml.YamlTokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a tree of those parts of a document that are wanted. What is kept of a document has each
 * name once and no aliases; a syntax error, a repeated name or too many levels end it with one
 * problem. Memory is bounded by the size of what is kept.
 */
public final class DocumentParser {
  private static final int MAX_DEPTH = 256;

  private final SyntaxTokens tokens;
  private final boolean isYaml;

  private DocumentParser(SyntaxTokens tokens) {
    this.tokens = tokens;
    this.isYaml = tokens instanceof YamlTokens;
  }

  /**
   * Returns a document in JSON when it begins with a brace, in YAML otherwise.
   *
   * @throws InvalidDocument with one problem
   */
  public static Node parse(String source, String text, Keep keep) throws InvalidDocument {
    return beginsWithBrace(text)
        ? parseJson(source, text, keep)
        : parse(source, new YamlTokens(source, text), keep);
  }

  /**
   * Returns a document in JSON.
   *
   * @throws InvalidDocument with one problem
   */
  public static Node parseJson(String source, String text, Keep keep) throws InvalidDocument {
    return parse(source, new JsonTokens(source, text), keep);
  }

  private static Node parse(String source, SyntaxTokens tokens, Keep keep) throws InvalidDocument {
    try {
      return new DocumentParser(tokens).document(source, keep);
    } catch (MalformedText e) {
      throw new InvalidDocument(List.of(e.problem()));
    }
  }

  /**
   * Ends the reading of a document when anything is wrong with it.
   *
   * @throws InvalidDocument with all problems
   */
  public static void refuseAny(Problems problems) throws InvalidDocument {
    if (!problems.isEmpty()) {
      throw new InvalidDocument(problems.found());
    }
  }

  private static boolean beginsWithBrace(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        return c == '{';
      }
    }
    return false;
  }

  private Node document(String source, Keep keep) throws MalformedText {
    Kind first = tokens.next();
    if (first == Kind.FINISH) {
      throw new MalformedText(new Place(source, 1, 1), "the document is empty");
    }
    Node document = part(first == Kind.DOCUMENT ? tokens.next() : first, keep, 1);
    Kind more = tokens.next();
    if (more != Kind.FINISH) {
      throw new MalformedText(
          tokens.place(),
          more == Kind.DOCUMENT
              ? "a second document; one is expected"
              : "more after the document's end");
    }
    return document;
  }

  private Node part(Kind kind, Keep keep, int depth) throws MalformedText {
    refuseDepth(depth);
    Place place = tokens.place();
    return switch (kind) {
      case MEMBERS -> members(place, keep, depth);
      case ITEMS -> items(place, keep, depth);
      case TEXT -> new Node.Scalar(place, tokens.text(), tokens.isQuoted());
      default -> throw new MalformedText(place, "an alias is not followed: write the value again");
    };
  }

  private Node items(Place place, Keep keep, int depth) throws MalformedText {
    List<Node> items = new ArrayList<>();
    for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
      items.add(part(kind, keep, depth + 1));
    }
    return new Node.Sequence(place, items);
  }

  private Node members(Place place, Keep keep, int depth) throws MalformedText {
    Map<String, Node.Entry> members = new LinkedHashMap<>();
    for (Kind kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
      Place at = tokens.place();
      if (kind != Kind.TEXT) {
        throw new MalformedText(at, "a member's name is text");
      }
      String name = tokens.text();
      if (isYaml && !tokens.isQuoted() && name.equals("<<")) {
        throw new MalformedText(at, "a merge key is not followed: write the members again");
      }
      Keep kept = keep.of(name);
      Kind value = tokens.next();
      if (kept == null) {
        skip(value, depth);
      } else {
        Node.Scalar key = new Node.Scalar(at, name);
        if (members.put(name, new Node.Entry(key, part(value, kept, depth + 1))) != null) {
          throw new MalformedText(at, Quoted.of(name) + " stands twice");
        }
      }
    }
    return new Node.Mapping(place, members, List.of());
  }

  private void skip(Kind first, int depth) throws MalformedText {
    int open = 0;
    Kind kind = first;
    while (true) {
      if (kind == Kind.MEMBERS || kind == Kind.ITEMS) {
        open++;
        refuseDepth(depth + open);
      } else if (kind == Kind.END) {
        open--;
      }
      if (open == 0) {
        return;
      }
      kind = tokens.next();
    }
  }

  private void refuseDepth(int depth) throws MalformedText {
    if (depth > MAX_DEPTH) {
      throw new MalformedText(tokens.place(), "more than " + MAX_DEPTH + " levels deep");
    }
  }
}
