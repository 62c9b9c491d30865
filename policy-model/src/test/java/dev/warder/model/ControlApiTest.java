package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {
  private static final Catalogue CATALOGUE = ControlApi.catalogue();

  @Test
  void catalogue_again_isTheSame() {
    assertThat(ControlApi.catalogue()).isSameAs(CATALOGUE);
  }

  @Test
  void catalogue_parts_areSoMany() {
    assertThat(CATALOGUE.categories()).hasSize(6);
    assertThat(CATALOGUE.capabilities()).hasSize(11);
    assertThat(CATALOGUE.operations()).hasSize(24);
    assertThat(CATALOGUE.commands()).hasSize(33);
  }

  @Test
  void labels_ofRules_crossTheRawStrings() {
    assertThat(capability("read:namespace").label()).isEqualTo("Read Rule");
    assertThat(capability("read:rule").label()).isEqualTo("Read Integration");
  }

  @Test
  void lookUp_rule_hasFourCandidates() {
    assertThat(((CapabilityLookup.Candidates) CATALOGUE.lookUp("rule")).candidates())
        .extracting(Capability::raw)
        .containsExactly("read:rule", "write:rule", "read:namespace", "write:namespace");
  }

  @Test
  void capabilities_each_implyNothing() {
    assertThat(CATALOGUE.capabilities()).allMatch(capability -> capability.implies().isEmpty());
  }

  @Test
  void capabilities_thatEscalate_areThoseOfKeys() {
    assertThat(CATALOGUE.capabilities())
        .filteredOn(capability -> capability.escalates().isPresent())
        .extracting(Capability::raw)
        .containsExactly("read:key", "write:key");
  }

  @Test
  void capabilities_each_areRequiredBySomeOperation() {
    Set<Capability> required =
        CATALOGUE.operations().stream()
            .map(Operation::requirement)
            .filter(Alternatives.class::isInstance)
            .flatMap(requirement -> ((Alternatives) requirement).asList().stream())
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    assertThat(required).containsExactlyInAnyOrderElementsOf(CATALOGUE.capabilities());
  }

  @Test
  void operations_unmapped_areOne() {
    assertThat(CATALOGUE.operations())
        .filteredOn(operation -> operation.requirement() == Requirement.Fixed.UNMAPPED)
        .extracting(Operation::id)
        .containsExactly("update-app-pkcs12");
  }

  @Test
  void operations_public_areNone() {
    assertThat(CATALOGUE.operations())
        .noneMatch(operation -> operation.requirement() == Requirement.Fixed.PUBLIC);
  }

  @Test
  void operation_listKeys_isOfAnAppAndNeedsReadKey() {
    Operation operation = CATALOGUE.operation("list-keys").orElseThrow();
    assertThat(operation.template()).hasToString("/v1/apps/{app_id}/keys");
    assertThat(operation.accountRule().checks())
        .containsExactly(new AccountCheck.Owned("app", "app_id", 2));
    assertThat(operation.requirement()).hasToString("read:key");
  }

  @Test
  void commands_thatNeedMoreThanDocumented_areNine() {
    List<String> understated =
        CATALOGUE.commands().stream()
            .filter(command -> command.documented().isPresent())
            .filter(
                command ->
                    command.calls().stream()
                        .map(call -> ((Call.Known) call).operation().requirement())
                        .filter(Alternatives.class::isInstance)
                        .anyMatch(r -> !r.equals(command.documented().orElseThrow())))
            .map(Command::name)
            .toList();
    assertThat(understated)
        .containsExactly(
            "ably apps update",
            "ably apps delete",
            "ably auth keys update",
            "ably auth keys revoke",
            "ably integrations update",
            "ably integrations delete",
            "ably queues delete",
            "ably apps rules update",
            "ably apps rules delete");
  }

  @Test
  void commands_documented_areTwentyThreeAndFifteenHaveConditions() {
    assertThat(CATALOGUE.commands()).filteredOn(c -> c.documented().isPresent()).hasSize(23);
    assertThat(
            CATALOGUE.commands().stream()
                .filter(command -> command.documented().isPresent())
                .filter(command -> !command.conditions().isEmpty()))
        .hasSize(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ably apps rules  list", "ably stat app", "ably auth key list"})
  void command_likeASpelling_isNothing(String text) {
    assertThat(CATALOGUE.command(text)).isEmpty();
  }

  @Test
  void command_formerSpelling_isTodaysCommand() {
    assertThat(CATALOGUE.command("ably apps channel-rules list"))
        .map(Command::name)
        .contains("ably apps rules list");
  }

  @Test
  void limits_each_areTheProviders() {
    assertThat(CATALOGUE.limits().account()).hasValue(4_000);
    assertThat(CATALOGUE.limits().token()).hasValue(2_000);
    assertThat(CATALOGUE.limits().client()).hasValue(60);
  }

  @Test
  void expiry_choices_areTheDashboards() {
    assertThat(CATALOGUE.expiry())
        .map(Object::toString)
        .contains("[30d, 60d, 90d, never], default 30d");
  }

  private static Capability capability(String raw) {
    return CATALOGUE.capability(raw).orElseThrow();
  }
}
