package dev.warder.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LiteralTableProperties {
  /** Few letters and lengths about nine, so that keys and their ends often agree. */
  @Provide
  Arbitrary<String> segment() {
    return Arbitraries.strings().withChars("ab@").ofMinLength(1).ofMaxLength(13);
  }

  @Provide
  Arbitrary<Set<String>> segments() {
    return segment().set().ofMaxSize(60);
  }

  private static LiteralTable table(Map<String, Integer> targets, int states) {
    List<LiteralTable.Entry> entries = new ArrayList<>();
    for (int state = 1; state <= states; state++) {
      for (Map.Entry<String, Integer> entry : targets.entrySet()) {
        entries.add(new LiteralTable.Entry(state, entry.getKey(), entry.getValue() * state));
      }
    }
    return new LiteralTable(states + 2, entries);
  }

  private static int next(LiteralTable table, int state, String segment) {
    long key = 0;
    for (int i = 0; i < segment.length(); i++) {
      key = LiteralTable.key(key, segment.charAt(i));
    }
    String path = "/x/" + segment + "/y";
    return table.next(state, key, path, 3, 3 + segment.length());
  }

  private static int nextEncoded(LiteralTable table, int state, String segment) {
    String encoded = segment.replace("@", "%40");
    return table.nextEncoded(state, "/x/" + encoded + "/y", 3, 3 + encoded.length());
  }

  @Property(tries = 500)
  void next_anySegment_asAMapAnswers(
      @ForAll("segments") Set<String> literals, @ForAll("segments") Set<String> others) {
    Map<String, Integer> targets = new HashMap<>();
    literals.forEach(literal -> targets.put(literal, targets.size() + 1));
    LiteralTable table = table(targets, 3);
    for (Set<String> segments : List.of(literals, others)) {
      for (String segment : segments) {
        for (int state = 1; state <= 4; state++) {
          int expected =
              state <= 3 && targets.containsKey(segment)
                  ? targets.get(segment) * state
                  : LiteralTable.NONE;
          assertThat(next(table, state, segment)).isEqualTo(expected);
          assertThat(nextEncoded(table, state, segment)).isEqualTo(expected);
        }
      }
    }
  }

  @Example
  void next_oneEndForSeveral_toldApart() {
    LiteralTable table =
        table(Map.of("123456789", 1, "0123456789", 2, "p0123456789", 3, "q0123456789", 4), 1);
    assertThat(next(table, 1, "123456789")).isEqualTo(1);
    assertThat(next(table, 1, "0123456789")).isEqualTo(2);
    assertThat(next(table, 1, "p0123456789")).isEqualTo(3);
    assertThat(next(table, 1, "q0123456789")).isEqualTo(4);
    assertThat(next(table, 1, "r0123456789")).isEqualTo(LiteralTable.NONE);
    assertThat(next(table, 1, "pp0123456789")).isEqualTo(LiteralTable.NONE);
    assertThat(next(table, 1, "23456789")).isEqualTo(LiteralTable.NONE);
    assertThat(next(table, 0, "123456789")).isEqualTo(LiteralTable.NONE);
  }

  @Example
  void next_oneCharacterChanged_none() {
    String literal = "abc123456789";
    LiteralTable table = table(Map.of(literal, 1), 1);
    for (int i = 0; i < literal.length(); i++) {
      for (char c = '!'; c <= '~'; c++) {
        String changed = literal.substring(0, i) + c + literal.substring(i + 1);
        int expected = changed.equals(literal) ? 1 : LiteralTable.NONE;
        assertThat(next(table, 1, changed)).as(changed).isEqualTo(expected);
      }
    }
  }

  private static long key(String segment) {
    return segment.chars().asLongStream().reduce(0, (key, c) -> LiteralTable.key(key, (int) c));
  }

  /** Beyond nine characters keys may be equal, and only the characters tell segments apart. */
  @Example
  void next_keysCollide_comparedInFull() {
    assertThat(key("a12345678b")).isEqualTo(key("c12345678c"));
    assertThat(key("b12345678Z")).isEqualTo(key("12345678k"));
    LiteralTable table = table(Map.of("a12345678b", 1, "12345678k", 2), 1);
    assertThat(next(table, 1, "a12345678b")).isEqualTo(1);
    assertThat(next(table, 1, "c12345678c")).isEqualTo(LiteralTable.NONE);
    assertThat(next(table, 1, "12345678k")).isEqualTo(2);
    assertThat(next(table, 1, "b12345678Z")).isEqualTo(LiteralTable.NONE);
    LiteralTable both = table(Map.of("a12345678b", 1, "c12345678c", 2, "b12345678Z", 3), 1);
    assertThat(next(both, 1, "a12345678b")).isEqualTo(1);
    assertThat(next(both, 1, "c12345678c")).isEqualTo(2);
    assertThat(next(both, 1, "b12345678Z")).isEqualTo(3);
    assertThat(next(both, 1, "12345678k")).isEqualTo(LiteralTable.NONE);
  }

  @Example
  void next_emptyTable_none() {
    assertThat(next(new LiteralTable(2, List.of()), 1, "a")).isEqualTo(LiteralTable.NONE);
    assertThat(nextEncoded(new LiteralTable(2, List.of()), 1, "@")).isEqualTo(LiteralTable.NONE);
  }

  @Example
  void nextEncoded_beyondAscii_none() {
    LiteralTable table = table(Map.of("caf", 1, "cafe", 2), 1);
    assertThat(table.nextEncoded(1, "/caf%C3%A9", 1, 10)).isEqualTo(LiteralTable.NONE);
  }

  /** From few to more literals than are kept apart: with and without a slot for each alone. */
  @Example
  void next_manyLiteralsAfterOneState_eachItsOwn() {
    for (int literals : new int[] {1, 2, 3, 40, 255, 256, 257, 5_000}) {
      Map<String, Integer> targets = new HashMap<>();
      IntStream.range(0, literals).forEach(i -> targets.put("literal" + i, i + 1));
      LiteralTable table = table(targets, 2);
      for (int i = 0; i < literals; i++) {
        assertThat(next(table, 1, "literal" + i)).isEqualTo(i + 1);
        assertThat(next(table, 2, "literal" + i)).isEqualTo(2 * (i + 1));
        assertThat(next(table, 1, "Literal" + i)).isEqualTo(LiteralTable.NONE);
        assertThat(next(table, 3, "literal" + i)).isEqualTo(LiteralTable.NONE);
      }
    }
  }
}
