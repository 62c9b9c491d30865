package dev.warder.model;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.warder.model.PathSegment.Literal;
import dev.warder.model.PathSegment.Parameter;
import dev.warder.model.PathSegment.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A path whose segments are literals or have a parameter, base path included: {@code
 * /v1/apps/{id}:copy} ({@code SEMANTICS.md}, section 2.2). At most one segment is a {@link Span}.
 * Immutable; equal when the texts are equal.
 */
public final class PathTemplate {
  /** The most characters that a template, or a path unless its host says otherwise, may have. */
  public static final int MAX_CHARACTERS = 2_048;

  /** The most segments that a template, or a path unless its host says otherwise, may have. */
  public static final int MAX_SEGMENTS = 32;

  private static final Parameter WHOLE = new Parameter("");

  private final ImmutableList<PathSegment> segments;
  private final int span;

  /** What the spanning parameter is in the last of its segments. */
  private final Parameter lastOfSpan;

  private final String shape;

  PathTemplate(List<PathSegment> segments) {
    this.segments = ImmutableList.copyOf(segments);
    this.span = Iterables.indexOf(segments, Span.class::isInstance);
    this.lastOfSpan = span < 0 ? WHOLE : new Parameter("", "", ((Span) segments.get(span)).after());
    this.shape = shape(segments, span);
  }

  /**
   * Returns whether a canonical path may have this character as it stands, which excludes {@code /}
   * and {@code %}.
   */
  public static boolean isPathCharacter(int c) {
    return isUnreserved(c) || "!$&'()*+,=:@".indexOf(c) >= 0;
  }

  /**
   * Returns whether a character is unreserved (RFC 3986, section 2.3), as those of an account or a
   * resource must be that shares its segment with text.
   */
  public static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }

  /** Returns the segments, of which there is at least one. */
  public List<PathSegment> segments() {
    return segments;
  }

  /** Returns the place of the spanning parameter among the segments, from 0, or -1. */
  public int span() {
    return span;
  }

  /** Returns whether every segment is a literal or a whole parameter. */
  public boolean isPlain() {
    return segments.stream()
        .allMatch(s -> s instanceof Literal || (s instanceof Parameter p && p.isWhole()));
  }

  /** Returns the place of a parameter among the segments, from 0, or -1 when there is none. */
  int segmentOf(String parameter) {
    return Iterables.indexOf(
        segments, segment -> segment instanceof Parameter p && p.name().equals(parameter));
  }

  /** Returns whether the spanning parameter has this name. */
  boolean isSpan(String parameter) {
    return span >= 0 && ((Span) segments.get(span)).name().equals(parameter);
  }

  boolean hasParameters() {
    return !segments.stream().allMatch(Literal.class::isInstance);
  }

  /**
   * Returns this template's shape: a text that two templates share exactly when they have the same
   * paths. Names are left out, and whole parameters before the spanning one stand behind it.
   */
  public String shape() {
    return shape;
  }

  private static String shape(List<PathSegment> segments, int span) {
    List<PathSegment> moved = new ArrayList<>(segments);
    for (int i = span; i > 0 && moved.get(i - 1) instanceof Parameter p && p.isWhole(); i--) {
      if (moved.get(i) instanceof Span last && !last.after().isEmpty()) {
        moved.set(i - 1, new Span("", ""));
        moved.set(i, new Parameter("", "", last.after()));
      } else {
        Collections.swap(moved, i - 1, i);
      }
    }
    return moved.stream().map(PathTemplate::shape).collect(joining("/", "/", ""));
  }

  private static String shape(PathSegment segment) {
    if (segment instanceof Parameter parameter) {
      return parameter.before() + "{}" + parameter.after();
    }
    return segment instanceof Span last ? "{...}" + last.after() : segment.toString();
  }

  /**
   * Returns whether this template beats another: each of its paths is a path of the other, and not
   * the other way round.
   */
  public boolean beats(PathTemplate other) {
    return other.includes(this) && !includes(other);
  }

  /** Returns whether each path of another template is a path of this one. */
  public boolean includes(PathTemplate other) {
    // Once the other's span has more segments than this template, each further one meets only the
    // span of this template, as the last of these does.
    int longest = span < 0 || other.span < 0 ? 1 : segments.size() + 1;
    for (int spanned = 1; spanned <= longest; spanned++) {
      if (!includes(other, spanned)) {
        return false;
      }
    }
    return span >= 0 || other.span < 0;
  }

  /** Returns the same of those paths of the other in which its span is so many segments. */
  private boolean includes(PathTemplate other, int spanned) {
    int length = other.length(spanned);
    int mine = spannedIn(length);
    for (int i = 0; mine > 0 && i < length; i++) {
      if (!includes(segment(i, mine), other.segment(i, spanned))) {
        return false;
      }
    }
    return mine > 0;
  }

  /** Returns how many segments there are when the span is so many of them. */
  private int length(int spanned) {
    return span < 0 ? segments.size() : segments.size() - 1 + spanned;
  }

  /** Returns how many segments the span is in paths of so many, or below 1 when there are none. */
  private int spannedIn(int length) {
    int spanned = length - segments.size() + 1;
    return span < 0 && spanned != 1 ? 0 : spanned;
  }

  /** Returns a segment, counted from 0, when the span is so many of them. */
  private PathSegment segment(int place, int spanned) {
    if (span < 0 || place < span) {
      return segments.get(place);
    }
    int last = span + spanned - 1;
    return place < last ? WHOLE : place > last ? segments.get(place - spanned + 1) : lastOfSpan;
  }

  /** Returns the template of this one's paths in which the spanning one is so many segments. */
  PathTemplate ofSegments(int spanned) {
    return new PathTemplate(
        IntStream.range(0, length(spanned)).mapToObj(i -> segment(i, spanned)).toList());
  }

  /** Returns the template of this one's paths in which the spanning one is so many more. */
  PathTemplate withMoreSegments(int more) {
    List<PathSegment> all = new ArrayList<>(segments);
    all.addAll(span, Collections.nCopies(more, WHOLE));
    return new PathTemplate(all);
  }

  private static boolean includes(PathSegment mine, PathSegment theirs) {
    if (!(mine instanceof Parameter any)) {
      return mine.equals(theirs);
    }
    if (theirs instanceof Parameter parameter) {
      return parameter.before().startsWith(any.before()) && parameter.after().endsWith(any.after());
    }
    return isOf(any, theirs.toString());
  }

  private static boolean isOf(Parameter parameter, String text) {
    return text.length() > parameter.before().length() + parameter.after().length()
        && text.startsWith(parameter.before())
        && text.endsWith(parameter.after());
  }

  /**
   * Returns whether this template matches every path that is another's but for its parameters'
   * texts, and a parameter of this one stands for dots only in all of them. Such a path matches no
   * template at all, so nothing would reach the other's operation.
   */
  boolean standsForDotsIn(PathTemplate other) {
    int longest = other.span < 0 ? 1 : segments.size() + 1;
    for (int spanned = 1; spanned <= longest; spanned++) {
      if (includes(other, spanned) && standsForDots(other, spanned)) {
        return true;
      }
    }
    return false;
  }

  private boolean standsForDots(PathTemplate other, int spanned) {
    int length = other.length(spanned);
    int mine = spannedIn(length);
    for (int i = 0; i < length; i++) {
      if (segment(i, mine) instanceof Parameter any
          && other.segment(i, spanned) instanceof Literal literal) {
        int end = literal.text().length() - any.after().length();
        if (literal.text().substring(any.before().length(), end).chars().allMatch(c -> c == '.')) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathTemplate that && segments.equals(that.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  /** Returns the template as text: {@code /v1/apps/{id}}. */
  @Override
  public String toString() {
    return segments.stream().map(PathSegment::toString).collect(joining("/", "/", ""));
  }
}
