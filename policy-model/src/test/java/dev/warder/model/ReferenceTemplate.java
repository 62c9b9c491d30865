package dev.warder.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sections 2.2 and 2.3 of {@code SEMANTICS.md}, read aloud: what a template matches and beats. */
public final class ReferenceTemplate {
  /** A character that no template has. */
  private static final String FREE = "\u25a1";

  private ReferenceTemplate() {}

  /** What a parameter stands for, without the texts around it, in one segment of a path. */
  public record Stand(int segment, String text) {}

  /** Returns whether the template matches a path of these segments. */
  public static boolean matches(PathTemplate template, List<String> path) {
    return stands(template, path) != null;
  }

  /** Returns what all parameters stand for, or null when the template does not match. */
  public static @Nullable List<Stand> stands(PathTemplate template, List<String> path) {
    return stands(template.segments(), path, 0);
  }

  private static @Nullable List<Stand> stands(
      List<PathSegment> template, List<String> path, int at) {
    if (template.isEmpty()) {
      return at == path.size() ? List.of() : null;
    }
    PathSegment first = template.get(0);
    int most = first instanceof PathSegment.Span ? path.size() - at : 1;
    for (int spanned = 1; spanned <= most && at + spanned <= path.size(); spanned++) {
      List<Stand> here = standsOf(first, path, at, at + spanned);
      List<Stand> behind =
          here == null ? null : stands(template.subList(1, template.size()), path, at + spanned);
      if (behind != null) {
        here.addAll(behind);
        return here;
      }
    }
    return null;
  }

  private static @Nullable List<Stand> standsOf(
      PathSegment segment, List<String> path, int from, int to) {
    List<Stand> stands = new ArrayList<>();
    if (segment instanceof PathSegment.Literal literal) {
      return path.get(from).equals(literal.text()) ? stands : null;
    }
    String before = segment instanceof PathSegment.Parameter p ? p.before() : "";
    String after =
        segment instanceof PathSegment.Parameter p
            ? p.after()
            : ((PathSegment.Span) segment).after();
    for (int i = from; i < to; i++) {
      String behind = i == to - 1 ? after : "";
      String text = path.get(i);
      if (text.length() <= before.length() + behind.length()
          || !text.startsWith(before)
          || !text.endsWith(behind)) {
        return null;
      }
      stands.add(new Stand(i, text.substring(before.length(), text.length() - behind.length())));
    }
    return stands;
  }

  /** Each path of the first is a path of the second, and not the other way round. */
  public static boolean beats(PathTemplate t, PathTemplate u) {
    return includes(u, t) && !includes(t, u);
  }

  /** Each path of the second is a path of the first. */
  public static boolean includes(PathTemplate u, PathTemplate t) {
    return IntStream.rangeClosed(1, u.segments().size() + 1)
        .allMatch(spanned -> matches(u, ownText(t, spanned)));
  }

  /** Returns a path of the template whose parameters stand for what no template has. */
  static List<String> ownText(PathTemplate template, int spanned) {
    List<String> path = new ArrayList<>();
    for (PathSegment segment : template.segments()) {
      if (segment instanceof PathSegment.Span span) {
        for (int i = 1; i < spanned; i++) {
          path.add(FREE);
        }
        path.add(FREE + span.after());
      } else if (segment instanceof PathSegment.Parameter parameter) {
        path.add(parameter.before() + FREE + parameter.after());
      } else {
        path.add(segment.toString());
      }
    }
    return path;
  }

  /** Returns what the parameter in a segment of the template stands for, which is no span. */
  public static String text(Operation operation, int segment, List<String> path) {
    int place = place(operation, segment, path);
    return stands(operation.template(), path).stream()
        .filter(stand -> stand.segment() == place)
        .findFirst()
        .orElseThrow()
        .text();
  }

  /** Returns the segment of a path that stands for one of the template, which is no span. */
  public static int place(Operation operation, int segment, List<String> path) {
    PathTemplate template = operation.template();
    int more = path.size() - template.segments().size();
    return template.segments().subList(0, segment).stream()
            .anyMatch(PathSegment.Span.class::isInstance)
        ? segment + more
        : segment;
  }
}
