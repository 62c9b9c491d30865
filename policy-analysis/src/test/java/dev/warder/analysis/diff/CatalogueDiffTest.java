package dev.warder.analysis.diff;

import static dev.warder.analysis.diff.Shop.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.ControlApi;
import org.junit.jupiter.api.Test;

/** One change at a time, and what it comes to. */
class CatalogueDiffTest {
  @Test
  void requirement_another_isGainedByTheOneAndLostByTheOther() throws Exception {
    assertThat(changes("{item: id}, requires: look}", "{item: id}, requires: make}"))
        .containsExactly(
            "OPERATION get CHANGED; requires look > make;"
                + " GAIN GET /v1/items/x with make; LOSS GET /v1/items/x with look",
            "COMMAND shop get CHANGED; GAIN shop get with make; LOSS shop get with look");
  }

  /** No token gains or loses by it: only what is proposed changes. */
  @Test
  void requirement_otherMark_isTold() throws Exception {
    String any = "{item: id}, requires: {any: [look, {all: [make, boss]}]}}";
    String marked = "{item: id}, requires: {any: [look, {preferred: {all: [make, boss]}}]}}";
    String other = "{item: id}, requires: {any: [{preferred: look}, {all: [make, boss]}]}}";
    String text = "{item: id}, requires: look}";
    assertThat(changes(text, any, marked))
        .containsExactly(
            "OPERATION get CHANGED; requires look, or make and boss"
                + " > look, or make and boss (preferred)");
    assertThat(changes(text, marked, other))
        .containsExactly(
            "OPERATION get CHANGED; requires look, or make and boss (preferred)"
                + " > look (preferred), or make and boss");
    assertThat(changes(text, other, any))
        .containsExactly(
            "OPERATION get CHANGED; requires look (preferred), or make and boss"
                + " > look, or make and boss");
  }

  @Test
  void requirement_moreOfTheSame_isLost() throws Exception {
    assertThat(
            changes(
                "summary: List, requires: look}", "summary: List, requires: {all: [look, make]}}"))
        .containsExactly(
            "OPERATION list CHANGED; requires look > look and make;"
                + " LOSS GET /v1/items with look");
  }

  @Test
  void requirement_oneMoreAlternative_isGained() throws Exception {
    assertThat(
            changes(
                "summary: List, requires: look}", "summary: List, requires: {any: [look, boss]}}"))
        .containsExactly(
            "OPERATION list CHANGED; requires look > look, or boss;"
                + " GAIN GET /v1/items with boss",
            "COMMAND shop put CHANGED; GAIN shop put (when name) with boss");
  }

  @Test
  void requirement_inOtherWords_isNeither() throws Exception {
    assertThat(
            changes(
                "summary: Put, owner: {item: id}, requires: make}",
                "summary: Put, owner: {item: id}, requires: {any: [boss, make]}}"))
        .containsExactly("OPERATION put CHANGED; requires make > boss, or make");
  }

  @Test
  void requirement_fixedWords_areGainedOrLostByTokensAndWithout() throws Exception {
    assertThat(changes("requires: any token", "requires: public"))
        .containsExactly(
            "OPERATION me CHANGED; requires any token > public; GAIN GET /v1/me with no token");
    assertThat(changes("requires: any token", "requires: unmapped"))
        .containsExactly(
            "OPERATION me CHANGED; requires any token > unmapped;"
                + " LOSS GET /v1/me with a token without capabilities",
            "COMMAND shop get CHANGED; LOSS shop get with look");
  }

  @Test
  void operation_addedOrRemoved_isGainedOrLost() throws Exception {
    String status = "  status: {method: GET, path: /status, summary: S, requires: look}\n";
    assertThat(changes("  me: {method", status + "  me: {method"))
        .containsExactly(
            "OPERATION status ADDED; id - > status; method - > GET; path - > /v1/status;"
                + " summary - > S; requires - > look; GAIN GET /v1/status with look");
    assertThat(
            changes(
                "  of: {method: GET, path: \"/of/{account}\", summary: Of, account:"
                    + " account, requires: look}\n",
                ""))
        .containsExactly(
            "OPERATION of REMOVED; id of > -; method GET > -; path /v1/of/{account} > -;"
                + " summary Of > -; account account > -; requires look > -;"
                + " LOSS GET /v1/of/A with look");
  }

  @Test
  void operation_unmappedAdded_isNeither() throws Exception {
    String status = "  status: {method: GET, path: /status, summary: S, requires: unmapped}\n";
    assertThat(changes("  me: {method", status + "  me: {method"))
        .containsExactly(
            "OPERATION status ADDED; id - > status; method - > GET; path - > /v1/status;"
                + " summary - > S; requires - > unmapped");
  }

  @Test
  void operation_renamed_isNeither() throws Exception {
    assertThat(changes("  of: {method", "  by-account: {method"))
        .containsExactly("OPERATION by-account CHANGED; id of > by-account");
  }

  @Test
  void operation_newLiteralThatBeatsAParameter_isJudgedAsItIs() throws Exception {
    String best = "  best: {method: GET, path: /items/best, summary: B, requires: make}\n";
    assertThat(changes("  me: {method", best + "  me: {method"))
        .containsExactly(
            "OPERATION best ADDED; id - > best; method - > GET; path - > /v1/items/best;"
                + " summary - > B; requires - > make; GAIN GET /v1/items/best with make;"
                + " LOSS GET /v1/items/best with look");
  }

  @Test
  void operation_newOwnerOfAnotherMethod_takesTheTriplesAway() throws Exception {
    String open =
        "  open: {method: POST, path: \"/free/{id}\", summary: O, account: not-checked,"
            + " requires: look}\n";
    String owned =
        "  owned: {method: GET, path: \"/free/{id}\", summary: O, owner: {item: id},"
            + " requires: unmapped}\n";
    CatalogueDiff diff =
        CatalogueDiff.of(
            Shop.read(Shop.SHOP.replace("  me: {method", open + "  me: {method")),
            Shop.read(Shop.SHOP.replace("  me: {method", open + owned + "  me: {method")));
    assertThat(diff.isWidening()).isFalse();
    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.changes().get(0).loss())
        .map(Example::toString)
        .contains("POST /v1/free/x%20x with look");
  }

  @Test
  void capability_impliesMoreOrLess_isItsOwnGainOrLoss() throws Exception {
    assertThat(changes("implies: [make]", "implies: [make, look]"))
        .containsExactly(
            "CAPABILITY boss CHANGED; implies make > make, look; GAIN GET /v1/items with boss",
            "COMMAND shop get CHANGED; GAIN shop get with boss",
            "COMMAND shop put CHANGED; GAIN shop put (when name) with boss");
    assertThat(changes(", implies: [make]", ""))
        .containsExactly(
            "CAPABILITY boss CHANGED; implies make > -; LOSS PUT /v1/items/x with boss",
            "COMMAND shop put CHANGED; LOSS shop put with boss");
  }

  @Test
  void capability_textsAlone_areNeither() throws Exception {
    assertThat(
            changes(
                "look: {label: Look, category: all, access: read}",
                "look: {label: See, category: more, escalates: So.}"))
        .containsExactly(
            "CAPABILITY look CHANGED; label Look > See; category all > more;"
                + " access read > -; escalates - > So.");
  }

  @Test
  void catalogue_itsOwnValues_areNeither() throws Exception {
    assertThat(
            changes("version: \"1\"", "version: \"2\"\naccepted: [{warning: w, at: x, reason: R}]"))
        .containsExactly("CATALOGUE shop CHANGED; version 1 > 2; accepted w at x - > R");
    assertThat(changes("limits: {token: 10/hour}", "limits: {token: 9/hour, account: 1/hour}"))
        .containsExactly(
            "CATALOGUE shop CHANGED; limit of an account - > 1/hour;"
                + " limit of a token 10/hour > 9/hour");
    assertThat(changes("{all: All, more: More}", "{more: More, all: All}"))
        .containsExactly("CATALOGUE shop CHANGED; order of categories all first > more first");
    assertThat(changes("{all: All, more: More}", "{all: Everything}"))
        .containsExactly(
            "CATEGORY all CHANGED; label All > Everything",
            "CATEGORY more REMOVED; label More > -");
  }

  @Test
  void limits_publicNamed_isTold() throws Exception {
    assertThat(changes("limits: {token: 10/hour}", "limits: {token: 10/hour, public: 9/hour}"))
        .containsExactly("CATALOGUE shop CHANGED; limit of public requests - > 9/hour");
  }

  @Test
  void of_controlApiAndItself_isNothing() throws Exception {
    CatalogueDiff diff = CatalogueDiff.of(ControlApi.catalogue(), ControlApi.catalogue());
    assertThat(diff.changes()).isEmpty();
    assertThat(diff.older()).isSameAs(diff.newer());
  }

  @Test
  void of_controlApiAndAnotherCatalogue_losesAndGainsEverything() throws Exception {
    CatalogueDiff diff = CatalogueDiff.of(ControlApi.catalogue(), Shop.read(Shop.SHOP));
    assertThat(diff.isBreaking()).isTrue();
    assertThat(diff.isWidening()).isTrue();
  }
}
