package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.Capability;
import dev.warder.model.Command;
import dev.warder.model.ControlApi;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreflightTest {
  private final PolicyEngine engine = Notes.engine();

  private static Command command(String name) {
    return Notes.CATALOGUE.command(name).orElseThrow();
  }

  @Test
  void preflight_operation_oneCall() {
    Preflight preflight =
        engine.preflight(
            Notes.grant(engine, "share"), Notes.CATALOGUE.operation("share-note").orElseThrow());
    assertThat(preflight.reason()).isEqualTo(Reason.MISSING_CAPABILITY);
    assertThat(preflight.isAllowed()).isFalse();
    assertThat(preflight.calls()).hasSize(1);
    assertThat(preflight.calls().get(0).missing()).hasToString("[[read:note], [admin:note]]");
    assertThat(preflight.enough()).extracting(Capability::raw).containsExactly("read:note");
    assertThat(preflight).hasToString("missing-capability");
  }

  @Test
  void preflight_command_accountsAreNotLookedAt() {
    Preflight preflight =
        engine.preflight(Notes.grant(engine, "write:note"), command("note put"), Set.of());
    assertThat(preflight.isAllowed()).isTrue();
    assertThat(preflight.enough()).isEmpty();
  }

  @Test
  void preflight_condition_addsItsCalls() {
    Preflight preflight =
        engine.preflight(Notes.grant(engine, "write:note"), command("note put"), Set.of("check"));
    assertThat(preflight.reason()).isEqualTo(Reason.MISSING_CAPABILITY);
    assertThat(preflight.calls())
        .extracting(answer -> answer.call() + " " + answer.reason() + " " + answer.missing())
        .containsExactly("put-note allowed []", "get-note missing-capability [[read:note]]");
  }

  @Test
  void preflight_severalFail_reasonOfTheEarliestStep() {
    Preflight preflight = engine.preflight(Notes.grant(engine), command("note ask"), Set.of());
    assertThat(preflight.reason()).isEqualTo(Reason.UNMAPPED_OPERATION);
    assertThat(preflight.calls())
        .extracting(answer -> answer.call() + " " + answer.reason())
        .containsExactly("POST /help unmapped-operation", "list-notes missing-capability");
    assertThat(preflight.enough()).extracting(Capability::raw).containsExactly("read:note");
  }

  @Test
  void preflight_conditionsInAnyOrder_judgedInCatalogueOrder() {
    Preflight preflight =
        engine.preflight(Notes.grant(engine), command("note send"), ImmutableSet.of("old", "new"));
    assertThat(preflight.calls())
        .extracting(answer -> answer.call().toString())
        .containsExactly("put-note", "share-note");
  }

  @Test
  void preflight_noUnconditionalCall_conditionAskedFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.preflight(Notes.grant(engine), command("note send"), Set.of()))
        .withMessage("note send makes no call but in a condition; choose of [new, old]");
  }

  @Test
  void preflight_unknownCondition_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> engine.preflight(Notes.grant(engine), command("note put"), Set.of("chek")))
        .withMessage("note put has no condition [chek]; it has [check]");
  }

  @Test
  void preflight_commandOfAnotherCatalogue_refused() {
    Command other = ControlApi.catalogue().command("ably apps list").orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.preflight(Notes.grant(engine), other, Set.of()))
        .withMessage("not of this engine's catalogue: ably apps list");
  }
}
