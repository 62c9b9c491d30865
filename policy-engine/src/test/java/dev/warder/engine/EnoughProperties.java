package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import dev.warder.engine.ReferenceEvaluator.Holder;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.RandomCatalogues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What is enough, by SEMANTICS.md, section 2.7, is: and for one operation it is the least. */
class EnoughProperties {
  @Provide
  Arbitrary<Catalogue> catalogue() {
    return RandomCatalogues.small();
  }

  private static Grant with(PolicyEngine engine, Holder holder, Collection<Capability> more) {
    List<String> held = new ArrayList<>(holder.capabilities());
    more.forEach(capability -> held.add(capability.raw()));
    return engine.grant(Scenario.ACCOUNT, held);
  }

  @Property(tries = 150)
  void enough_givenAsWell_noCapabilityIsMissing(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    Scenario scenario = new Scenario(catalogue, PathLimits.DEFAULT, seed);
    for (int i = 0; i < 40; i++) {
      Operation near = scenario.operation();
      String path = scenario.path(near);
      Holder holder = scenario.holder();
      Grant grant = scenario.grant(scenario.engine, holder);
      Decision decision = scenario.engine.decide(grant, near.method(), path);
      Set<Capability> enough = scenario.engine.explain(grant, decision).enough();
      Grant grown = with(scenario.engine, holder, enough);
      assertThat(scenario.engine.decide(grown, near.method(), path).reason())
          .isNotEqualTo(Reason.MISSING_CAPABILITY);
      assertThat(decision.isAllowed() && !enough.isEmpty()).isFalse();
    }
  }

  /** Returns the preferred alternative, or all of them where one is held or none is preferred. */
  private static List<Set<Capability>> eligible(Alternatives alternatives, Grant grant) {
    return alternatives.asList().stream().anyMatch(grant.held()::containsAll)
        ? alternatives.asList()
        : alternatives.preferred().map(List::of).orElse(alternatives.asList());
  }

  @Property(tries = 150)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void enough_oneOperation_noSmallerPartOfAnAlternativeToTakeWouldDo(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    Scenario scenario = new Scenario(catalogue, PathLimits.DEFAULT, seed);
    for (int i = 0; i < 20; i++) {
      Operation operation = scenario.operation();
      Holder holder = scenario.holder();
      Grant grant = scenario.grant(scenario.engine, holder);
      Set<Capability> enough = scenario.engine.preflight(grant, operation).enough();
      if (operation.requirement() instanceof Alternatives alternatives) {
        int least = Integer.MAX_VALUE;
        for (Set<Capability> alternative : eligible(alternatives, grant)) {
          for (Set<Capability> part : Sets.powerSet(alternative)) {
            if (with(scenario.engine, holder, part).held().containsAll(alternative)) {
              least = Math.min(least, part.size());
            }
          }
        }
        assertThat(enough).as("%s for %s", operation, grant).hasSize(least);
        Statistics.collect(least);
      } else {
        assertThat(enough).isEmpty();
      }
    }
    Statistics.coverage(
        coverage -> {
          coverage.check(0).count(times -> times > 100);
          coverage.check(1).count(times -> times > 100);
          coverage.check(2).count(times -> times > 20);
        });
  }
}
