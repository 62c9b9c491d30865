package dev.warder.analysis.paths;

import dev.warder.analysis.TooMuchWork;
import dev.warder.engine.paths.Beginning;
import dev.warder.model.AccountCheck;
import dev.warder.model.Operation;
import dev.warder.model.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Paths of one number of segments that the same templates match, shown by some of them. Immutable.
 *
 * <p>What a path is like beside its templates' texts makes no difference. So a question about all
 * paths of a class is answered by those that {@link SegmentTexts} lists, as far as they match the
 * templates of the class and no other.
 */
public final class PathClass {
  /**
   * What a path must be like for account rules to pass.
   *
   * @param accounts parts that are the account, and so one text
   * @param compared parts that are compared at all: beside text, they are unreserved
   */
  public record Wanted(Set<Part> accounts, Set<Part> compared) {
    /** Any path. */
    public static final Wanted NOTHING = new Wanted(Set.of(), Set.of());
  }

  private final int segments;
  private final List<Beginning> reached;
  private final List<List<Operation>> met;
  private final List<List<Operation>> matched;
  private final PathSearch.Walk walk;
  private final List<SegmentTexts> texts;
  private final PathSearch search;
  private final String path;

  private PathClass(
      int segments,
      List<Beginning> reached,
      List<List<Operation>> met,
      List<List<Operation>> matched,
      PathSearch.Walk walk,
      List<SegmentTexts> texts,
      String path) {
    this.segments = segments;
    this.reached = reached;
    this.met = met;
    this.matched = matched;
    this.walk = walk;
    this.texts = texts;
    this.search = new PathSearch(texts, walk);
    this.path = path;
  }

  /**
   * Returns the classes of the paths that meet these operations of each list: the paths that match
   * all of these, or if there is none, those that match the operations of one list alone, as a
   * parameter of another list stands for dots only.
   *
   * @param reached the beginnings that the paths match, with those that are no template's end
   */
  static List<PathClass> of(
      int segments, List<Beginning> reached, List<List<Operation>> met, PathSearch.Walk walk)
      throws TooMuchWork {
    Optional<PathClass> all = of(segments, reached, met, met, walk);
    if (all.isPresent()) {
      return List.of(all.get());
    }
    List<PathClass> classes = new ArrayList<>();
    for (int list = 0; list < met.size() && met.size() > 1; list++) {
      List<List<Operation>> matched = new ArrayList<>(met);
      matched.set(list, List.of());
      if (!matched.stream().allMatch(List::isEmpty)) {
        of(segments, reached, met, matched, walk).ifPresent(classes::add);
      }
    }
    return classes;
  }

  /** Returns the class of the paths that match these of the operations met, if there is a path. */
  private static Optional<PathClass> of(
      int segments,
      List<Beginning> reached,
      List<List<Operation>> met,
      List<List<Operation>> matched,
      PathSearch.Walk walk)
      throws TooMuchWork {
    List<SegmentTexts> texts = SegmentTexts.of(met, segments);
    return new PathClass(segments, reached, met, matched, walk, texts, "")
        .path(Wanted.NOTHING)
        .map(path -> new PathClass(segments, reached, met, matched, walk, texts, path));
  }

  /** Returns the operations of one of the lists whose templates match, in catalogue order. */
  public List<Operation> matched(int list) {
    return matched.get(list);
  }

  /**
   * Returns the operations of one of the lists that would match, but for a parameter of one of them
   * that stands for dots only: all that match where there is none.
   */
  public List<Operation> met(int list) {
    return met.get(list);
  }

  /** Returns those of the operations matched that have this method and that no other beats. */
  public List<Operation> asked(int list, String method) {
    return Overlap.asked(matched(list), method);
  }

  /** Returns the operations of one of the lists that match these paths with a slash behind. */
  public List<Operation> matchedWithSlash(int list) {
    List<Beginning> slashed = new ArrayList<>();
    for (Beginning beginning : reached) {
      Beginning next = beginning.literals().get("");
      if (next != null) {
        slashed.add(next);
      }
    }
    return slashed.isEmpty() ? List.of() : walk.matching().operations(slashed).get(list);
  }

  /**
   * Returns whether an operation checks of the path what another checks of the path with a slash
   * behind, in the same order.
   */
  public boolean checksAlike(Operation operation, Operation withSlash) {
    return checks(operation, segments).equals(checks(withSlash, segments + 1));
  }

  private static List<List<?>> checks(Operation operation, int segments) {
    List<List<?>> checks = new ArrayList<>();
    for (AccountCheck check : operation.accountRule().checks()) {
      String kind = check instanceof AccountCheck.Owned owned ? owned.kind() : "";
      checks.add(
          check.segment() < 0 ? List.of() : List.of(kind, Part.of(operation, check, segments)));
    }
    return checks;
  }

  /** Returns what a check of an operation compares, which stands in the path. */
  public Part part(Operation operation, AccountCheck check) {
    return Part.of(operation, check, segments);
  }

  /** Returns a path of this class, without triples. */
  public String path() {
    return path;
  }

  /** Returns a path of this class as wanted, without triples, if there is one. */
  public Optional<String> path(Wanted wanted) throws TooMuchWork {
    return find(wanted, isDotted(), path -> true).map(PathClass::written);
  }

  private static String written(List<String> path) {
    return "/" + String.join("/", path);
  }

  /** Returns whether a list has operations that match but for dots. */
  private boolean isDotted() {
    return !met.equals(matched);
  }

  /**
   * Returns whether in each path of this class as wanted two parts are one text, which may be
   * compared in the second if it may in the first.
   */
  public boolean isSame(Wanted wanted, Part one, Part other) throws TooMuchWork {
    return one.equals(other)
        || find(
                wanted,
                isDotted(),
                path -> !one.in(path).equals(other.in(path)) || !other.isComparable(path))
            .isEmpty();
  }

  /**
   * Returns a path as wanted that matches of the one list what this class does, and nothing of the
   * other: there a parameter stands for dots only, or a triple stands where none may.
   */
  public Optional<Unmatched> unmatched(int matching, int other, Wanted wanted) throws TooMuchWork {
    if (matched(other).isEmpty() || (!walk.triples().makeTexts() && asksNoMore(other, matching))) {
      return Optional.empty();
    }
    Optional<Unmatched> dots =
        search
            .search(
                wanted.accounts,
                wanted.compared,
                true,
                path -> matchesOne(walk.matching().of(path), matching, other) ? path : null)
            .map(path -> unmatched(path, other));
    return dots.isPresent()
        ? dots
        : search
            .search(
                wanted.accounts,
                wanted.compared,
                false,
                path -> isOfThis(path) ? withTriple(path, matching, other) : null)
            .map(path -> unmatched(path, other));
  }

  /** Returns whether templates of one list have those of another, with the same accounts. */
  private boolean asksNoMore(int list, int other) {
    return matched(list).stream()
        .allMatch(one -> matched(other).stream().anyMatch(same -> isAlike(one, same)));
  }

  private boolean isAlike(Operation one, Operation other) {
    return one.template().shape().equals(other.template().shape())
        && Part.ofAll(other, segments).containsAll(Part.ofAll(one, segments));
  }

  /**
   * A path that matches nothing of a list.
   *
   * @param path the path
   * @param met operations of this list that it meets as it stands
   */
  public record Unmatched(String path, List<Operation> met) {}

  private Unmatched unmatched(List<String> path, int list) {
    return new Unmatched(written(path), walk.matching().met(path).get(list));
  }

  private boolean matchesOne(List<List<Operation>> found, int matching, int other) {
    return found.get(other).isEmpty() && found.get(matching).equals(matched.get(matching));
  }

  private @Nullable List<String> withTriple(List<String> path, int matching, int other)
      throws TooMuchWork {
    for (int i = 0; i < segments; i++) {
      String free = texts.get(i).isFree() ? free(path.get(i)) : "";
      Set<String> afters = walk.matching().textsBehind(path, i);
      for (Triples.Spelling spelling : walk.triples().of(path.get(i), free, afters)) {
        search.admitTry();
        List<String> written = new ArrayList<>(path);
        written.set(i, spelling.written());
        List<String> decoded = new ArrayList<>(path);
        decoded.set(i, spelling.decoded());
        if (matchesOne(walk.matching().of(written, decoded, i), matching, other)) {
          return written;
        }
      }
    }
    return null;
  }

  /** Returns the free text in a segment, or the empty text. */
  private String free(String text) {
    String longest = "";
    for (String free : walk.free().parameters()) {
      longest = text.contains(free) && free.length() > longest.length() ? free : longest;
    }
    return longest;
  }

  private boolean isOfThis(List<String> path) {
    return walk.matching().of(path).equals(matched);
  }

  /** Returns the first path of this class as wanted of which something holds. */
  private Optional<List<String>> find(Wanted wanted, boolean withDots, Predicate<List<String>> test)
      throws TooMuchWork {
    return search.search(
        wanted.accounts,
        wanted.compared,
        withDots,
        path -> isOfThis(path) && test.test(path) ? path : null);
  }
}
