package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import dev.warder.engine.ReferenceEvaluator.Holder;
import dev.warder.engine.ReferenceEvaluator.Says;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import dev.warder.model.ControlApi;
import dev.warder.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** P4: every set of capabilities against every operation and command of the Control API. */
class ControlApiExhaustiveTest {
  private static final Catalogue CATALOGUE = ControlApi.catalogue();
  private static final List<String> RESOURCES = List.of("A", "B", "x");

  private final PolicyEngine engine =
      PolicyEngine.compile(CATALOGUE, ResourceOwners.of(Map.of("app", Map.of("A", "A", "B", "B"))));
  private final ReferenceEvaluator reference =
      new ReferenceEvaluator(
          CATALOGUE,
          (account, kind, id) -> kind.equals("app") && id.equals("A") ? Says.YES : Says.NO,
          PathLimits.DEFAULT);

  private static Set<Set<String>> everySet() {
    return Sets.powerSet(
        CATALOGUE.capabilities().stream()
            .map(Capability::raw)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Returns a path of the operation whose every parameter is this text. */
  private static String path(Operation operation, String text) {
    return operation.template().toString().replaceAll("\\{[^}]*}", text);
  }

  @Test
  void decide_everySetAndOperation_asTheReference() {
    int decided = 0;
    int allowed = 0;
    for (Set<String> capabilities : everySet()) {
      Grant grant = engine.grant("A", capabilities);
      Holder holder = Holder.of("A", capabilities);
      for (Operation operation : CATALOGUE.operations()) {
        for (String resource : RESOURCES) {
          String path = path(operation, resource);
          Decision decision = engine.decide(grant, operation.method(), path);
          Differential.check(reference.decide(holder, operation.method(), path, null), decision);
          decided++;
          allowed += decision.isAllowed() ? 1 : 0;
          Differential.check(
              reference.decide(holder, operation, resource),
              engine.decide(grant, operation, resource));
        }
      }
    }
    assertThat(decided).isEqualTo(2_048 * 24 * 3);
    // Half of the sets hold the one capability that each of 22 operations needs; all allow get-me.
    assertThat(allowed).isEqualTo(22 * 1_024 + 3 * 2_048);
  }

  @Test
  void preflight_everySetCommandAndConditions_asTheReference() {
    int asked = 0;
    for (Set<String> capabilities : everySet()) {
      Grant grant = engine.grant("A", capabilities);
      Holder holder = Holder.of("A", capabilities);
      for (Command command : CATALOGUE.commands()) {
        Set<String> names =
            command.conditions().stream()
                .map(Condition::name)
                .collect(Collectors.toUnmodifiableSet());
        for (Set<String> chosen : Sets.powerSet(names)) {
          if (!command.calls().isEmpty() || !chosen.isEmpty()) {
            Differential.check(
                reference.preflight(holder, command, chosen),
                engine.preflight(grant, command, chosen));
            asked++;
          }
        }
      }
    }
    // 14 commands without conditions, 18 with one, and set-apns with four of which some is chosen.
    assertThat(asked).isEqualTo(2_048 * (14 + 18 * 2 + 15));
  }
}
