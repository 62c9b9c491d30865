package dev.warder.model;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path whose segments are literals or whole parameters, base path included: {@code
 * /v1/apps/{id}}. Immutable; equal when the texts are equal.
 */
public final class PathTemplate {
  /** The most characters that a template, or a path unless its host says otherwise, may have. */
  public static final int MAX_CHARACTERS = 2_048;

  /** The most segments that a template, or a path unless its host says otherwise, may have. */
  public static final int MAX_SEGMENTS = 32;

  private final ImmutableList<PathSegment> segments;

  PathTemplate(List<PathSegment> segments) {
    this.segments = ImmutableList.copyOf(segments);
  }

  /**
   * Returns whether a canonical path may have this character as it stands, which excludes {@code /}
   * and {@code %}.
   */
  public static boolean isPathCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~!$&'()*+,=:@".indexOf(c) >= 0;
  }

  /** Returns the segments, of which there is at least one. */
  public List<PathSegment> segments() {
    return segments;
  }

  /** Returns the place of a parameter among the segments, from 0, or -1 when there is none. */
  int segmentOf(String parameter) {
    return Iterables.indexOf(
        segments,
        segment -> segment instanceof PathSegment.Parameter p && p.name().equals(parameter));
  }

  boolean hasParameters() {
    return segments.stream().anyMatch(PathSegment.Parameter.class::isInstance);
  }

  /** Returns this template with the names of its parameters left out. */
  public String shape() {
    return segments.stream()
        .map(segment -> segment instanceof PathSegment.Literal literal ? literal.text() : "{}")
        .collect(joining("/", "/", ""));
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
