package dev.warder.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import dev.warder.model.Operation;
import dev.warder.model.OverlapLimit;
import dev.warder.model.PathTemplate;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How large tables of many templates are. */
class LargePathTablesTest {
  /** Literals beside a parameter, for each of which they may follow, take a slot each. */
  @Test
  void compile_moreThanAMillionSlots_refused() throws Exception {
    String long31 = "/s".repeat(31);
    List<String> templates =
        new ArrayList<>(AutomatonCompilerTest.templates(2_400, "/a%d" + long31));
    templates.addAll(AutomatonCompilerTest.templates(450, "/{p}/l%d"));
    assertThat(AutomatonCompilerTest.refusal(templates))
        .startsWith(
            "the templates overlap in too many ways: the tables of their paths have more than"
                + " 1077700 slots. Paths may match several of `o");
  }

  /** In the shape of a large published API: 10,000 operations, spans, and texts in one place. */
  @Test
  void compile_largeApi_within150000StepsAnd1100000Bytes() throws Exception {
    List<Operation> operations = AutomatonCompilerTest.operations(largeApi());
    assertThat(operations).hasSize(10_000);
    OverlapLimit limit = OverlapLimit.of(operations);
    PathAutomaton automaton =
        new AutomatonCompiler(operations, limit)
            .automaton(PathTemplate.MAX_CHARACTERS, PathTemplate.MAX_SEGMENTS);
    assertThat(automaton.match("/reports/getReport7(period='D7')")).isNotNegative();
    assertThat(automaton.match("/drive3/{d}/root:/a/b/c:/part9".replace("{d}", "x")))
        .isNotNegative();
    assertThat(limit.steps()).isBetween(30_000L, 150_000L);
    assertThat(bytes(automaton)).isBetween(300_000L, 1_100_000L);
  }

  private static List<String> largeApi() {
    List<String> templates = new ArrayList<>();
    for (int i = 0; i < 110; i++) {
      templates.add("/reports/getReport" + i + "(period='{p}')");
    }
    templates.add("/reports/getReport7(period='D{p}')");
    for (int drive = 0; drive < 60; drive++) {
      String root = "/drive" + drive + "/{d}/root:/{path...}";
      templates.addAll(AutomatonCompilerTest.templates(9, root + ":/part%d"));
      templates.add(root);
    }
    for (int kind = 0; templates.size() < 10_000; kind++) {
      String root = (kind % 2 == 0 ? "/kind" : "/users/{user}/kind") + kind;
      for (int part = 0; part < 12 && templates.size() < 9_990; part++) {
        String parts = root + "/{item}/microsoft.part" + part;
        templates.add(parts);
        templates.add(parts + "/{id}");
        templates.addAll(AutomatonCompilerTest.templates(4, parts + "/{id}/property%d"));
        templates.addAll(AutomatonCompilerTest.templates(2, parts + "/{id}/reference%d/{other}"));
      }
      templates.add(root);
    }
    return templates;
  }

  private static long bytes(Object tables) throws IllegalAccessException {
    return bytes(tables, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /**
   * Returns how many bytes the tables take that were not seen yet, without the texts, which the
   * templates have too.
   */
  private static long bytes(Object tables, Set<Object> seen) throws IllegalAccessException {
    if (!seen.add(tables)) {
      return 0;
    }
    if (tables instanceof ImmutableIntArray numbers) {
      return numbers.isEmpty() ? 0 : 40 + Integer.BYTES * (long) numbers.length();
    }
    if (tables.getClass().isArray()) {
      Class<?> of = tables.getClass().getComponentType();
      int length = Array.getLength(tables);
      long bytes = 16 + (long) length * (of == long.class ? Long.BYTES : Integer.BYTES);
      for (int i = 0; i < length && !of.isPrimitive(); i++) {
        Object element = Array.get(tables, i);
        bytes += element == null ? 0 : bytes(element, seen);
      }
      return bytes;
    }
    if (!tables.getClass().getPackage().equals(PathAutomaton.class.getPackage())) {
      return 0;
    }
    long bytes = 16;
    for (Field field : tables.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        bytes +=
            field.getType().isPrimitive()
                ? Long.BYTES
                : Integer.BYTES + bytes(field.get(tables), seen);
      }
    }
    return bytes;
  }
}
