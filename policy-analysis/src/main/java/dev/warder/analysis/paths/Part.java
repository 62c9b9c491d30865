package dev.warder.analysis.paths;

import com.google.common.collect.ImmutableSet;
import dev.warder.engine.paths.Beginning.Texts;
import dev.warder.model.AccountCheck;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.PathTemplate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a parameter stands for in paths of so many segments: a segment without the texts around it.
 *
 * @param segment the segment, counted from 0 at the first
 * @param before the text before the parameter
 * @param after the text behind it
 */
public record Part(int segment, String before, String after) {

  /** Returns what a check of an operation compares, which stands in the path. */
  static Part of(Operation operation, AccountCheck check, int segments) {
    int segment = check.segment();
    PathSegment.Parameter parameter =
        (PathSegment.Parameter) operation.template().segments().get(segment);
    return new Part(
        place(operation.template(), segment, segments), parameter.before(), parameter.after());
  }

  /** Returns all that the checks of an operation compare in its path. */
  static Set<Part> ofAll(Operation operation, int segments) {
    return operation.accountRule().checks().stream()
        .filter(check -> check.segment() >= 0)
        .map(check -> of(operation, check, segments))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns where a template's segment stands in a path; of a span, where its last one stands. */
  static int place(PathTemplate template, int segment, int segments) {
    boolean isFromLast = template.span() >= 0 && segment >= template.span();
    return isFromLast ? segment + segments - template.segments().size() : segment;
  }

  private boolean hasText() {
    return !before.isEmpty() || !after.isEmpty();
  }

  /** Returns what the parameter stands for in a path that its template matches. */
  String in(List<String> path) {
    String text = path.get(segment);
    return text.substring(before.length(), text.length() - after.length());
  }

  /** Returns whether this may be compared at all: beside text only what is unreserved may. */
  boolean isComparable(List<String> path) {
    return !hasText()
        || (new Texts(before, after).areIn(path.get(segment))
            && in(path).chars().allMatch(PathTemplate::isUnreserved));
  }

  /** Returns whether a parameter between two texts stands for dots only. */
  static boolean isDotsOnly(String text, String before, String after) {
    return IntStream.range(before.length(), text.length() - after.length())
        .allMatch(i -> text.charAt(i) == '.');
  }
}
