package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.model.Capability;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantTest {
  private final PolicyEngine engine = Notes.engine();

  @Test
  void given_orderAndRepetition_keptOnce() {
    Grant grant = engine.grant("A", List.of("share", "x", "read:note", "share"));
    assertThat(grant.given()).containsExactly("share", "x", "read:note");
    assertThat(grant.account()).contains("A");
  }

  @Test
  void unknown_stringsOutsideTheCatalogue_namedAndNotHeld() {
    Grant grant = engine.grant("A", List.of("x", "Read Note", "read:note", ""));
    assertThat(grant.unknown()).containsExactly("x", "Read Note", "");
    assertThat(grant.held()).extracting(Capability::raw).containsExactly("read:note");
  }

  @Test
  void held_implications_closedInCatalogueOrder() {
    assertThat(engine.grant("A", List.of("admin:note")).held())
        .extracting(Capability::raw)
        .containsExactly("read:note", "write:note", "admin:note");
  }

  @Test
  void anonymous_hasNothing() {
    assertThat(engine.anonymous().account()).isEmpty();
    assertThat(engine.anonymous().given()).isEmpty();
    assertThat(engine.anonymous().held()).isEmpty();
    assertThat(engine.anonymous()).hasToString("anonymous");
  }

  @Test
  void made_grantOfThisEngine_andNoOther() {
    Grant grant = engine.grant("A", List.of("share"));
    assertThat(engine.made(grant)).isTrue();
    assertThat(Notes.engine().made(grant)).isFalse();
  }

  @Test
  void toString_namesAccountAndStrings() {
    assertThat(engine.grant("A", List.of("share"))).hasToString("A [share]");
  }

  @Test
  void grant_emptyAccount_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.grant("", Set.of()))
        .withMessage("a grant's account is not empty");
  }

  @Test
  void decide_grantOfAnotherEngine_refusedEverywhere() {
    Grant foreign = Notes.engine().grant("A", List.of("read:note"));
    var operation = Notes.CATALOGUE.operation("me").orElseThrow();
    var command = Notes.CATALOGUE.command("note list").orElseThrow();
    Match match = engine.match("GET", "/v1/me");
    Decision decision = engine.decide(engine.anonymous(), "GET", "/v1/me");
    String message = "made by another engine, where it means something else";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.decide(foreign, "GET", "/v1/me"))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.decide(foreign, operation, "A"))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.decide(foreign, match, ResourceOwners.checkedByCaller()))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.preflight(foreign, operation))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.preflight(foreign, command, Set.of()))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.explain(foreign, decision))
        .withMessage(message);
  }
}
