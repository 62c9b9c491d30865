package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.warder.model.Catalogue;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Operation;
import dev.warder.model.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules of several checks, and accounts that come with the request. */
class AccountChecksTest {
  private static final Catalogue CATALOGUE = catalogue();

  private final List<String> asked = new ArrayList<>();
  private final PolicyEngine engine =
      PolicyEngine.compile(
          CATALOGUE,
          (account, kind, path, start, end) -> {
            asked.add(account + " " + kind + " " + path.substring(start, end));
            return path.substring(start, end).equals("mine")
                ? Ownership.OWNED
                : Ownership.NOT_OWNED;
          });
  private final Grant grant = engine.grant("A", List.of());

  private static Catalogue catalogue() {
    try {
      return Catalogue.builder("accounts")
          .version("1")
          .title("Accounts")
          .category("all", "All")
          .capability("read", c -> c.label("Read").category("all"))
          .operation(
              "get-part",
              o ->
                  o.at("GET", "/{account}/items/{id}/parts/{part}")
                      .summary("Get a part")
                      .account("account")
                      .owner("part", "part")
                      .owner("item", "id")
                      .requires(Requires.ANY_TOKEN))
          .operation(
              "list-items",
              o ->
                  o.at("GET", "/items")
                      .summary("List items")
                      .accountFromRequest()
                      .requires(Requires.ANY_TOKEN))
          .operation(
              "put-item",
              o ->
                  o.at("PUT", "/items/{id}")
                      .summary("Put an item")
                      .accountFromRequest()
                      .owner("item", "id")
                      .requires(Requires.ANY_TOKEN))
          .operation(
              "copy-part",
              o ->
                  o.at("POST", "/{account}-x/{path...}/items/{id}:copy/{part}")
                      .summary("Copy a part")
                      .account("account")
                      .owner("item", "id")
                      .owner("part", "part")
                      .requires(Requires.ANY_TOKEN))
          .build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  private Operation operation(String id) {
    return CATALOGUE.operation(id).orElseThrow();
  }

  @Test
  void decide_everyCheckPasses_asksEachOwnerOnceInTheOrderWritten() {
    assertThat(engine.decide(grant, "GET", "/A/items/mine/parts/mine").isAllowed()).isTrue();
    assertThat(asked).containsExactly("A part mine", "A item mine");
  }

  @Test
  void decide_anEarlierCheckFails_asksNothingMore() {
    assertThat(engine.decide(grant, "GET", "/B/items/mine/parts/mine").reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(asked).isEmpty();
    assertThat(engine.decide(grant, "GET", "/A/items/mine/parts/theirs").reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(asked).containsExactly("A part theirs");
  }

  @Test
  void decide_checksBesideTextAndBehindASpan_comparesWhatEachParameterStandsFor() {
    String path = "/A-x/a/b/items/mine:copy/mine";
    assertThat(engine.decide(grant, "POST", path).isAllowed()).isTrue();
    assertThat(asked).containsExactly("A item mine", "A part mine");
    assertThat(engine.match("POST", path).resources())
        .containsExactly(new Match.Resource("item", "mine"), new Match.Resource("part", "mine"));
    assertThat(engine.decide(grant, "POST", "/B-x/a/items/mine:copy/mine").reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
  }

  @Test
  void decide_oneOfSeveralBesideTextHasReservedCharacters_isWrongAndNotAsked() {
    String path = "/A-x/a/items/mi:ne:copy/mine";
    assertThat(engine.decide(grant, "POST", path).reason()).isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(asked).isEmpty();
    assertThat(engine.match("POST", path).resources())
        .containsExactly(new Match.Resource("part", "mine"));
  }

  @Test
  void decide_requestAccountForgotten_denied() {
    assertThat(engine.decide(grant, "GET", "/items").reason()).isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(engine.decide(grant, "GET", "/items", null).reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(engine.decide(grant, "GET", "/items", "A").isAllowed()).isTrue();
  }

  @Test
  void decide_requestAccountTakenFromTheGrant_refused() {
    String taken = grant.account().orElseThrow();
    String message =
        "the request's account was taken from the grant, which would always pass; take it from the"
            + " request";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.decide(grant, "GET", "/items", taken))
        .withMessage(message);
    Match match = engine.match("GET", "/items", taken);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.decide(grant, match, ResourceOwners.checkedByCaller()))
        .withMessage(message);
  }

  @Test
  void decideMatch_keepsTheRequestAccount() {
    ResourceOwners owners = ResourceOwners.checkedByCaller();
    Match own = engine.match("PUT", "/items/x", "A");
    assertThat(engine.decide(grant, own, owners).isAllowed()).isTrue();
    Match other = engine.match("PUT", "/items/x", "B");
    assertThat(engine.decide(grant, other, owners).reason()).isEqualTo(Reason.WRONG_ACCOUNT);
    Match forgotten = engine.match("PUT", "/items/x");
    assertThat(engine.decide(grant, forgotten, owners).reason()).isEqualTo(Reason.WRONG_ACCOUNT);
  }

  @Test
  void resources_ofSeveralOwners_areInTheOrderAsked() {
    assertThat(engine.match("GET", "/A/items/n1/parts/n2").resources())
        .containsExactly(new Match.Resource("part", "n2"), new Match.Resource("item", "n1"));
  }

  @Test
  void decideOperation_severalChecks_allPassForTheGrantsAccount() {
    assertThat(engine.decide(grant, operation("get-part"), "A").isAllowed()).isTrue();
    assertThat(engine.decide(grant, operation("list-items"), "A").isAllowed()).isTrue();
    assertThat(engine.decide(grant, operation("list-items"), "B").reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(engine.decide(grant, operation("list-items"), null).reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(asked).isEmpty();
  }

  @Test
  void grantWithoutAccount_hasATokenAndItsCapabilities() {
    Grant without = engine.grantWithoutAccount(List.of("read", "x"));
    assertThat(without.account()).isEmpty();
    assertThat(without.isAnonymous()).isFalse();
    assertThat(without.given()).containsExactly("read", "x");
    assertThat(without.unknown()).containsExactly("x");
    assertThat(without).hasToString("no account [read, x]");
    assertThat(engine.anonymous().isAnonymous()).isTrue();
    assertThat(grant.isAnonymous()).isFalse();
  }

  @Test
  void grantWithoutAccount_anyCheck_deniedAndNobodyAsked() {
    Grant without = engine.grantWithoutAccount(Set.of());
    for (Decision decision :
        List.of(
            engine.decide(without, "GET", "/A/items/mine/parts/mine"),
            engine.decide(without, "GET", "/items", "A"),
            engine.decide(without, "GET", "/items", ""),
            engine.decide(without, "GET", "/items"),
            engine.decide(without, "PUT", "/items/mine", "A"),
            engine.decide(without, operation("list-items"), "A"),
            engine.decide(without, operation("list-items"), null))) {
      assertThat(decision.reason()).isEqualTo(Reason.WRONG_ACCOUNT);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void grant_nullAccount_isNoGrantWithoutAccount() {
    assertThatNullPointerException().isThrownBy(() -> engine.grant(null, List.of()));
  }
}
