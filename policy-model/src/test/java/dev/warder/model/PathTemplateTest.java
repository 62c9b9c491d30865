package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates have in common, compared with the paths that they match, one by one. */
class PathTemplateTest {
  private static final List<String> PARTS =
      List.of("a", "b", "{p}", "a{p}", "{p}a", "a{p}b", "{s...}", "{s...}a", "{s...}ab");
  private static final List<String> SEGMENTS =
      List.of("a", "b", "x", "aa", "ab", "xa", "ax", "axb", "xab", "aab");

  static PathTemplate template(String path) {
    List<PathSegment> segments = new ArrayList<>();
    for (String part : path.substring(1).split("/", -1)) {
      int open = part.indexOf('{');
      int close = part.indexOf('}');
      if (open < 0) {
        segments.add(new PathSegment.Literal(part));
      } else if (part.contains("...")) {
        segments.add(new PathSegment.Span("s", part.substring(close + 1)));
      } else {
        segments.add(
            new PathSegment.Parameter(part.substring(0, open), "p", part.substring(close + 1)));
      }
    }
    return new PathTemplate(segments);
  }

  private static List<PathTemplate> templates() {
    List<PathTemplate> templates = new ArrayList<>();
    for (int length = 1; length <= 3; length++) {
      for (List<String> parts : Lists.cartesianProduct(Collections.nCopies(length, PARTS))) {
        long spans = parts.stream().filter(part -> part.contains("...")).count();
        if (spans == 0 || (spans == 1 && length < 3)) {
          templates.add(template("/" + String.join("/", parts)));
        }
      }
    }
    templates.add(template("/"));
    templates.add(template("/a/"));
    templates.add(template("/{p}/"));
    templates.add(template("/{s...}/"));
    return templates;
  }

  private static List<List<String>> paths() {
    List<List<String>> paths = new ArrayList<>();
    for (int length = 1; length <= 4; length++) {
      paths.addAll(Lists.cartesianProduct(Collections.nCopies(length, SEGMENTS)));
    }
    List<List<String>> withSlash = new ArrayList<>();
    for (List<String> path : paths) {
      if (path.size() < 3) {
        List<String> longer = new ArrayList<>(path);
        longer.add("");
        withSlash.add(longer);
      }
    }
    paths.addAll(withSlash);
    paths.add(List.of(""));
    return paths;
  }

  /** With a span and two segments, paths of four segments tell all; so these are the longest. */
  @Test
  void includesBeatsAndShape_allPairsOfSmallTemplates_asTheirPathsSay() {
    List<PathTemplate> templates = templates();
    List<List<String>> paths = paths();
    List<BitSet> matched = new ArrayList<>();
    for (PathTemplate template : templates) {
      BitSet matches = new BitSet();
      for (int i = 0; i < paths.size(); i++) {
        matches.set(i, ReferenceTemplate.matches(template, paths.get(i)));
      }
      matched.add(matches);
    }
    int beaten = 0;
    int same = 0;
    for (int t = 0; t < templates.size(); t++) {
      for (int u = 0; u < templates.size(); u++) {
        BitSet more = (BitSet) matched.get(t).clone();
        more.andNot(matched.get(u));
        boolean isIncluded = more.isEmpty();
        boolean isSame = matched.get(t).equals(matched.get(u));
        PathTemplate one = templates.get(t);
        PathTemplate other = templates.get(u);
        if (other.includes(one) != isIncluded
            || one.beats(other) != (isIncluded && !isSame)
            || one.shape().equals(other.shape()) != isSame) {
          assertThat(one + " in " + other + ": " + other.includes(one) + one.beats(other))
              .isEqualTo("as their paths: " + isIncluded + (isIncluded && !isSame));
        }
        beaten += isIncluded && !isSame ? 1 : 0;
        same += isSame && t != u ? 1 : 0;
      }
    }
    assertThat(beaten).isGreaterThan(1_000);
    assertThat(same).isEqualTo(4);
  }

  @Property(tries = 2_000)
  void includesAndShape_randomTemplates_asTheReference(@ForAll long seed) {
    RandomTemplates random = new RandomTemplates(new Random(seed));
    PathTemplate one = template(random.template());
    PathTemplate other = template(random.template());
    assertThat(one.includes(other)).isEqualTo(ReferenceTemplate.includes(one, other));
    assertThat(one.shape().equals(other.shape()))
        .isEqualTo(
            ReferenceTemplate.includes(one, other) && ReferenceTemplate.includes(other, one));
  }

  @ParameterizedTest
  @CsvSource({
    "/{a}/{p...}, /{...}/{}",
    "/{p...}/{b}, /{...}/{}",
    "/{a}/{p...}x, /{...}/{}x",
    "/x/{a}/{b}/{p...}x/y, /x/{...}/{}/{}x/y",
    "/{a}b/{p...}, /{}b/{...}",
    "/{a}/b/{p...}, /{}/b/{...}",
    "/, /",
    "/a/, /a/"
  })
  void shape_wholeParametersBeforeASpan_standBehindIt(String template, String shape) {
    assertThat(template(template).shape()).isEqualTo(shape);
  }
}
