package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import dev.warder.model.ImplicationCycles.Cycle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImplicationCyclesTest {

  @Test
  void find_nothing_isNothing() {
    assertThat(ImplicationCycles.find(Map.of())).isEmpty();
  }

  @Test
  void find_diamond_isNothing() {
    assertThat(find("a", "b", "a", "c", "b", "d", "c", "d")).isEmpty();
  }

  @Test
  void find_unknownImplied_isNothing() {
    assertThat(find("a", "x", "x2", "a")).isEmpty();
  }

  @Test
  void find_itself_isACycleOfOne() {
    assertThat(find("a", "a")).containsExactly(new Cycle("a", "a", "`a` → `a`"));
  }

  @Test
  void find_two_isOneCycle() {
    assertThat(find("a", "b", "b", "a")).containsExactly(new Cycle("b", "a", "`a` → `b` → `a`"));
  }

  @Test
  void find_three_isOneCycle() {
    assertThat(find("a", "b", "b", "c", "c", "a"))
        .containsExactly(new Cycle("c", "a", "`a` → `b` → `c` → `a`"));
  }

  @Test
  void find_twoSeparate_areBothInOrder() {
    assertThat(find("a", "b", "b", "a", "c", "d", "d", "c"))
        .containsExactly(
            new Cycle("b", "a", "`a` → `b` → `a`"), new Cycle("d", "c", "`c` → `d` → `c`"));
  }

  @Test
  void find_chainIntoCycle_leavesTheChainOut() {
    assertThat(find("a", "b", "b", "c", "c", "b"))
        .containsExactly(new Cycle("c", "b", "`b` → `c` → `b`"));
  }

  @Test
  void find_twoThroughOne_areBoth() {
    assertThat(find("a", "b", "a", "c", "b", "a", "c", "a"))
        .containsExactly(
            new Cycle("b", "a", "`a` → `b` → `a`"), new Cycle("c", "a", "`a` → `c` → `a`"));
  }

  @Test
  void find_cycleOfTen_namesEach() {
    assertThat(ImplicationCycles.find(ring(10)))
        .containsExactly(
            new Cycle(
                "c9",
                "c0",
                "`c0` → `c1` → `c2` → `c3` → `c4` → `c5` → `c6` → `c7` → `c8` → `c9` → `c0`"));
  }

  @Test
  void find_cycleOfEleven_namesTen() {
    assertThat(ImplicationCycles.find(ring(11)))
        .containsExactly(
            new Cycle(
                "c10",
                "c0",
                "`c0` → `c1` → `c2` → `c3` → `c4` → `c5` → `c6` → `c7` → `c8` → `c9` → (1 more) →"
                    + " `c0`"));
  }

  @Test
  void find_chainOf50000_isNothing() {
    Map<String, List<String>> chain = ring(50_000);
    chain.put("c49999", List.of());
    assertThat(ImplicationCycles.find(chain)).isEmpty();
  }

  @Test
  void find_50000ThatAllLeadBack_areFoundUpToOneMoreThanIsTold() {
    Map<String, List<String>> implied = ring(50_000);
    for (int i = 0; i < 49_999; i++) {
      implied.put("c" + i, List.of("c0", "c" + (i + 1)));
    }
    assertThat(ImplicationCycles.find(implied)).hasSize(10_001);
  }

  @Test
  void find_harmfulName_isEscaped() {
    assertThat(find("\u001b", "\u001b"))
        .extracting(Cycle::words)
        .containsExactly("`\\u{1b}` → `\\u{1b}`");
  }

  private static Map<String, List<String>> ring(int size) {
    Map<String, List<String>> ring = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      ring.put("c" + i, List.of("c" + (i + 1) % size));
    }
    return ring;
  }

  /** Finds the cycles of capabilities given as pairs of one and another that it implies. */
  private static List<Cycle> find(String... pairs) {
    ImmutableListMultimap.Builder<String, String> implied = ImmutableListMultimap.builder();
    for (int i = 0; i < pairs.length; i += 2) {
      implied.put(pairs[i], pairs[i + 1]);
    }
    return ImplicationCycles.find(implied.build().asMap());
  }
}
