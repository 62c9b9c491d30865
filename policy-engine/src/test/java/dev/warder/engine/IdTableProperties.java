package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IdTableProperties {
  @Provide
  Arbitrary<Map<String, String>> texts() {
    return Arbitraries.maps(id(), Arbitraries.of("A", "B")).ofMaxSize(80);
  }

  /** Few letters, two of which make pairs of one hash, AaAa and BBBB. */
  @Provide
  Arbitrary<String> id() {
    return Arbitraries.strings().withChars("AaB").ofMaxLength(8);
  }

  private static String get(IdTable table, String id) {
    return table.get("/x/" + id + "/y", 3, 3 + id.length());
  }

  @Property(tries = 500)
  void get_anyId_asTheMap(
      @ForAll("texts") Map<String, String> texts, @ForAll("texts") Map<String, String> others) {
    IdTable table = new IdTable(texts);
    texts.forEach((id, text) -> assertThat(get(table, id)).isEqualTo(text));
    others.keySet().forEach(id -> assertThat(get(table, id)).isEqualTo(texts.get(id)));
  }

  /** Returns the n-th of 4,096 ids that all have one hash. */
  private static String colliding(int n) {
    StringBuilder id = new StringBuilder();
    for (int bit = 0; bit < 12; bit++) {
      id.append((n & (1 << bit)) == 0 ? "Aa" : "BB");
    }
    return id.toString();
  }

  @Example
  void get_idsOfOneHash_eachItsOwn() {
    assertThat(colliding(0).hashCode()).isEqualTo(colliding(4_095).hashCode());
    Map<String, String> texts = new HashMap<>();
    IntStream.range(0, 4_000).forEach(n -> texts.put(colliding(n), "of " + n));
    IdTable table = new IdTable(texts);
    for (int n = 0; n < 4_096; n++) {
      assertThat(get(table, colliding(n))).isEqualTo(n < 4_000 ? "of " + n : null);
    }
  }

  @Example
  void get_partOfAnId_none() {
    IdTable table = new IdTable(Map.of("abc", "A"));
    assertThat(table.get("/abc", 1, 4)).isEqualTo("A");
    assertThat(table.get("/abc", 1, 3)).isNull();
    assertThat(table.get("/abcd", 1, 5)).isNull();
    assertThat(table.get("/abc", 1, 1)).isNull();
  }

  @Example
  void get_emptyTable_none() {
    assertThat(get(new IdTable(Map.of()), "a")).isNull();
  }
}
