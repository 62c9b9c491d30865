package dev.warder.analysis.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Steps;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimalSetsTest {
  private static List<List<BitSet>> twoAlternatives(int number) {
    BitSet one = new BitSet();
    one.set(number);
    BitSet other = new BitSet();
    other.set(number + 1);
    return List.of(List.of(one, other));
  }

  /**
   * The empty set is compared with both alternatives, and each makes a set. A comparison is one
   * step, or two from the 64th word on; a set is 50, or as many as it has words.
   */
  @ParameterizedTest
  @CsvSource({"0, 102", "3200, 104", "4096, 134"})
  void of_twoAlternatives_takesTheseComparisons(int number, long comparisons) throws Exception {
    assertThat(MinimalSets.of(twoAlternatives(number), new Steps(comparisons))).hasSize(2);
    assertThatThrownBy(() -> MinimalSets.of(twoAlternatives(number), new Steps(comparisons - 1)))
        .isInstanceOf(TooMuchWork.class)
        .hasMessageContaining("more than " + (comparisons - 1) + " comparisons");
  }
}
