package dev.warder.analysis.document;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.Place;
import dev.warder.model.Problem;
import dev.warder.model.text.Quoted;
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

  private final DocumentTokens tokens;
  private final boolean isYaml;

  private DocumentParser(DocumentTokens tokens) {
    this.tokens = tokens;
    this.isYaml = tokens instanceof YamlTokens;
  }

  /**
   * Returns a document in JSON when it begins with a brace, in YAML otherwise.
   *
   * @throws InvalidDocument with one problem
   */
  public static Part parse(String source, String text, Keep keep) throws InvalidDocument {
    return beginsWithBrace(text)
        ? parseJson(source, text, keep)
        : new DocumentParser(new YamlTokens(source, text)).document(source, keep);
  }

  /**
   * Returns a document in JSON.
   *
   * @throws InvalidDocument with one problem
   */
  public static Part parseJson(String source, String text, Keep keep) throws InvalidDocument {
    return new DocumentParser(new JsonTokens(source, text)).document(source, keep);
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

  private Part document(String source, Keep keep) throws InvalidDocument {
    DocumentTokens.Kind first = tokens.next();
    if (first == DocumentTokens.Kind.FINISH) {
      throw invalid(new Place(source, 1, 1), "the document is empty");
    }
    Part document = part(first, keep, 1);
    if (tokens.next() != DocumentTokens.Kind.FINISH) {
      throw invalid(tokens.place(), "more after the document's end");
    }
    return document;
  }

  private Part part(DocumentTokens.Kind kind, Keep keep, int depth) throws InvalidDocument {
    refuseDepth(depth);
    Place place = tokens.place();
    return switch (kind) {
      case MEMBERS -> members(place, keep, depth);
      case ITEMS -> items(place, keep, depth);
      case TEXT -> new Part.Text(place, tokens.text(), tokens.isQuoted());
      default -> throw invalid(place, "an alias is not followed: write the value again");
    };
  }

  private Part items(Place place, Keep keep, int depth) throws InvalidDocument {
    List<Part> items = new ArrayList<>();
    for (DocumentTokens.Kind kind = tokens.next();
        kind != DocumentTokens.Kind.END;
        kind = tokens.next()) {
      items.add(part(kind, keep, depth + 1));
    }
    return new Part.Items(place, items);
  }

  private Part members(Place place, Keep keep, int depth) throws InvalidDocument {
    Map<String, Part.Member> members = new LinkedHashMap<>();
    for (DocumentTokens.Kind kind = tokens.next();
        kind != DocumentTokens.Kind.END;
        kind = tokens.next()) {
      Place at = tokens.place();
      if (kind != DocumentTokens.Kind.TEXT) {
        throw invalid(at, "a member's name is text");
      }
      String name = tokens.text();
      if (isYaml && !tokens.isQuoted() && name.equals("<<")) {
        throw invalid(at, "a merge key is not followed: write the members again");
      }
      Keep kept = keep.of(name);
      DocumentTokens.Kind value = tokens.next();
      if (kept == null) {
        skip(value, depth);
      } else if (members.put(name, new Part.Member(at, part(value, kept, depth + 1))) != null) {
        throw invalid(at, Quoted.of(name) + " stands twice");
      }
    }
    return new Part.Members(place, members);
  }

  private void skip(DocumentTokens.Kind first, int depth) throws InvalidDocument {
    int open = 0;
    DocumentTokens.Kind kind = first;
    while (true) {
      if (kind == DocumentTokens.Kind.MEMBERS || kind == DocumentTokens.Kind.ITEMS) {
        open++;
        refuseDepth(depth + open);
      } else if (kind == DocumentTokens.Kind.END) {
        open--;
      }
      if (open == 0) {
        return;
      }
      kind = tokens.next();
    }
  }

  private void refuseDepth(int depth) throws InvalidDocument {
    if (depth > MAX_DEPTH) {
      throw invalid(tokens.place(), "more than " + MAX_DEPTH + " levels deep");
    }
  }

  private static InvalidDocument invalid(Place place, String message) {
    return new InvalidDocument(List.of(new Problem(place, message)));
  }
}
