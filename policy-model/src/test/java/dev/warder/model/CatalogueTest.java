package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue controlApi = ControlApi.catalogue();

  private static List<String> candidates(CapabilityLookup answer) {
    return ((CapabilityLookup.Candidates) answer)
        .candidates().stream().map(Capability::raw).toList();
  }

  private static String found(CapabilityLookup answer) {
    return ((CapabilityLookup.Found) answer).capability().raw();
  }

  @Test
  void lookUp_rawStringOrLabelLetterByLetter_found() {
    assertThat(found(controlApi.lookUp("read:rule"))).isEqualTo("read:rule");
    assertThat(found(controlApi.lookUp("Read Integration"))).isEqualTo("read:rule");
    assertThat(found(controlApi.lookUp("Read Rule"))).isEqualTo("read:namespace");
  }

  @Test
  void lookUp_bareWord_answersCandidatesOfBothMeanings() {
    assertThat(candidates(controlApi.lookUp("rule")))
        .containsExactly("read:rule", "write:rule", "read:namespace", "write:namespace");
    assertThat(candidates(controlApi.lookUp("read rule")))
        .containsExactly("read:rule", "read:namespace");
    assertThat(candidates(controlApi.lookUp("RULES"))).containsExactly("read:rule", "write:rule");
  }

  @Test
  void lookUp_wordOfOneCapability_isACandidateOnly() {
    assertThat(candidates(controlApi.lookUp("stats"))).containsExactly("read:stats");
  }

  @Test
  void lookUp_nothingLikeIt_noCandidates() {
    assertThat(candidates(controlApi.lookUp("nothing"))).isEmpty();
    assertThat(candidates(controlApi.lookUp(""))).isEmpty();
    assertThat(candidates(controlApi.lookUp(" : "))).isEmpty();
  }

  @Test
  void lookUp_labelOfTwoOrRawStringOfAnother_candidates() {
    Catalogue catalogue =
        Samples.build(
            Samples.shop()
                .capability("a", c -> c.label("Twice").category("all"))
                .capability("b", c -> c.label("Twice").category("all"))
                .capability("c", c -> c.label("read").category("all")));
    assertThat(candidates(catalogue.lookUp("Twice"))).containsExactly("a", "b");
    assertThat(candidates(catalogue.lookUp("read"))).containsExactly("read", "c");
  }

  @Test
  void lookUp_nonAsciiWord_comparedAsItIs() {
    Catalogue catalogue =
        Samples.build(Samples.shop().capability("z", c -> c.label("Über 9").category("all")));
    assertThat(candidates(catalogue.lookUp("Über"))).containsExactly("z");
    assertThat(candidates(catalogue.lookUp("9"))).containsExactly("z");
    assertThat(candidates(catalogue.lookUp("über"))).isEmpty();
  }

  @Test
  void closure_chain_followedToTheEndInCatalogueOrder() {
    Catalogue catalogue =
        Samples.build(
            Samples.shop()
                .capability("top", c -> c.label("T").category("all").implies("middle"))
                .capability("middle", c -> c.label("M").category("all").implies("read", "write")));
    Capability top = catalogue.capability("top").orElseThrow();
    assertThat(catalogue.closure(List.of(top)))
        .extracting(Capability::raw)
        .containsExactly("read", "write", "top", "middle");
    assertThat(catalogue.closure(List.of())).isEmpty();
  }

  @Test
  void closure_capabilityOfAnotherCatalogue_refused() {
    Capability foreign = Samples.build(Samples.shop()).capability("read").orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> controlApi.closure(List.of(foreign)))
        .withMessage("not of this catalogue: read");
  }

  @Test
  void command_anySpelling_isOneCommand() {
    Command command = controlApi.command("ably apps rules list").orElseThrow();
    assertThat(controlApi.command("ably app rules list")).contains(command);
    assertThat(controlApi.command("ably apps channel-rules list")).contains(command);
    assertThat(controlApi.command("ably apps rules  list")).isEmpty();
    assertThat(controlApi.command("ably stat app")).isEmpty();
    assertThat(controlApi.command("ably auth key list")).isEmpty();
    assertThat(controlApi.spellings())
        .contains("ably apps rules list", "ably app rules list", "ably apps channel-rules list");
  }

  @Test
  void controlApi_isWhole() {
    assertThat(controlApi.categories()).hasSize(6);
    assertThat(controlApi.capabilities()).hasSize(11);
    assertThat(controlApi.operations()).hasSize(24);
    assertThat(controlApi.commands()).hasSize(33);
    assertThat(controlApi.commands().stream().filter(c -> c.documented().isPresent())).hasSize(23);
    assertThat(controlApi.operations().stream().map(Operation::requirement))
        .filteredOn(Requirement.Fixed.class::isInstance)
        .containsExactlyInAnyOrder(Requirement.Fixed.UNMAPPED, Requirement.Fixed.ANY_TOKEN);
    assertThat(controlApi.limits())
        .isEqualTo(new Limits(OptionalInt.of(4_000), OptionalInt.of(2_000), OptionalInt.of(60)));
    Expiry expiry = controlApi.expiry().orElseThrow();
    assertThat(expiry).hasToString("[30d, 60d, 90d, never], default 30d");
    assertThat(expiry.preset().duration()).contains(Duration.ofDays(30));
    assertThat(Lifetime.NEVER.duration()).isEmpty();
    assertThat(ControlApi.catalogue()).isSameAs(controlApi);
  }

  @Test
  void controlApi_documentedAndReal_differWhereTheFactsSay() {
    List<String> understated =
        controlApi.commands().stream()
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
    assertThat(
            controlApi.commands().stream()
                .filter(command -> command.documented().isPresent())
                .filter(command -> !command.conditions().isEmpty()))
        .hasSize(15);
  }

  @Test
  void equals_anyDifference_differs() {
    Catalogue shop = Samples.build(Samples.shop());
    assertThat(shop).isEqualTo(Samples.build(Samples.shop()));
    assertThat(shop).hasSameHashCodeAs(Samples.build(Samples.shop()));
    assertThat(shop).isNotEqualTo(Samples.build(Samples.shop().category("b", "B")));
    assertThat(shop).isNotEqualTo("shop");
  }
}
