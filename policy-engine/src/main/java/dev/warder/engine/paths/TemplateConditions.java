package dev.warder.engine.paths;

import com.google.common.primitives.ImmutableIntArray;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.PathSegment.Parameter;
import dev.warder.model.PathSegment.Span;
import dev.warder.model.PathTemplate;
import java.util.List;

/**
 * What a path must keep besides its segments to match templates: no parameter stands for dots only,
 * and no triple stands where it may not ({@code SEMANTICS.md}, section 2.2). Immutable.
 */
final class TemplateConditions {
  private static final int NUMBERS_A_TEXT = 3;

  private final boolean arePlain;

  /**
   * For each set of templates that one path may match, the segments as bits where no triple may
   * stand, counted from the first segment.
   */
  private final long[] fromFirst;

  /** The same of segments behind a span, counted from the last one. */
  private final long[] fromLast;

  /**
   * For each set the parameters with text around them: the segment, or the complement of its place
   * from the last; then the lengths of both texts.
   */
  private final ImmutableIntArray[] texts;

  TemplateConditions(List<List<Operation>> matched) {
    this.arePlain = matched.stream().flatMap(List::stream).allMatch(o -> o.template().isPlain());
    this.fromFirst = new long[matched.size()];
    this.fromLast = new long[matched.size()];
    this.texts = new ImmutableIntArray[matched.size()];
    for (int i = 0; i < fromFirst.length; i++) {
      ImmutableIntArray.Builder found = ImmutableIntArray.builder();
      for (Operation operation : matched.get(i)) {
        addTriples(i, operation);
        addTexts(operation.template(), found);
      }
      texts[i] = found.build();
    }
  }

  private void addTriples(int set, Operation operation) {
    PathTemplate template = operation.template();
    List<PathSegment> segments = template.segments();
    for (int i = 0; i < segments.size(); i++) {
      boolean isTaken =
          operation.accountRule().names(i)
              || (arePlain && segments.get(i) instanceof PathSegment.Literal);
      if (isTaken && (template.span() < 0 || i < template.span())) {
        fromFirst[set] |= 1L << i;
      } else if (isTaken) {
        fromLast[set] |= 1L << (segments.size() - 1 - i);
      }
    }
  }

  private static void addTexts(PathTemplate template, ImmutableIntArray.Builder texts) {
    List<PathSegment> segments = template.segments();
    for (int i = 0; i < segments.size(); i++) {
      PathSegment segment = segments.get(i);
      int fromLast = ~(segments.size() - 1 - i);
      if (segment instanceof Parameter parameter && !parameter.isWhole()) {
        boolean isBehind = template.span() >= 0 && i > template.span();
        texts.add(isBehind ? fromLast : i);
        texts.add(parameter.before().length());
        texts.add(parameter.after().length());
      } else if (segment instanceof Span last && !last.after().isEmpty()) {
        texts.add(fromLast);
        texts.add(0);
        texts.add(last.after().length());
      }
    }
  }

  /** Returns whether every template of the catalogue is plain. */
  boolean arePlain() {
    return arePlain;
  }

  /**
   * Returns whether triples may stand in these segments. Where all templates are plain that is all
   * there is to ask; otherwise the decoded path must match the same templates too.
   *
   * @param encoded the segments with triples, as bits
   * @param segments how many segments the path has
   */
  boolean admitTriples(int set, long encoded, int segments) {
    long reversed = Long.reverse(encoded) >>> (Long.SIZE - segments);
    return (encoded & fromFirst[set]) == 0 && (reversed & fromLast[set]) == 0;
  }

  /** Returns whether a parameter of one of these templates stands for dots only. */
  boolean standsForDots(int set, String path) {
    ImmutableIntArray numbers = texts[set];
    for (int i = 0; i < numbers.length(); i += NUMBERS_A_TEXT) {
      int place = numbers.get(i);
      int start = place < 0 ? Segments.startFromLast(path, ~place) : Segments.start(path, place);
      int end = Segments.end(path, start);
      if (TextPatterns.isDotsOnly(path, start + numbers.get(i + 1), end - numbers.get(i + 2))) {
        return true;
      }
    }
    return false;
  }
}
