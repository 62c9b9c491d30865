package dev.warder.analysis.needs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.Decision;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.engine.Reason;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Condition;
import dev.warder.model.Operation;
import dev.warder.model.RandomCatalogues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a grant can, against deciding everything. */
class CanProperties {
  private static final String ACCOUNT = "acc-1";

  @Provide
  Arbitrary<Catalogue> catalogue() {
    return RandomCatalogues.small();
  }

  private static Grant grant(PolicyEngine engine, long seed) {
    Random random = new Random(seed);
    int much = random.nextInt(5);
    List<String> given = new ArrayList<>();
    for (Capability capability : engine.catalogue().capabilities()) {
      if (random.nextInt(4) < much) {
        given.add(capability.raw());
      }
    }
    return random.nextInt(8) == 0 ? engine.anonymous() : engine.grant(ACCOUNT, given);
  }

  @Property(tries = 300)
  void operations_areAsDecidedOnAResourceOfTheAccount(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) throws Exception {
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    Grant grant = grant(engine, seed);
    Map<Operation, Preflight> operations = Can.of(engine, grant).operations();
    assertThat(operations.keySet()).containsExactlyElementsOf(catalogue.operations());
    operations.forEach(
        (operation, answer) -> {
          Decision decision = engine.decide(grant, operation, ACCOUNT);
          boolean isAccounts = decision.reason() == Reason.WRONG_ACCOUNT;
          assertThat(isAccounts && grant.account().isPresent()).isFalse();
          if (!isAccounts) {
            assertThat(answer.reason()).isEqualTo(decision.reason());
          }
        });
  }

  @Property(tries = 300)
  void missing_addedToTheGrant_isAllowedByEveryAlternative(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) throws Exception {
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    Grant grant = grant(engine, seed);
    Can.of(engine, grant)
        .operations()
        .forEach(
            (operation, answer) -> {
              for (List<Capability> missing : answer.calls().get(0).missing()) {
                assertThat(engine.preflight(with(engine, grant, missing), operation).isAllowed())
                    .isTrue();
              }
              boolean isMissing = answer.reason() == Reason.MISSING_CAPABILITY;
              assertThat(
                      engine.preflight(with(engine, grant, answer.enough()), operation).isAllowed())
                  .isEqualTo(isMissing || answer.isAllowed());
            });
  }

  private static Grant with(PolicyEngine engine, Grant grant, Iterable<Capability> more) {
    List<String> given = new ArrayList<>(grant.given());
    more.forEach(capability -> given.add(capability.raw()));
    return engine.grant(ACCOUNT, given);
  }

  @Property(tries = 300)
  void commands_areAsTheirPreflightsInEveryChoiceOfConditions(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) throws Exception {
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    Grant grant = grant(engine, seed);
    List<Can.CommandAnswer> commands = Can.of(engine, grant).commands();
    assertThat(commands.stream().map(Can.CommandAnswer::command))
        .containsExactlyElementsOf(catalogue.commands());
    for (Can.CommandAnswer answer : commands) {
      List<Condition> conditions = answer.command().conditions();
      assertThat(answer.inConditions().keySet()).containsExactlyElementsOf(conditions);
      assertThat(answer.always().isEmpty()).isEqualTo(answer.command().calls().isEmpty());
      for (int bits = 0; bits < 1 << conditions.size(); bits++) {
        Set<String> chosen = new HashSet<>();
        boolean isAllowed = answer.always().map(Preflight::isAllowed).orElse(true);
        for (int i = 0; i < conditions.size(); i++) {
          if ((bits & 1 << i) != 0) {
            chosen.add(conditions.get(i).name());
            Preflight inCondition = answer.inConditions().get(conditions.get(i));
            isAllowed &= inCondition != null && inCondition.isAllowed();
          }
        }
        if (bits != 0 || answer.always().isPresent()) {
          assertThat(engine.preflight(grant, answer.command(), chosen).isAllowed())
              .isEqualTo(isAllowed);
        }
      }
    }
  }
}
