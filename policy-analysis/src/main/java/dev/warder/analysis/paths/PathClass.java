package dev.warder.analysis.paths;

import com.google.common.collect.ImmutableList;
import dev.warder.model.AccountRule;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Paths that the same templates match, shown by one of them. Immutable.
 *
 * <p>A path with triples is of the class of its decoded path, and {@link #freeSegments} says where
 * the triples may stand.
 */
public final class PathClass {
  /** What a literal may have that a triple may stand for, but for letters, digits and the like. */
  private static final String RESERVED = "!$&'()*+,=:@";

  /**
   * A segment of the path shown.
   *
   * @param text the segment
   * @param isLiteral whether it is a literal of a template
   * @param literals the literals that templates have there; a text that is no literal is none of
   *     these
   */
  record Segment(String text, boolean isLiteral, Set<String> literals) {}

  private final ImmutableList<Segment> segments;
  private final ImmutableList<List<Operation>> matched;

  PathClass(List<Segment> segments, List<List<Operation>> matched) {
    this.segments = ImmutableList.copyOf(segments);
    this.matched = ImmutableList.copyOf(matched);
  }

  /** Returns the operations of one of the lists whose templates match, in catalogue order. */
  public List<Operation> matched(int list) {
    return matched.get(list);
  }

  /** Returns those of the operations matched that have this method and that no other beats. */
  public List<Operation> asked(int list, String method) {
    List<Operation> competing =
        matched(list).stream().filter(operation -> operation.method().equals(method)).toList();
    return competing.stream()
        .filter(operation -> competing.stream().noneMatch(other -> beats(other, operation)))
        .toList();
  }

  /**
   * Returns whether one template beats another that matches the same path: it is literal wherever
   * the other is, and in one more place.
   */
  public static boolean beats(Operation winner, Operation loser) {
    boolean more = false;
    for (int i = 0; i < winner.template().segments().size(); i++) {
      boolean literal = isLiteral(winner, i);
      boolean otherLiteral = isLiteral(loser, i);
      if (otherLiteral && !literal) {
        return false;
      }
      more |= literal && !otherLiteral;
    }
    return more;
  }

  private static boolean isLiteral(Operation operation, int segment) {
    return operation.template().segments().get(segment) instanceof PathSegment.Literal;
  }

  /**
   * Returns the segments, as bits, where a path may have triples and still match: those that are a
   * parameter, but neither account nor owned resource, of every template of the list that matches,
   * and in which something can be written as a triple.
   */
  public long freeSegments(int list) {
    long free = 0;
    for (int i = 0; i < segments.size() && !matched(list).isEmpty(); i++) {
      int segment = i;
      if (hasTriples(i) && matched(list).stream().allMatch(o -> isFree(o, segment))) {
        free |= 1L << i;
      }
    }
    return free;
  }

  private static boolean isFree(Operation operation, int segment) {
    AccountRule rule = operation.accountRule();
    return !isLiteral(operation, segment)
        && !(rule instanceof AccountRule.InPath inPath && inPath.segment() == segment)
        && !(rule instanceof AccountRule.Owned owned && owned.segment() == segment);
  }

  private boolean hasTriples(int segment) {
    Segment written = segments.get(segment);
    return !written.isLiteral() || firstReserved(written.text()) >= 0;
  }

  private static int firstReserved(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (RESERVED.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Returns whether some path of this class has one text in all of these segments. */
  public boolean mayBeEqual(Collection<Integer> places) {
    Set<String> texts = literals(places);
    return texts.size() < 2
        && places.stream()
            .map(segments::get)
            .allMatch(
                segment ->
                    segment.isLiteral()
                        || !segment.literals().containsAll(texts)
                        || texts.isEmpty());
  }

  /**
   * Returns whether each path of this class that has one text in all of these segments has it in
   * another, too.
   */
  public boolean isEqualIn(Collection<Integer> places, int another) {
    return segments.get(another).isLiteral()
        && literals(places).contains(segments.get(another).text());
  }

  private Set<String> literals(Collection<Integer> places) {
    Set<String> texts = new LinkedHashSet<>();
    for (int place : places) {
      if (segments.get(place).isLiteral()) {
        texts.add(segments.get(place).text());
      }
    }
    return texts;
  }

  /** Returns a path of this class, without triples, with one text in all of these segments. */
  public String path(Collection<Integer> places) {
    Set<String> taken = new LinkedHashSet<>();
    places.forEach(place -> taken.addAll(segments.get(place).literals()));
    String same = literals(places).stream().findFirst().orElse(PathClasses.other("A", taken));
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      path.append('/').append(places.contains(i) ? same : segments.get(i).text());
    }
    return path.toString();
  }

  /** Returns a path of this class, without triples. */
  public String path() {
    return path(Set.of());
  }

  /**
   * Returns a path of this class with one text in all of these segments, and a triple in one of its
   * {@link #freeSegments}.
   */
  public String path(Collection<Integer> places, int segmentWithTriple) {
    String plain = path(places);
    int start = 1;
    for (int i = 0; i < segmentWithTriple; i++) {
      start = plain.indexOf('/', start) + 1;
    }
    int end = start + segments.get(segmentWithTriple).text().length();
    return plain.substring(0, start) + triple(segmentWithTriple) + plain.substring(end);
  }

  private String triple(int segment) {
    String text = segments.get(segment).text();
    int reserved = firstReserved(text);
    return reserved < 0
        ? text + "%20" + text
        : text.substring(0, reserved)
            + "%"
            + Integer.toHexString(text.charAt(reserved)).toUpperCase(Locale.ROOT)
            + text.substring(reserved + 1);
  }
}
