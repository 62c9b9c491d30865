package dev.warder.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.ControlApi;
import dev.warder.model.InvalidCatalogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One change at a time, and what it comes to. */
class CatalogueDiffTest {
  static final String SHOP =
      """
      catalogue: shop
      format: 1
      version: "1"
      title: Shop
      basePath: /v1
      categories: {all: All, more: More}
      capabilities:
        look: {label: Look, category: all, access: read}
        make: {label: Make, category: all}
        boss: {label: Boss, category: all, implies: [make]}
      operations:
        list: {method: GET, path: /items, summary: List, requires: look}
        get: {method: GET, path: "/items/{id}", summary: Get, owner: {item: id}, requires: look}
        put: {method: PUT, path: "/items/{id}", summary: Put, owner: {item: id}, requires: make}
        of: {method: GET, path: "/of/{account}", summary: Of, account: account, requires: look}
        me: {method: GET, path: /me, summary: Me, requires: any token}
      commands:
        shop get: {aliases: [shop show], calls: [me, get]}
        shop put: {calls: [put], when: [{name: name, condition: by name, calls: [list]}]}
      limits: {token: 10/hour}
      """;

  static Catalogue read(String text) {
    try {
      return CatalogueReader.parse("shop.yaml", text);
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the changes from the shop to one with another text, each in a line. */
  private static List<String> changes(String text, String other) throws TooMuchWork {
    return changes(text, text, other);
  }

  /** Returns the changes from the one to the other, where the shop has a text. */
  private static List<String> changes(String text, String one, String other) throws TooMuchWork {
    assertThat(SHOP).containsOnlyOnce(text);
    Catalogue older = read(SHOP.replace(text, one));
    List<String> lines = new ArrayList<>();
    for (CatalogueChange change :
        CatalogueDiff.of(older, read(SHOP.replace(text, other))).changes()) {
      StringBuilder line = new StringBuilder(change.toString());
      for (CatalogueChange.Value value : change.values()) {
        line.append("; ").append(value.name());
        line.append(' ').append(value.before().orElse("-"));
        line.append(" > ").append(value.after().orElse("-"));
      }
      change.gain().ifPresent(gain -> line.append("; GAIN ").append(gain));
      change.loss().ifPresent(loss -> line.append("; LOSS ").append(loss));
      lines.add(line.toString());
    }
    return lines;
  }

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
            read(SHOP.replace("  me: {method", open + "  me: {method")),
            read(SHOP.replace("  me: {method", open + owned + "  me: {method")));
    assertThat(diff.isWidening()).isFalse();
    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.changes().get(0).loss())
        .map(Example::toString)
        .contains("POST /v1/free/x%20x with look");
  }

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
        read(SHOP.replace("summary: Get, owner: {item: id}", "summary: Get, account: not-checked"));
    CatalogueDiff narrowed = CatalogueDiff.of(open, read(SHOP));
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
    Catalogue older = read(SHOP.replace(owner, "summary: Get, account: from-request"));
    Catalogue newer = read(SHOP.replace(owner, "summary: Get, account: not-checked"));
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
    Catalogue older = read(SHOP.replace(me, two.formatted("{item: a, thing: b}") + me));
    Catalogue newer = read(SHOP.replace(me, two.formatted("{thing: b, item: a}") + me));
    CatalogueDiff diff = CatalogueDiff.of(older, newer);
    assertThat(diff.isWidening() || diff.isBreaking()).isFalse();
    assertThat(diff.changes().get(0).values())
        .hasToString("[owner: item: a, thing: b -> thing: b, item: a]");
    CatalogueDiff dropped =
        CatalogueDiff.of(older, read(SHOP.replace(me, two.formatted("{item: a}") + me)));
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
  void command_spellingRemovedOrAdded_isLostOrGained() throws Exception {
    assertThat(
            changes(
                "{aliases: [shop show], calls: [me, get]}",
                "{former: [shop see], calls: [me, get]}"))
        .containsExactly(
            "COMMAND shop get CHANGED; aliases shop show > -; former - > shop see;"
                + " GAIN shop see with look; LOSS shop show with look");
  }

  @Test
  void command_renamed_isPairedByAnotherSpelling() throws Exception {
    assertThat(
            changes(
                "shop get: {aliases: [shop show]",
                "shop view: {aliases: [shop show], former: [shop get]"))
        .containsExactly(
            "COMMAND shop view CHANGED; name shop get > shop view; former - > shop get;"
                + " GAIN shop view with look");
  }

  @Test
  void command_condition_isAQuestionOfItsOwn() throws Exception {
    assertThat(changes(", when: [{name: name, condition: by name, calls: [list]}]", ""))
        .containsExactly(
            "COMMAND shop put CHANGED; when name > -; when name condition by name > -;"
                + " when name calls list > -; LOSS shop put (when name) with look and make");
  }

  @Test
  void command_callNobodyDescribes_isLost() throws Exception {
    assertThat(changes("calls: [me, get]", "calls: [me, get, {unspecified: GET /x}]"))
        .containsExactly(
            "COMMAND shop get CHANGED; calls me, get > me, get, GET /x; LOSS shop get with look");
  }

  @Test
  void of_controlApiAndItself_isNothing() throws Exception {
    CatalogueDiff diff = CatalogueDiff.of(ControlApi.catalogue(), ControlApi.catalogue());
    assertThat(diff.changes()).isEmpty();
    assertThat(diff.older()).isSameAs(diff.newer());
  }

  @Test
  void of_controlApiAndAnotherCatalogue_losesAndGainsEverything() throws Exception {
    CatalogueDiff diff = CatalogueDiff.of(ControlApi.catalogue(), read(SHOP));
    assertThat(diff.isBreaking()).isTrue();
    assertThat(diff.isWidening()).isTrue();
  }
}
