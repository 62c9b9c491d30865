package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.RandomCatalogues;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** P5 of SEMANTICS.md, section 4: spellings that decode to one path. */
class SpellingProperties {
  private static final String ENCODABLE = "!$&'()*+,=:@";

  @Provide
  Arbitrary<Catalogue> catalogue() {
    return Arbitraries.oneOf(RandomCatalogues.small(), GuaranteeProperties.templates());
  }

  @Property(tries = 300)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void p5NoNormalisation_twoSpellingsThatMatch_getOneDecision(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    Scenario scenario = new Scenario(catalogue, PathLimits.DEFAULT, seed);
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      Operation near = scenario.operation();
      Grant grant = scenario.grant(scenario.engine, scenario.holder());
      String path = scenario.path(near);
      // Triples are longer than what they stand for; too long a path is malformed for its length.
      if (ReferencePath.isCanonical(path, PathLimits.DEFAULT) && path.length() < 600) {
        String other = respelled(path, random);
        Decision one = scenario.engine.decide(grant, near.method(), path);
        Decision two = scenario.engine.decide(grant, near.method(), other);
        assertThat(decoded(other)).isEqualTo(decoded(path));
        assertThat(two.reason()).as(other).isNotEqualTo(Reason.MALFORMED_REQUEST);
        boolean bothMatch =
            one.reason() != Reason.UNKNOWN_OPERATION && two.reason() != Reason.UNKNOWN_OPERATION;
        if (bothMatch) {
          assertThat(two).as("%s and %s", path, other).isSameAs(one);
        }
        Statistics.collect(!path.equals(other) && bothMatch);
      }
    }
    Statistics.coverage(coverage -> coverage.check(true).count(pairs -> pairs > 100));
  }

  /** Returns another spelling, of the same canonical path, where there is one. */
  private static String respelled(String path, Random random) {
    StringBuilder spelling = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean isTriple = c == '%';
      int octet = isTriple ? Integer.parseInt(path.substring(i + 1, i + 3), 16) : c;
      i += isTriple ? 2 : 0;
      boolean mayBeEither = ENCODABLE.indexOf(octet) >= 0;
      if (mayBeEither ? random.nextBoolean() : isTriple) {
        spelling.append(String.format(random.nextBoolean() ? "%%%02X" : "%%%02x", octet));
      } else {
        spelling.append((char) octet);
      }
    }
    return spelling.toString();
  }

  private static List<String> decoded(String path) {
    return ReferencePath.segments(path).stream().map(ReferencePath::decoded).toList();
  }
}
