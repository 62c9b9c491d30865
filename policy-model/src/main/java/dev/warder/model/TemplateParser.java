package dev.warder.model;

import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads path templates and the base path that they begin with. */
final class TemplateParser {
  private final Values values;
  private final String basePath;
  private final List<PathSegment> base;

  TemplateParser(Values values, @Nullable Node basePath) {
    this.values = values;
    String text = values.text(basePath);
    List<PathSegment> segments =
        basePath == null || text == null ? null : segments(basePath, text, false);
    if (basePath != null && text != null && segments != null && !fits(basePath, text, segments)) {
      segments = null;
    }
    this.basePath = segments == null || text == null ? "" : text;
    this.base = segments == null ? List.of() : segments;
  }

  /** Returns the base path, or the empty text when there is none. */
  String basePath() {
    return basePath;
  }

  /** Returns the template, base path included, or null, with a problem when there is a node. */
  @Nullable PathTemplate parse(@Nullable Node node) {
    String text = values.text(node);
    List<PathSegment> segments = node == null || text == null ? null : segments(node, text, true);
    if (node == null || text == null || segments == null) {
      return null;
    }
    List<PathSegment> all = new ArrayList<>(base);
    all.addAll(segments);
    return fits(node, basePath + text, all) ? new PathTemplate(all) : null;
  }

  private boolean fits(Node node, String path, List<PathSegment> segments) {
    if (path.length() > PathTemplate.MAX_CHARACTERS) {
      refuse(node, "more than " + PathTemplate.MAX_CHARACTERS + " characters", path);
      return false;
    }
    if (segments.size() > PathTemplate.MAX_SEGMENTS) {
      refuse(node, "more than " + PathTemplate.MAX_SEGMENTS + " segments", path);
      return false;
    }
    return true;
  }

  private @Nullable List<PathSegment> segments(Node node, String text, boolean parameters) {
    if (!text.startsWith("/")) {
      refuse(node, "a path begins with `/`", text);
      return null;
    }
    List<PathSegment> segments = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int start = 1, end; start <= text.length(); start = end + 1) {
      end = text.indexOf('/', start);
      end = end < 0 ? text.length() : end;
      String part = text.substring(start, end);
      String problem =
          part.startsWith("{") && parameters ? parameterProblem(part, names) : literalProblem(part);
      if (problem != null) {
        refuse(node, problem, text);
        return null;
      }
      segments.add(
          part.startsWith("{")
              ? new PathSegment.Parameter(part.substring(1, part.length() - 1))
              : new PathSegment.Literal(part));
    }
    return segments;
  }

  private static @Nullable String literalProblem(String part) {
    if (part.isEmpty()) {
      return "an empty segment; no path has `//` or ends with `/`";
    }
    if (part.chars().allMatch(c -> c == '.')) {
      return "a segment of dots only";
    }
    if (!part.chars().allMatch(PathTemplate::isPathCharacter)) {
      return "segment "
          + Quoted.of(part)
          + " is neither a whole {parameter} nor a literal of A-Z a-z 0-9 - . _ ~ ! $ & ' ( ) * +"
          + " , = : @";
    }
    return null;
  }

  private static @Nullable String parameterProblem(String part, Set<String> names) {
    String name = part.endsWith("}") ? part.substring(1, part.length() - 1) : "";
    if (!Lexis.NAME.accepts(name) || name.contains("{") || name.contains("}")) {
      return "segment "
          + Quoted.of(part)
          + " is no {parameter}: a whole segment, a name without braces in braces";
    }
    if (name.equals(AccountRule.NOT_CHECKED)) {
      return "no parameter is called `not-checked`: it says that no account is checked";
    }
    if (name.equals(AccountRule.FROM_REQUEST)) {
      return "no parameter is called `from-request`: it says that the account comes with the"
          + " request";
    }
    return names.add(name) ? null : "two parameters are called " + Quoted.of(name);
  }

  private void refuse(Node node, String problem, String text) {
    values.refuse(node.place(), "path " + Quoted.of(text) + ": " + problem);
  }
}
