package dev.warder.analysis.paths;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries paths that are made of the texts of their segments, one after the other, and counts each.
 */
final class PathSearch {
  /** What is the same for all classes of a walk. */
  record Walk(Matching matching, FreeTexts free, Triples triples, Steps tries) {}

  private final List<SegmentTexts> texts;
  private final Walk walk;

  PathSearch(List<SegmentTexts> texts, Walk walk) {
    this.texts = texts;
    this.walk = walk;
  }

  /** Makes something of a path, or null. */
  @FunctionalInterface
  interface Making {
    @Nullable List<String> of(List<String> path) throws TooMuchWork;
  }

  /**
   * Returns the first that is made of a path as wanted.
   *
   * @param accounts parts that are the account, and so one text
   * @param compared parts that are compared at all: beside text, they are unreserved
   * @param withDots whether parameters may stand for dots only
   */
  Optional<List<String>> search(
      Set<Part> accounts, Set<Part> compared, boolean withDots, Making making) throws TooMuchWork {
    Making ofComparable =
        path ->
            compared.stream().allMatch(part -> part.isComparable(path)) ? making.of(path) : null;
    if (accounts.isEmpty()) {
      return Optional.ofNullable(search(candidates(accounts, "", withDots), ofComparable));
    }
    for (String account : SegmentTexts.common(accounts, texts, walk.free().account())) {
      List<List<String>> candidates = candidates(accounts, account, withDots);
      List<String> found = candidates.isEmpty() ? null : search(candidates, ofComparable);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Returns the texts of each segment, or none when two parts of one segment differ. */
  private List<List<String>> candidates(
      Collection<Part> accounts, String account, boolean withDots) {
    @Nullable String[] fixed = new String[texts.size()];
    for (Part part : accounts) {
      String text = part.before() + account + part.after();
      if (fixed[part.segment()] != null && !text.equals(fixed[part.segment()])) {
        return List.of();
      }
      fixed[part.segment()] = text;
    }
    List<List<String>> candidates = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < texts.size(); i++) {
      String text = fixed[i];
      if (text != null) {
        candidates.add(List.of(text));
      } else {
        SegmentTexts segment = texts.get(i);
        String free = segment.isFree() ? walk.free().parameters().get(next++) : "";
        List<String> all = new ArrayList<>(segment.texts(free));
        all.addAll(withDots ? segment.dots() : List.of());
        candidates.add(all);
      }
    }
    return candidates;
  }

  /**
   * Counts a path that is tried.
   *
   * @throws TooMuchWork when no more are admitted
   */
  void admitTry() throws TooMuchWork {
    if (!walk.tries().admit(1)) {
      throw new TooMuchWork(
          "to tell templates apart takes more than %s paths: write fewer parameters with text"
                  .formatted(walk.tries().most())
              + " around them");
    }
  }

  private @Nullable List<String> search(List<List<String>> candidates, Making making)
      throws TooMuchWork {
    int[] choice = new int[texts.size()];
    while (true) {
      admitTry();
      walk.free().count(texts.size());
      List<String> path = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        path.add(candidates.get(i).get(choice[i]));
      }
      List<String> made = making.of(path);
      if (made != null) {
        return made;
      }
      int i = texts.size() - 1;
      while (i >= 0 && ++choice[i] == candidates.get(i).size()) {
        choice[i--] = 0;
      }
      if (i < 0) {
        return null;
      }
    }
  }
}
