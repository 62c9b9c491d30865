package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.ReferenceEvaluator.Answer;
import dev.warder.engine.ReferenceEvaluator.Holder;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import dev.warder.model.Operation;
import dev.warder.model.RandomCatalogues;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The engine answers as the reference does, for random catalogues, grants and requests. */
class DifferentialProperties {
  private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);

  @Provide
  Arbitrary<Catalogue> small() {
    return RandomCatalogues.small();
  }

  @Provide
  Arbitrary<Catalogue> wide() {
    return RandomCatalogues.wide();
  }

  @Property(tries = 300)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void decide_smallCatalogue_asTheReference(
      @ForAll("small") Catalogue catalogue, @ForAll long seed) {
    compare(new Scenario(catalogue, PathLimits.DEFAULT, seed), 100);
    Statistics.coverage(
        coverage -> {
          for (Reason reason : Reason.values()) {
            coverage.check(reason).percentage(share -> share > 1);
          }
        });
  }

  @Property(tries = 40)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void decide_hundredsOfCapabilities_asTheReference(
      @ForAll("wide") Catalogue catalogue, @ForAll long seed) {
    compare(new Scenario(catalogue, PathLimits.DEFAULT, seed), 60);
  }

  @Property(tries = 60)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void decide_otherLimits_asTheReference(@ForAll("small") Catalogue catalogue, @ForAll long seed) {
    compare(
        new Scenario(catalogue, PathLimits.DEFAULT.withMaxCharacters(60).withMaxSegments(9), seed),
        60);
  }

  @Example
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void decide_thousandsOfOperations_asTheReference() {
    compare(new Scenario(RandomCatalogues.large(3, 3_000), PathLimits.DEFAULT, 4), 400);
  }

  /** A comparison in which nearly everything is unknown would prove nothing. */
  @Example
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void requests_everyReason_occursOften() {
    for (int seed = 0; seed < 10; seed++) {
      Scenario scenario = new Scenario(RandomCatalogues.large(seed, 200), PathLimits.DEFAULT, seed);
      compare(scenario, 300);
    }
    for (Reason reason : Reason.values()) {
      assertThat(reasons.getOrDefault(reason, 0)).as(reason.code()).isGreaterThan(30);
    }
  }

  private void compare(Scenario scenario, int requests) {
    for (int i = 0; i < requests; i++) {
      Operation operation = scenario.operation();
      String method = scenario.method(operation);
      String path = scenario.path(operation);
      String requestAccount = scenario.requestAccount();
      Holder holder = scenario.holder();
      Grant grant = scenario.grant(scenario.engine, holder);

      Answer expected = scenario.reference.decide(holder, method, path, requestAccount);
      Decision decision = scenario.engine.decide(grant, method, path, requestAccount);
      Differential.check(expected, scenario.engine.explain(grant, decision));
      reasons.merge(decision.reason(), 1, Integer::sum);
      Statistics.collect(decision.reason());

      Match match = scenario.engine.match(method, path, requestAccount);
      assertThat(scenario.engine.decide(grant, match, Scenario::ownership)).isSameAs(decision);

      Grant waived = scenario.grant(scenario.waived, holder);
      Decision checkedByCaller = scenario.waived.decide(waived, method, path, requestAccount);
      Differential.check(
          scenario.waivedReference.decide(holder, method, path, requestAccount), checkedByCaller);
      assertThat(
              scenario.waived.decide(
                  waived,
                  scenario.waived.match(method, path, requestAccount),
                  ResourceOwners.checkedByCaller()))
          .isSameAs(checkedByCaller);

      Differential.check(
          scenario.reference.decide(holder, method, path, null),
          scenario.engine.decide(grant, method, path));

      String resourceAccount = scenario.pick(List.of(Scenario.ACCOUNT, "acc-2"));
      Differential.check(
          scenario.reference.decide(holder, operation, resourceAccount),
          scenario.engine.decide(grant, operation, resourceAccount));
      Differential.check(
          scenario.reference.decide(holder, operation, null),
          scenario.engine.decide(grant, operation, null));
      Differential.checkCall(
          scenario.reference.preflight(holder, operation),
          scenario.engine.preflight(grant, operation));
    }
    scenario.catalogue.commands().forEach(command -> compare(scenario, command));
  }

  private static void compare(Scenario scenario, Command command) {
    Holder holder = scenario.holder();
    Grant grant = scenario.grant(scenario.engine, holder);
    Set<String> all =
        command.conditions().stream().map(Condition::name).collect(Collectors.toSet());
    Differential.check(
        scenario.reference.preflight(holder, command, all),
        scenario.engine.preflight(grant, command, all));
    if (!command.calls().isEmpty()) {
      Differential.check(
          scenario.reference.preflight(holder, command, Set.of()),
          scenario.engine.preflight(grant, command, Set.of()));
    }
  }
}
