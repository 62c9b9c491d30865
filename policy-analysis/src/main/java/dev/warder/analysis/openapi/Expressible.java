package dev.warder.analysis.openapi;

import dev.warder.model.PathTemplate;
import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges whether a documented path can be a template of a catalogue. */
final class Expressible {
  /** What a catalogue says in place of the name of a parameter. */
  private static final Set<String> TAKEN = Set.of("not-checked", "from-request");

  private Expressible() {}

  /** Returns why a path cannot be a template, or null when it can. */
  static @Nullable String problem(String path) {
    if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
      return "the path depends on a query, and a template has none";
    }
    if (path.length() > PathTemplate.MAX_CHARACTERS) {
      return "a path of more than " + PathTemplate.MAX_CHARACTERS + " characters";
    }
    List<String> segments = Shapes.segments(path);
    if (segments.size() > PathTemplate.MAX_SEGMENTS) {
      return "a path of more than " + PathTemplate.MAX_SEGMENTS + " segments";
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < segments.size(); i++) {
      boolean isLast = i == segments.size() - 1;
      String problem = segmentProblem(segments.get(i), isLast, names);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String segmentProblem(
      String segment, boolean isLast, Set<String> names) {
    if (isWildcard(segment)) {
      return "the wildcard "
          + Quoted.of(segment)
          + ", which OpenAPI does not have; write a spanning parameter such as `{path...}` into the"
          + " catalogue";
    }
    String name = parameter(segment);
    if (name != null) {
      return parameterProblem(segment, name, names);
    }
    int open = segment.indexOf('{');
    int close = segment.indexOf('}');
    if (open >= 0 && close > open && segment.indexOf('{', close) >= 0) {
      return "several parameters in the segment "
          + Quoted.of(segment)
          + "; write one for all that is between them, "
          + Quoted.of(
              segment.substring(0, close + 1) + segment.substring(segment.lastIndexOf('}') + 1))
          + ", into the catalogue";
    }
    if (segment.isEmpty()) {
      return isLast ? null : "an empty segment; no path has `//`";
    }
    return isCanonical(segment) ? null : notCanonical(segment);
  }

  private static boolean isCanonical(String segment) {
    return segment.chars().allMatch(PathTemplate::isPathCharacter)
        && !segment.chars().allMatch(c -> c == '.');
  }

  private static String notCanonical(String segment) {
    return "the segment " + Quoted.of(segment) + " is in no canonical path";
  }

  private static @Nullable String parameterProblem(String segment, String name, Set<String> names) {
    String text = segment.replace("{" + name + "}", "x");
    if (!isCanonical(text)) {
      return notCanonical(segment);
    }
    if (TAKEN.contains(name)) {
      return "no parameter of a catalogue is called " + Quoted.of(name) + "; rename it";
    }
    if (!Lexis.NAME.accepts(name)) {
      return "the parameter " + Quoted.of(name) + " is no name: " + Lexis.NAME.words();
    }
    return names.add(name) ? null : "two parameters are called " + Quoted.of(name);
  }

  /** Returns the name of the one parameter in a segment, or null when there is not exactly one. */
  static @Nullable String parameter(String segment) {
    int open = segment.indexOf('{');
    int close = segment.indexOf('}');
    return open >= 0
            && close > open + 1
            && segment.lastIndexOf('{') == open
            && segment.lastIndexOf('}') == close
        ? segment.substring(open + 1, close)
        : null;
  }

  /** Returns whether a segment stands for any number of segments, or for some of a pattern. */
  static boolean isWildcard(String segment) {
    return segment.indexOf('*') >= 0
        || segment.contains("+}")
        || segment.contains("{+")
        || segment.contains("...}");
  }
}
