package dev.warder.servlet;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A mapping as containers read it (Jakarta Servlet 6.1, section 12.2): one path, all paths below
 * one, or all whose last segment has an ending.
 */
record ServletMapping(Kind kind, String text) {
  private static final String BELOW = "/*";
  private static final String ENDING = "*.";

  /** What a mapping names. */
  enum Kind {
    /** One path. */
    EXACT,
    /** A path, and all below it. */
    PREFIX,
    /** All paths whose last segment ends in a dot and an ending. */
    EXTENSION
  }

  /**
   * Reads a mapping.
   *
   * @throws IllegalArgumentException for what is no mapping, or one of all paths
   */
  static ServletMapping parse(String mapping) {
    checkArgument(
        !mapping.equals("/") && !mapping.equals(BELOW),
        "the mapping %s is of all paths, so nothing would be guarded",
        mapping);
    if (mapping.startsWith(ENDING) && isEnding(mapping.substring(ENDING.length()))) {
      return new ServletMapping(Kind.EXTENSION, mapping.substring(1));
    }
    boolean isBelow = mapping.endsWith(BELOW);
    String path = isBelow ? mapping.substring(0, mapping.length() - BELOW.length()) : mapping;
    checkArgument(
        path.startsWith("/") && isLiteral(path),
        "no servlet mapping: %s; write /path, /path/* or *.ending",
        mapping);
    return new ServletMapping(isBelow ? Kind.PREFIX : Kind.EXACT, path);
  }

  private static boolean isEnding(String text) {
    return !text.isEmpty() && isLiteral(text) && text.indexOf('/') < 0 && text.indexOf('.') < 0;
  }

  /** An asterisk elsewhere means nothing to a container, and a triple is never looked for. */
  private static boolean isLiteral(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7F && "*%?#;\\\"<>{}|^`".indexOf(c) < 0);
  }

  /** Returns whether it is the mapping of a path within the context. */
  boolean matches(String path) {
    return switch (kind) {
      case EXACT -> path.equals(text);
      case PREFIX -> path.equals(text) || path.startsWith(text + "/");
      case EXTENSION -> path.substring(path.lastIndexOf('/') + 1).endsWith(text);
    };
  }

  /** Returns whether all paths that begin with these literals are paths of this mapping. */
  boolean isAbove(String context, String literals) {
    String path = context + text;
    return kind == Kind.PREFIX && (literals.equals(path) || literals.startsWith(path + "/"));
  }

  /** Returns the mapping as it is written. */
  @Override
  public String toString() {
    return switch (kind) {
      case EXACT -> text;
      case PREFIX -> text + BELOW;
      case EXTENSION -> "*" + text;
    };
  }
}
