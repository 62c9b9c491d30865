package dev.warder.analysis.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MinimalSetsProperties {
  private static final int ELEMENTS = 6;
  private static final long ENOUGH = 1_000_000;

  @Provide
  Arbitrary<List<List<BitSet>>> requirements() {
    Arbitrary<BitSet> set =
        Arbitraries.integers().between(0, (1 << ELEMENTS) - 1).map(n -> bits(n));
    return set.list().ofMaxSize(4).list().ofMaxSize(4);
  }

  private static BitSet bits(long number) {
    return BitSet.valueOf(new long[] {number});
  }

  private static BitSet set(int... elements) {
    BitSet set = new BitSet();
    IntStream.of(elements).forEach(set::set);
    return set;
  }

  private static boolean satisfies(long number, List<List<BitSet>> requirements) {
    return requirements.stream()
        .allMatch(
            alternatives ->
                alternatives.stream()
                    .mapToLong(set -> set.isEmpty() ? 0 : set.toLongArray()[0])
                    .anyMatch(alternative -> (alternative & ~number) == 0));
  }

  @Property(tries = 1000)
  void of_anyRequirements_asTryingEverySetAnswers(
      @ForAll("requirements") List<List<BitSet>> requirements) throws TooMuchWork {
    Set<BitSet> expected = new HashSet<>();
    for (long number = 0; number < 1 << ELEMENTS; number++) {
      boolean isMinimal = satisfies(number, requirements);
      for (long part = (number - 1) & number; isMinimal && part != number; ) {
        isMinimal = !satisfies(part, requirements);
        part = part == 0 ? number : (part - 1) & number;
      }
      if (isMinimal) {
        expected.add(bits(number));
      }
    }
    assertThat(MinimalSets.of(requirements, new Steps(ENOUGH)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Example
  void of_noRequirements_isTheEmptySet() throws TooMuchWork {
    assertThat(MinimalSets.of(List.of(), new Steps(0))).containsExactly(new BitSet());
  }

  @Example
  void of_requirementWithoutAlternatives_isNothing() throws TooMuchWork {
    assertThat(MinimalSets.of(List.of(List.of(set(1)), List.of()), new Steps(ENOUGH))).isEmpty();
  }

  @Example
  void of_moreWorkThanAllowed_isRefused() throws TooMuchWork {
    List<List<BitSet>> pairs = new ArrayList<>();
    for (int i = 0; i < 40; i += 2) {
      pairs.add(List.of(set(i), set(i + 1)));
    }
    assertThat(MinimalSets.of(pairs.subList(0, 5), new Steps(ENOUGH))).hasSize(32);
    assertThatThrownBy(() -> MinimalSets.of(pairs, new Steps(ENOUGH)))
        .isInstanceOf(TooMuchWork.class)
        .hasMessage(
            "the choices combine in too many ways: more than 1000000 comparisons; ask for fewer at"
                + " once");
  }

  @Example
  void of_manyChoicesOfFewNumbers_isAnsweredWithoutComparingAll() throws TooMuchWork {
    List<List<BitSet>> two = new ArrayList<>();
    for (int start = 0; start < 400; start += 200) {
      two.add(IntStream.range(start, start + 200).mapToObj(i -> set(i)).toList());
    }
    assertThat(MinimalSets.of(two, new Steps(3_000_000))).hasSize(40_000).doesNotHaveDuplicates();
  }

  @Example
  void of_boundReachedExactly_isAnswered() throws TooMuchWork {
    List<List<BitSet>> one = List.of(List.of(set(1), set(2)));
    long least = 0;
    while (true) {
      try {
        assertThat(MinimalSets.of(one, new Steps(least))).containsExactly(set(1), set(2));
        break;
      } catch (TooMuchWork e) {
        least++;
      }
    }
    // Each alternative is added to the empty set, after being looked for in it.
    assertThat(least).isEqualTo(2 + 2 * 50);
  }
}
