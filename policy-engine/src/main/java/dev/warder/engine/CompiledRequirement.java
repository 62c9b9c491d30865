package dev.warder.engine;

import com.google.common.collect.Iterables;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A requirement as masks over a grant's bits. Alternatives of one capability are one mask for each
 * word of bits, so the usual requirement is one test; each alternative of several has masks of its
 * own.
 */
final class CompiledRequirement {
  /** So many alternatives of several capabilities are compared with each other. */
  private static final int MOST_COMPARED = 64;

  /** Some bits of one word. */
  private record Mask(int word, long bits) {}

  private final int firstWord;
  private final long firstBits;
  private final Mask[] furtherSingles;
  private final Mask[][] conjunctions;

  private CompiledRequirement(List<Mask> singles, List<List<Mask>> conjunctions) {
    this.firstWord = singles.isEmpty() ? 0 : singles.get(0).word();
    this.firstBits = singles.isEmpty() ? 0 : singles.get(0).bits();
    this.furtherSingles = singles.stream().skip(1).toArray(Mask[]::new);
    this.conjunctions =
        conjunctions.stream().map(all -> all.toArray(Mask[]::new)).toArray(Mask[][]::new);
  }

  static CompiledRequirement of(Requirement requirement) {
    List<Integer> singles = new ArrayList<>();
    List<List<Mask>> conjunctions = new ArrayList<>();
    if (requirement instanceof Alternatives alternatives) {
      for (Set<Capability> all : withoutAbsorbed(alternatives.asList())) {
        List<Integer> bits = all.stream().map(HeldBits::of).toList();
        if (bits.size() == 1) {
          singles.add(Iterables.getOnlyElement(bits));
        } else {
          conjunctions.add(masks(bits));
        }
      }
    } else if (requirement == Requirement.Fixed.PUBLIC) {
      singles.add(HeldBits.EVERYONE);
    } else if (requirement == Requirement.Fixed.ANY_TOKEN) {
      singles.add(HeldBits.TOKEN);
    }
    return new CompiledRequirement(masks(singles), conjunctions);
  }

  /**
   * Leaves out alternatives that hold a shorter one: who has it, has the shorter as well. Which are
   * left out changes no answer, so each is compared only with the shortest few of several, and with
   * all of one.
   */
  static List<Set<Capability>> withoutAbsorbed(List<Set<Capability>> alternatives) {
    Set<Capability> alone = new HashSet<>();
    alternatives.stream().filter(all -> all.size() == 1).forEach(alone::addAll);
    List<Set<Capability>> shortest =
        alternatives.stream()
            .filter(all -> all.size() > 1)
            .sorted(Comparator.comparingInt(Set::size))
            .limit(MOST_COMPARED)
            .toList();
    return alternatives.stream()
        .filter(all -> all.size() == 1 || Collections.disjoint(all, alone))
        .filter(
            all ->
                shortest.stream()
                    .noneMatch(other -> other.size() < all.size() && all.containsAll(other)))
        .toList();
  }

  private static List<Mask> masks(List<Integer> bits) {
    TreeMap<Integer, Long> byWord = new TreeMap<>();
    bits.forEach(bit -> byWord.merge(bit >>> 6, 1L << bit, (a, b) -> a | b));
    return byWord.entrySet().stream().map(e -> new Mask(e.getKey(), e.getValue())).toList();
  }

  /** Returns the word of which any of {@link #firstBits} is enough. */
  int firstWord() {
    return firstWord;
  }

  /** Returns bits of which any is enough. */
  long firstBits() {
    return firstBits;
  }

  /** Returns whether something else may be enough as well. */
  boolean hasFurther() {
    return furtherSingles.length + conjunctions.length > 0;
  }

  /** Returns whether something but the first bits is enough, and held. */
  boolean isMetFurther(long[] held) {
    for (Mask single : furtherSingles) {
      if ((held[single.word] & single.bits) != 0) {
        return true;
      }
    }
    for (Mask[] all : conjunctions) {
      if (isHeld(all, held)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeld(Mask[] all, long[] held) {
    for (Mask mask : all) {
      if ((held[mask.word] & mask.bits) != mask.bits) {
        return false;
      }
    }
    return true;
  }
}
