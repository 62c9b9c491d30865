package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.ReferenceEvaluator.Holder;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.RandomTemplates;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;

/** The engine decides as the reference does, over random templates of every sort. */
class TemplateProperties {
  private static final int CATALOGUES = Integer.getInteger("warder.template.catalogues", 1_000);
  private static final int REQUESTS_EACH = 1_000;

  /**
   * One request in so many is decided for a grant. Of the others only what they ask is compared.
   */
  private static final int A_DECISION_IN = 10;

  private static final List<String> METHODS = List.of("GET", "GET", "GET", "HEAD", "POST", "PUT");

  @Example
  void decide_randomTemplates_asTheReference() {
    Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    int together = 0;
    for (int seed = 0; seed < CATALOGUES; seed++) {
      Random random = new Random(seed);
      RandomTemplates templates = new RandomTemplates(random);
      Catalogue catalogue = templates.catalogue(2 + random.nextInt(12));
      while (!GuaranteeProperties.isCompiled(catalogue)) {
        catalogue = templates.catalogue(8);
      }
      Scenario scenario = new Scenario(catalogue, PathLimits.DEFAULT, seed);
      for (int i = 0; i < REQUESTS_EACH; i++) {
        Operation near = scenario.operation();
        String method = METHODS.get(random.nextInt(METHODS.size()));
        String path = templates.path(near.template());
        if (i % A_DECISION_IN == 0) {
          Holder holder = holder(random);
          String account = scenario.requestAccount();
          Decision decision =
              scenario.engine.decide(
                  scenario.grant(scenario.engine, holder), method, path, account);
          Differential.check(scenario.reference.decide(holder, method, path, account), decision);
          reasons.merge(decision.reason(), 1, Integer::sum);
          together += decision.asked().size() > 1 ? 1 : 0;
        } else {
          checkAsked(scenario, method, path);
        }
      }
    }
    int decisions = CATALOGUES * REQUESTS_EACH / A_DECISION_IN;
    for (Reason reason : Reason.values()) {
      if (reason != Reason.UNMAPPED_OPERATION && reason != Reason.UNAVAILABLE) {
        assertThat(reasons.getOrDefault(reason, 0)).as("%s", reason).isGreaterThan(decisions / 100);
      }
    }
    assertThat(together).isGreaterThan(decisions / 1_000);
  }

  private static void checkAsked(Scenario scenario, String method, String path) {
    Match match = scenario.engine.match(method, path);
    List<Operation> asked = List.of();
    if (ReferencePath.isCanonical(path, PathLimits.DEFAULT)) {
      List<Operation> matched = scenario.reference.matched(ReferencePath.segments(path));
      asked = scenario.reference.asked(matched, method);
    }
    if (!match.operations().equals(asked)) {
      assertThat(match.operations()).as("%s %s", method, path).isEqualTo(asked);
    }
  }

  private static Holder holder(Random random) {
    List<String> held = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      if (random.nextInt(6) > 0) {
        held.add("c" + i);
      }
    }
    String account = random.nextInt(4) > 0 ? Scenario.ACCOUNT : "a";
    return switch (random.nextInt(24)) {
      case 0, 1 -> Holder.ANONYMOUS;
      case 2 -> Holder.of(null, held);
      default -> Holder.of(account, held);
    };
  }
}
