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
    for (String segment : segments) {
      String problem = segmentProblem(segment, names);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static @Nullable String segmentProblem(String segment, Set<String> names) {
    if (isWildcard(segment)) {
      return "the wildcard "
          + Quoted.of(segment)
          + "; a template has as many segments as its paths";
    }
    if (isParameter(segment)) {
      return parameterProblem(segment.substring(1, segment.length() - 1), names);
    }
    if (segment.indexOf('{') >= 0 || segment.indexOf('}') >= 0) {
      return "a parameter inside the segment "
          + Quoted.of(segment)
          + "; a template's parameter is a whole segment";
    }
    if (segment.isEmpty()) {
      return "an empty segment; no path has `//` or ends with `/`";
    }
    return segment.chars().allMatch(c -> c == '.')
            || !segment.chars().allMatch(PathTemplate::isPathCharacter)
        ? "the segment " + Quoted.of(segment) + " is in no canonical path"
        : null;
  }

  private static @Nullable String parameterProblem(String name, Set<String> names) {
    if (!Lexis.NAME.accepts(name) || name.equals("not-checked")) {
      return "the parameter " + Quoted.of(name) + " is no name: " + Lexis.NAME.words();
    }
    return names.add(name) ? null : "two parameters are called " + Quoted.of(name);
  }

  /** Returns whether a segment is one parameter, whole. */
  static boolean isParameter(String segment) {
    return segment.length() > 2
        && segment.indexOf('{', 1) < 0
        && segment.charAt(0) == '{'
        && segment.indexOf('}') == segment.length() - 1;
  }

  /** Returns whether a segment stands for any number of segments, or for some of a pattern. */
  static boolean isWildcard(String segment) {
    return segment.indexOf('*') >= 0 || segment.contains("+}") || segment.contains("{+");
  }
}
