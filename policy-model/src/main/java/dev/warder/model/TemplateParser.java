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
      boolean isParameter = parameters && (part.contains("{") || part.contains("}"));
      boolean mayBeEmpty = parameters && end == text.length();
      String problem =
          isParameter ? parameterProblem(part, names) : literalProblem(part, mayBeEmpty);
      if (problem == null && isParameter && isSecondSpan(segments, part)) {
        problem =
            "two spanning parameters; one may stand for several segments, so write "
                + Quoted.of(part.replace("...}", "}"));
      }
      if (problem != null) {
        refuse(node, problem, text);
        return null;
      }
      segments.add(isParameter ? parameter(part) : new PathSegment.Literal(part));
    }
    return segments;
  }

  private static @Nullable String literalProblem(String part, boolean mayBeEmpty) {
    if (part.isEmpty()) {
      return mayBeEmpty
          ? null
          : "an empty segment; no path has `//`, and no base path ends with `/`";
    }
    if (part.chars().allMatch(c -> c == '.')) {
      return "a segment of dots only";
    }
    return part.chars().allMatch(PathTemplate::isPathCharacter) ? null : noSegment(part);
  }

  private static String noSegment(String part) {
    return "segment "
        + Quoted.of(part)
        + " is not made of A-Z a-z 0-9 - . _ ~ ! $ & ' ( ) * + , = : @ and at most one {parameter}";
  }

  private static @Nullable String parameterProblem(String part, Set<String> names) {
    int open = part.indexOf('{');
    int close = part.indexOf('}', open + 1);
    if (open < 0 || close < 0 || part.lastIndexOf('{', close) != open) {
      return "segment "
          + Quoted.of(part)
          + " is no {parameter}, a name without braces in braces, and no text around one";
    }
    String before = part.substring(0, open);
    String after = part.substring(close + 1);
    if (after.contains("{") || after.contains("}")) {
      return "segment "
          + Quoted.of(part)
          + " has more than one parameter; write one for all that is between them, "
          + Quoted.of(part.substring(0, close + 1) + part.substring(part.lastIndexOf('}') + 1));
    }
    if (!(before + after).chars().allMatch(PathTemplate::isPathCharacter)) {
      return noSegment(part);
    }
    String name = name(part.substring(open + 1, close));
    if (!Lexis.NAME.accepts(name)) {
      return "segment "
          + Quoted.of(part)
          + " is no {parameter}: its name is "
          + Lexis.NAME.words()
          + ", and no brace";
    }
    if (isSpan(part) && !before.isEmpty()) {
      return "segment "
          + Quoted.of(part)
          + " has text before a spanning parameter; write "
          + Quoted.of(part.substring(open))
          + ", or "
          + Quoted.of(part.replace("...}", "}"))
          + " for one segment";
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

  private static PathSegment parameter(String part) {
    int open = part.indexOf('{');
    int close = part.indexOf('}');
    String name = name(part.substring(open + 1, close));
    String after = part.substring(close + 1);
    return isSpan(part)
        ? new PathSegment.Span(name, after)
        : new PathSegment.Parameter(part.substring(0, open), name, after);
  }

  private static boolean isSecondSpan(List<PathSegment> earlier, String part) {
    return isSpan(part) && earlier.stream().anyMatch(PathSegment.Span.class::isInstance);
  }

  private static boolean isSpan(String part) {
    return part.contains("...}");
  }

  private static String name(String inBraces) {
    return inBraces.endsWith("...") ? inBraces.substring(0, inBraces.length() - 3) : inBraces;
  }

  private void refuse(Node node, String problem, String text) {
    values.refuse(node.place(), "path " + Quoted.of(text) + ": " + problem);
  }
}
