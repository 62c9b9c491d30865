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
  private static final String EMPTY = "an empty segment; write one `/` in place of `//`";

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
      boolean isParameter = part.contains("{") || part.contains("}");
      String problem = isParameter ? parameterProblem(part) : literalProblem(part);
      if (part.isEmpty()) {
        boolean isLast = end == text.length();
        problem = isLast ? parameters ? null : baseWithSlash(text) : EMPTY;
      } else if (isParameter && !parameters) {
        problem =
            ofSegment(
                part,
                "has a brace, but a base path has no parameter; write the segment in each `path`");
      } else if (isParameter && problem == null) {
        problem = repeated(part, names, segments);
      }
      if (problem != null) {
        refuse(node, problem, text);
        return null;
      }
      segments.add(isParameter ? parameter(part) : new PathSegment.Literal(part));
    }
    return segments;
  }

  private static String baseWithSlash(String text) {
    String without = text.substring(0, text.length() - 1);
    return "a base path does not end in `/`; "
        + (without.isEmpty() ? "leave it out" : "write " + Quoted.of(without));
  }

  private static String ofSegment(String part, String problem) {
    return "segment " + Quoted.of(part) + " " + problem;
  }

  private static @Nullable String literalProblem(String part) {
    return part.chars().allMatch(c -> c == '.')
        ? "a segment of dots only, which no path has"
        : charactersProblem(part, part);
  }

  private static @Nullable String charactersProblem(String part, String texts) {
    return texts.chars().allMatch(PathTemplate::isPathCharacter)
        ? null
        : ofSegment(part, "has a character other than A-Z a-z 0-9 - . _ ~ ! $ & ' ( ) * + , = : @");
  }

  private static @Nullable String parameterProblem(String part) {
    int open = part.indexOf('{');
    int close = part.indexOf('}');
    int lastOpen = part.lastIndexOf('{');
    int lastClose = part.lastIndexOf('}');
    if (open != lastOpen && open < close && close < lastOpen && lastOpen < lastClose) {
      String one = part.substring(0, close + 1) + part.substring(lastClose + 1);
      return ofSegment(
          part, "has several parameters; write one for all between them: " + Quoted.of(one));
    }
    if (open < 0 || close < open || open != lastOpen || close != lastClose) {
      return ofSegment(
          part,
          "has a brace outside a parameter; a parameter is `{`, a name without braces, and `}`");
    }
    String before = part.substring(0, open);
    String name = name(part.substring(open + 1, close));
    if (!Lexis.NAME.accepts(name)) {
      return ofSegment(part, "has a parameter whose name is not " + Lexis.NAME.words());
    }
    if (isSpan(part) && !before.isEmpty()) {
      return ofSegment(
          part,
          "has text before a spanning parameter; write %s, or %s for one segment"
              .formatted(Quoted.of(part.substring(open)), Quoted.of(part.replace("...}", "}"))));
    }
    if (name.equals(AccountRule.NOT_CHECKED)) {
      return "no parameter is called `not-checked`, which means that no account is checked";
    }
    if (name.equals(AccountRule.FROM_REQUEST)) {
      return "no parameter is called `from-request`, which means that the account comes with the"
          + " request";
    }
    return charactersProblem(part, before + part.substring(close + 1));
  }

  private static @Nullable String repeated(
      String part, Set<String> names, List<PathSegment> earlier) {
    String name = name(part.substring(part.indexOf('{') + 1, part.indexOf('}')));
    if (!names.add(name)) {
      return "two parameters are called " + Quoted.of(name);
    }
    return isSpan(part) && earlier.stream().anyMatch(PathSegment.Span.class::isInstance)
        ? "two spanning parameters; one may span, so write "
            + Quoted.of(part.replace("...}", "}"))
            + " for one segment"
        : null;
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
