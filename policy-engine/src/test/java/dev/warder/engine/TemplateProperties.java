package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.ReferenceEvaluator.Answer;
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
  private static final int REQUESTS_EACH = 100;
  private static final List<String> METHODS = List.of("GET", "GET", "GET", "HEAD", "POST", "PUT");

  @Example
  void decide_randomTemplates_asTheReference() {
    Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    int together = 0;
    for (int seed = 0; seed < CATALOGUES; seed++) {
      Random random = new Random(seed);
      RandomTemplates templates = new RandomTemplates(random);
      Catalogue catalogue = templates.catalogue(2 + random.nextInt(12));
      Scenario scenario = new Scenario(catalogue, PathLimits.DEFAULT, seed);
      for (int i = 0; i < REQUESTS_EACH; i++) {
        Operation near = scenario.operation();
        Holder holder = holder(random);
        String method = METHODS.get(random.nextInt(METHODS.size()));
        String path = templates.path(near.template());
        Grant grant = scenario.grant(scenario.engine, holder);
        Decision decision = scenario.engine.decide(grant, method, path);
        Answer answer = scenario.reference.decide(holder, method, path);
        String request = method + " " + path + " of seed " + seed;
        assertThat(decision.reason().code()).as(request).isEqualTo(answer.reason());
        assertThat(decision.operation().orElse(null)).as(request).isEqualTo(answer.operation());
        assertThat(List.copyOf(decision.allow())).as(request).isEqualTo(answer.allow());
        reasons.merge(decision.reason(), 1, Integer::sum);
        together += decision.asked().size() > 1 ? 1 : 0;
      }
    }
    int requests = CATALOGUES * REQUESTS_EACH;
    for (Reason reason : Reason.values()) {
      if (reason != Reason.UNMAPPED_OPERATION && reason != Reason.UNAVAILABLE) {
        assertThat(reasons.getOrDefault(reason, 0)).as("%s", reason).isGreaterThan(requests / 100);
      }
    }
    assertThat(together).isGreaterThan(requests / 1_000);
  }

  private static Holder holder(Random random) {
    List<String> held = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      if (random.nextInt(6) > 0) {
        held.add("c" + i);
      }
    }
    String account = random.nextInt(4) > 0 ? Scenario.ACCOUNT : "a";
    return random.nextInt(12) == 0 ? new Holder(null, List.of()) : new Holder(account, held);
  }
}
