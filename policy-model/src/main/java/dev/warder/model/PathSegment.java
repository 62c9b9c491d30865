package dev.warder.model;

/** What stands between two slashes of a {@link PathTemplate}. */
public sealed interface PathSegment {

  /**
   * A segment that a path must have character by character.
   *
   * @param text the segment, without triples
   */
  record Literal(String text) implements PathSegment {
    /** Returns the text. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A segment that stands for any one segment, whole.
   *
   * @param name what the template calls it; names decide nothing
   */
  record Parameter(String name) implements PathSegment {
    /** Returns the name in braces. */
    @Override
    public String toString() {
      return "{" + name + "}";
    }
  }
}
