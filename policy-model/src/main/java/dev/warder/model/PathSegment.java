package dev.warder.model;

/** What stands between two slashes of a {@link PathTemplate}: {@code SEMANTICS.md}, section 2.2. */
public sealed interface PathSegment {

  /**
   * A segment that a path must have character by character.
   *
   * @param text the segment, without triples; the empty one ends a template that ends in a slash
   */
  record Literal(String text) implements PathSegment {
    /** Returns the text. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A segment that begins and ends with two texts, and has at least one character between them for
   * which the parameter stands. Without texts the parameter stands for any one segment, whole.
   *
   * @param before the text before the parameter, or the empty text
   * @param name what the template calls the parameter; names decide nothing
   * @param after the text behind the parameter, or the empty text
   */
  record Parameter(String before, String name, String after) implements PathSegment {
    /** Makes a parameter that stands for a whole segment. */
    public Parameter(String name) {
      this("", name, "");
    }

    /** Returns whether the parameter stands for a whole segment. */
    public boolean isWhole() {
      return before.isEmpty() && after.isEmpty();
    }

    /** Returns the name in braces, between the texts. */
    @Override
    public String toString() {
      return before + "{" + name + "}" + after;
    }
  }

  /**
   * One or more segments, of which the last ends with a text and has at least one character before
   * it.
   *
   * @param name what the template calls the spanning parameter; names decide nothing
   * @param after the text behind the parameter, or the empty text
   */
  record Span(String name, String after) implements PathSegment {
    /** Returns the name and three dots in braces, then the text. */
    @Override
    public String toString() {
      return "{" + name + "...}" + after;
    }
  }
}
