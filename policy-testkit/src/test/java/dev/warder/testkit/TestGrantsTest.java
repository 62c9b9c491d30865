package dev.warder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.CatalogueReader;
import dev.warder.model.ControlApi;
import org.junit.jupiter.api.Test;

class TestGrantsTest {
  private static final PolicyEngine ENGINE =
      PolicyEngine.compile(ControlApi.catalogue(), ResourceOwners.checkedByCaller());

  private final TestGrants grants = TestGrants.of(ENGINE);

  @Test
  void grant_rawStringsAndLabels_areHeld() {
    Grant grant = grants.grant("A", "read:app", "Write App");
    assertThat(ENGINE.decide(grant, "PATCH", "/v1/apps/x").isAllowed()).isTrue();
    assertThat(ENGINE.decide(grant, "GET", "/v1/accounts/A/apps").isAllowed()).isTrue();
    assertThat(ENGINE.decide(grants.grant("A"), "PATCH", "/v1/apps/x").isAllowed()).isFalse();
  }

  @Test
  void grantWithoutAccount_holdsThemAndHasNone() {
    Grant grant = grants.grantWithoutAccount("Write App");
    assertThat(grant.account()).isEmpty();
    assertThat(grant.given()).containsExactly("write:app");
    assertThat(ENGINE.decide(grant, "GET", "/v1/accounts/A/apps").isAllowed()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> grants.grantWithoutAccount("wriet:app"));
  }

  @Test
  void grant_slip_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grants.grant("A", "read:app", "wriet:app"))
        .withMessage(
            "the catalogue control-api has no capability `wriet:app`; nearest: `write:app`");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grants.grant("A", "rule"))
        .withMessageStartingWith("the catalogue control-api has no capability `rule`; ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grants.grant("A", "an entirely different thing"))
        .withMessageContaining("; there are [")
        .withMessageContaining("write:app");
  }

  @Test
  void grant_labelOfTwo_isRefused() throws Exception {
    PolicyEngine engine =
        PolicyEngine.compile(
            CatalogueReader.parse(
                "same.yaml",
                """
                {catalogue: c, format: 1, version: "1", title: T, categories: {k: K},
                 capabilities: {a: {label: Same, category: k}, b: {label: Same, category: k}},
                 operations: {o: {method: GET, path: /o, summary: S, requires: a}}}
                """),
            ResourceOwners.checkedByCaller());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestGrants.of(engine).grant("A", "Same"))
        .withMessage("more than one capability is called `Same`");
  }
}
