package dev.warder.analysis.diff;

import static dev.warder.analysis.diff.Shop.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import org.junit.jupiter.api.Test;

/** One change of an account rule at a time, and what it comes to. */
class AccountRuleDiffTest {
  @Test
  void accountRule_droppedOrAddedOrAnother_isGainedOrLostOrBoth() throws Exception {
    assertThat(changes("summary: Get, owner: {item: id}", "summary: Get, account: not-checked"))
        .containsExactly(
            "OPERATION get CHANGED; account - > not-checked; owner item: id > -;"
                + " GAIN GET /v1/items/x with look, of another account");
    assertThat(changes("summary: Get, owner: {item: id}", "summary: Get, owner: {thing: id}"))
        .containsExactly(
            "OPERATION get CHANGED; owner item: id > thing: id;"
                + " GAIN GET /v1/items/x with look, of another account;"
                + " LOSS GET /v1/items/x with look, of another account");
    Catalogue open =
        Shop.read(
            Shop.SHOP.replace(
                "summary: Get, owner: {item: id}", "summary: Get, account: not-checked"));
    CatalogueDiff narrowed = CatalogueDiff.of(open, Shop.read(Shop.SHOP));
    assertThat(narrowed.isBreaking()).isTrue();
    assertThat(narrowed.isWidening()).isFalse();
  }

  @Test
  void accountRule_ofTheRequestAddedOrDropped_isLostOrGained() throws Exception {
    String owner = "summary: Get, owner: {item: id}";
    assertThat(changes(owner, "summary: Get, account: from-request, owner: {item: id}"))
        .containsExactly(
            "OPERATION get CHANGED; account - > from-request;"
                + " LOSS GET /v1/items/x with look, of another account");
    assertThat(changes(owner, "summary: Get, account: from-request"))
        .containsExactly(
            "OPERATION get CHANGED; account - > from-request; owner item: id > -;"
                + " GAIN GET /v1/items/x with look, of another account;"
                + " LOSS GET /v1/items/x with look, of another account");
    Catalogue older = Shop.read(Shop.SHOP.replace(owner, "summary: Get, account: from-request"));
    Catalogue newer = Shop.read(Shop.SHOP.replace(owner, "summary: Get, account: not-checked"));
    assertThat(CatalogueDiff.of(older, newer).isWidening()).isTrue();
    assertThat(CatalogueDiff.of(older, newer).isBreaking()).isFalse();
    assertThat(CatalogueDiff.of(newer, older).isBreaking()).isTrue();
    assertThat(CatalogueDiff.of(newer, older).isWidening()).isFalse();
  }

  @Test
  void accountRule_inThePathOrInTheRequest_isGainedAndLost() throws Exception {
    String inPath = "/of/{account}\", summary: Of, account: account";
    assertThat(changes(inPath, "/of/{account}\", summary: Of, account: from-request"))
        .singleElement()
        .asString()
        .contains("GAIN", "LOSS");
  }

  @Test
  void accountRule_ownersInAnotherOrder_isNeither() throws Exception {
    String two =
        "  two: {method: GET, path: \"/two/{a}/{b}\", summary: Two, owner: %s, requires: look}\n";
    String me = "  me: {method";
    Catalogue older = Shop.read(Shop.SHOP.replace(me, two.formatted("{item: a, thing: b}") + me));
    Catalogue newer = Shop.read(Shop.SHOP.replace(me, two.formatted("{thing: b, item: a}") + me));
    CatalogueDiff diff = CatalogueDiff.of(older, newer);
    assertThat(diff.isWidening() || diff.isBreaking()).isFalse();
    assertThat(diff.changes().get(0).values())
        .hasToString("[owner: item: a, thing: b -> thing: b, item: a]");
    CatalogueDiff dropped =
        CatalogueDiff.of(older, Shop.read(Shop.SHOP.replace(me, two.formatted("{item: a}") + me)));
    assertThat(dropped.isWidening()).isTrue();
    assertThat(dropped.isBreaking()).isFalse();
  }

  @Test
  void accountRule_parameterRenamed_isNeither() throws Exception {
    assertThat(
            changes(
                "/of/{account}\", summary: Of, account: account",
                "/of/{id}\", summary: Of, account: id"))
        .containsExactly(
            "OPERATION of CHANGED; path /v1/of/{account} > /v1/of/{id}; account account > id");
  }
}
