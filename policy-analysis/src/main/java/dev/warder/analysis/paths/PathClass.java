package dev.warder.analysis.paths;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Operation;
import dev.warder.model.Overlap;
import dev.warder.model.PathSegment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Paths that the same templates match, shown by one of them. Immutable.
 *
 * <p>In a segment where none of these templates has a literal, any text does that is no literal of
 * another template; a literal of another does too, where that template does not match as a whole.
 *
 * <p>A path with triples is of the class of its decoded path, and {@link #freeSegments} says where
 * the triples may stand.
 */
public final class PathClass {
  /** What a literal may have that a triple may stand for, but for letters, digits and the like. */
  private static final String RESERVED = "!$&'()*+,=:@";

  /**
   * A segment of these paths.
   *
   * @param literal the literal that one of the templates has there, or null where none has
   */
  record Segment(@Nullable String literal) {}

  /** Returns the operations of each list whose templates match a path. */
  @FunctionalInterface
  interface Matching {
    List<List<Operation>> of(List<String> path);
  }

  private final ImmutableList<Segment> segments;
  private final ImmutableList<List<Operation>> matched;
  private final Matching matching;
  private final FreeTexts free;

  PathClass(
      List<Segment> segments, List<List<Operation>> matched, Matching matching, FreeTexts free) {
    this.free = free;
    this.segments = ImmutableList.copyOf(segments);
    this.matched = ImmutableList.copyOf(matched);
    this.matching = matching;
  }

  /** Returns the operations of one of the lists whose templates match, in catalogue order. */
  public List<Operation> matched(int list) {
    return matched.get(list);
  }

  /** Returns those of the operations matched that have this method and that no other beats. */
  public List<Operation> asked(int list, String method) {
    return Overlap.asked(matched(list), method);
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
    return operation.template().segments().get(segment) instanceof PathSegment.Parameter
        && !operation.accountRule().names(segment);
  }

  private boolean hasTriples(int segment) {
    String literal = segments.get(segment).literal();
    return literal == null || firstReserved(literal) >= 0;
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
    return texts.isEmpty() || (texts.size() == 1 && matching.of(texts(places)).equals(matched));
  }

  /**
   * Returns whether each path of this class that has one text in all of these segments has one text
   * in two others.
   */
  public boolean isSame(Collection<Integer> places, int one, int other) {
    String text = text(places, one);
    return one == other || (text != null && text.equals(text(places, other)));
  }

  /** Returns what must stand in a segment, if it is determined: nothing else is equal to it. */
  private @Nullable String text(Collection<Integer> places, int segment) {
    return places.contains(segment) ? same(places) : segments.get(segment).literal();
  }

  /** Returns the text of all of these segments. */
  private String same(Collection<Integer> places) {
    return literals(places).stream().findFirst().orElse(free.account());
  }

  private Set<String> literals(Collection<Integer> places) {
    Set<String> texts = new LinkedHashSet<>();
    for (int place : places) {
      String literal = segments.get(place).literal();
      if (literal != null) {
        texts.add(literal);
      }
    }
    return texts;
  }

  /** Returns the segments of a path with one text in all of these, and texts of their own else. */
  private List<String> texts(Collection<Integer> places) {
    free.countWritten(segments.size());
    String same = same(places);
    List<String> texts = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < segments.size(); i++) {
      String text = places.contains(i) ? same : segments.get(i).literal();
      texts.add(text == null ? free.parameters().get(next++) : text);
    }
    return texts;
  }

  /** Returns a path of this class, without triples, with one text in all of these segments. */
  public String path(Collection<Integer> places) {
    return "/" + String.join("/", texts(places));
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
    List<String> texts = texts(places);
    texts.set(segmentWithTriple, withTriple(texts.get(segmentWithTriple)));
    return "/" + String.join("/", texts);
  }

  private static String withTriple(String text) {
    int reserved = firstReserved(text);
    return reserved < 0
        ? text + "%20" + text
        : text.substring(0, reserved)
            + "%"
            + Integer.toHexString(text.charAt(reserved)).toUpperCase(Locale.ROOT)
            + text.substring(reserved + 1);
  }
}
