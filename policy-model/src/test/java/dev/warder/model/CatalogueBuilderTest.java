package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueBuilderTest {

  @Test
  void build_everyPart_equalsTheSameFile() {
    assertThat(Samples.build(everyPart())).isEqualTo(Samples.read(CanonicalFormTest.EVERY_PART));
  }

  @Test
  void build_nothing_isToldWhatItLacks() {
    assertThat(Samples.problems(Catalogue.builder("shop")))
        .containsExactly(
            "shop: the catalogue has no `version`", "shop: the catalogue has no `title`");
  }

  @Test
  void build_twice_isTheSame() {
    CatalogueBuilder builder = everyPart();
    assertThat(Samples.build(builder)).isEqualTo(Samples.build(builder));
  }

  @Test
  void build_addedToAfterwards_hasBoth() {
    CatalogueBuilder builder = Samples.shop();
    Catalogue before = Samples.build(builder);
    builder.capability("more", c -> c.label("More").category("all"));
    assertThat(before.capabilities()).hasSize(2);
    assertThat(Samples.build(builder).capabilities()).hasSize(3);
  }

  @Test
  void build_severalProblems_areAllToldWithTheirPaths() {
    assertThat(
            Samples.problems(
                Samples.shop()
                    .documentation("shop")
                    .basePath("v1")
                    .category("a b", "")
                    .capability(
                        "public", c -> c.label(" ").category("al").implies("reed").escalates("\t"))
                    .operation("op", o -> o.at("get", "/{id}").summary("S").requiresAll("reed"))
                    .operation("list", o -> o.at("GET", "/x").account("id"))
                    .command("do", c -> c.aliases("do", "a  b").calls("lst"))
                    .command("nothing", c -> c)
                    .accountLimit(0)
                    .tokenLimit(1_000_000_001)
                    .clientLimit(-1)
                    .expiry(List.of("1d", "1d"), "never")))
        .extracting(problem -> problem.substring(0, Math.min(54, problem.length())))
        .containsExactly(
            "documentation: `shop` is not allowed here: an `https:/",
            "categories.a b: `a b` is not allowed here: 1 to 256 pr",
            "categories.a b: `` is not allowed here: 1 to 1,024 cha",
            "capabilities.public: `public` is not allowed here: 1 t",
            "capabilities.public.label: ` ` is not allowed here: 1 ",
            "capabilities.public.category: unknown category `al`; n",
            "capabilities.public.escalates: `\\u{9}` is not allowed ",
            "capabilities.public.implies[0]: unknown capability `re",
            "basePath: path `v1`: a path begins with `/`",
            "operations.op.method: `get` is not allowed here: 1 to ",
            "operations.op.requires: unknown capability `reed`; nea",
            "operations.op: operation `op` has a parameter but no a",
            "operations.list: operation `list` has no `summary`",
            "operations.list: operation `list` has no `requires`",
            "operations.list.account: operation `list` has no param",
            "commands.do.aliases[0]: `do` is a command's spelling a",
            "commands.do.aliases[1]: `a  b` is not allowed here: na",
            "commands.do.calls: unknown operation `lst`; nearest: `",
            "commands.nothing: command `nothing` calls nothing; wri",
            "limits.account: a limit is `N/hour`, with N from 1 to ",
            "limits.token: a limit is `N/hour`, with N from 1 to 10",
            "limits.client: a limit is `N/hour`, with N from 1 to 1",
            "expiry.choices[1]: `1d` stands twice in `choices`",
            "expiry.default: `never` is none of `choices`");
  }

  @Test
  void build_partTwice_isARepeatedKey() {
    assertThat(
            Samples.problems(
                Samples.shop().title("Store").capability("read", c -> c.label("R").label("R"))))
        .containsExactly(
            "title: key `title` stands twice in the catalogue; first at title",
            "capabilities.read: key `read` stands twice in capabilities; first at"
                + " capabilities.read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "any token", "unmapped", "any", "all"})
  void requires_wordOfARequirement_isAnUnknownCapability(String word) {
    assertThat(
            Samples.problems(
                Samples.shop()
                    .operation("op", o -> o.at("GET", "/x").summary("S").requiresAll(word))))
        .containsExactly("operations.op.requires: unknown capability `" + word + "`");
  }

  @Test
  void requires_preferred_isTheSameAsInAFile() {
    Requires requires =
        Requires.any(Requires.all("read"), Requires.all("write", "read").preferred());
    assertThat(
            Samples.build(
                    Samples.shop()
                        .operation("op", o -> o.at("GET", "/x").summary("S").requires(requires)))
                .canonicalForm())
        .contains(
            "\"requires\":{\"any\":[\"read\",{\"preferred\":{\"all\":[\"write\",\"read\"]}}]}");
  }

  @Test
  void requires_twoPreferredOrOneAlone_isRefusedAsInAFile() {
    Requires two =
        Requires.any(Requires.all("read").preferred(), Requires.all("write").preferred());
    Requires alone = Requires.any(Requires.all("read").preferred());
    assertThat(
            Samples.problems(
                Samples.shop()
                    .operation("two", o -> o.at("GET", "/x").summary("S").requires(two))
                    .operation("alone", o -> o.at("GET", "/y").summary("S").requires(alone))
                    .command("do", c -> c.calls("two").documented(two))))
        .extracting(problem -> problem.substring(0, Math.min(54, problem.length())))
        .containsExactly(
            "operations.two.requires: two alternatives are `preferr",
            "operations.alone.requires: `preferred` marks one alter",
            "commands.do.documented: `preferred` means nothing in `",
            "commands.do.documented: `preferred` means nothing in `");
  }

  @Test
  void requires_emptyCollection_isRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Requires.all(List.of()))
        .withMessage("no capability to require; give at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Requires.any(List.of()))
        .withMessage("no alternative to require; give at least one");
  }

  @Test
  void requires_collections_areAsIfWrittenOut() {
    Requires written = Requires.any(Requires.all("read", "write"), Requires.all("write"));
    Requires collected =
        Requires.any(
            List.of(Requires.all(List.of("read", "write")), Requires.all(List.of("write"))));
    Place place = new Place("p", 0, 0);
    assertThat(collected.at(place)).isEqualTo(written.at(place));
  }

  @Test
  void operation_accountAndOwners_areThoseOfTheFile() {
    Catalogue built =
        Samples.build(
            Samples.shop()
                .operation(
                    "op",
                    o ->
                        o.at("GET", "/{a}/{b}")
                            .summary("S")
                            .owner("y", "b")
                            .owner("x", "a")
                            .accountFromRequest()
                            .requiresAll("read")));
    assertThat(built.operations().get(0).accountRule())
        .hasToString("account: from-request and owner: y b, segment 1 and owner: x a, segment 0");
    assertThat(built.canonicalForm())
        .contains("\"account\":\"from-request\",\"owner\":{\"y\":\"b\",\"x\":\"a\"}");
  }

  @Test
  void operation_kindTwice_isRefused() {
    assertThat(
            Samples.problems(
                Samples.shop()
                    .operation(
                        "op",
                        o ->
                            o.at("GET", "/{a}/{b}")
                                .summary("S")
                                .owner("x", "a")
                                .owner("x", "b")
                                .requiresAll("read"))))
        .containsExactly(
            "operations.op.owner.x: key `x` stands twice in owner; first at"
                + " operations.op.owner.x");
  }

  @Test
  void requires_publicWithAccount_isRefused() {
    assertThat(
            Samples.problems(
                Samples.shop()
                    .operation(
                        "op",
                        o ->
                            o.at("GET", "/{a}")
                                .summary("S")
                                .account("a")
                                .requires(Requires.PUBLIC))))
        .containsExactly(
            "operations.op.account: operation `op` is public, so it is open to those who have no"
                + " account: write `account: not-checked`");
  }

  @Test
  void requires_arrayChangedAfterwards_staysAsItWas() {
    String[] others = {"read"};
    Requires requires = Requires.all("write", others);
    others[0] = "write";
    assertThat(
            Samples.build(
                    Samples.shop()
                        .operation("op", o -> o.at("GET", "/x").summary("S").requires(requires)))
                .operations()
                .get(0)
                .requirement())
        .hasToString("write and read");
  }

  @Test
  void condition_second_hasItsOwnPath() {
    CatalogueBuilder builder =
        Samples.shop()
            .operation("op", o -> o.at("GET", "/x").summary("S").requiresAll("read"))
            .command("do", c -> c.condition("a", "A", "op").condition("a b", "A", "po"));
    assertThat(Samples.problems(builder))
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly("commands.do.when[1].name", "commands.do.when[1].calls");
  }

  @Test
  void callsUnspecified_withoutText_isRefused() {
    assertThat(Samples.problems(Samples.shop().command("do", c -> c.callsUnspecified(" "))))
        .singleElement()
        .asString()
        .startsWith("commands.do.calls.unspecified: ` ` is not allowed here");
  }

  @Test
  void owner_unknownParameter_isToldAtItsKind() {
    assertThat(
            Samples.problems(
                Samples.shop()
                    .operation(
                        "op",
                        o ->
                            o.at("GET", "/{id}")
                                .summary("S")
                                .owner("item", "it")
                                .requiresAll("read"))))
        .containsExactly("operations.op.owner.item: no parameter `it` in `/{id}`; nearest: `id`");
  }

  @Test
  void problem_ofCatalogueMadeInCode_hasNoLine() {
    assertThatThrownBy(() -> Catalogue.builder("shop").version("1").build())
        .isInstanceOfSatisfying(
            InvalidCatalogue.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        new Problem(new Place("shop", 0, 0), "the catalogue has no `title`")));
  }

  /** Returns what {@link CanonicalFormTest#EVERY_PART} says, made in code. */
  private static CatalogueBuilder everyPart() {
    return Catalogue.builder("every-part")
        .version("2026-11")
        .title("Every \"part\" \\ it has")
        .documentation("https://example.com/docs")
        .basePath("/v1")
        .category("apps", "Apps")
        .category("keys", "Clés 🔑")
        .capability("read:app", c -> c.label("Read App").category("apps").access(Access.READ))
        .capability(
            "write:app",
            c -> c.label("Write App").category("apps").access(Access.WRITE).implies("read:app"))
        .capability(
            "*",
            c ->
                c.label("yes")
                    .category("keys")
                    .access(Access.ADMIN)
                    .implies("write:app", "read:app")
                    .escalates("Makes keys."))
        .capability("1", c -> c.label("1.0").category("keys"))
        .operation("health", o -> o.at("GET", "/health").summary("~").requires(Requires.PUBLIC))
        .operation("me", o -> o.at("GET", "/me").summary("- Me").requires(Requires.ANY_TOKEN))
        .operation(
            "list-apps",
            o ->
                o.at("GET", "/accounts/{account_id}/apps")
                    .summary("List: apps # all")
                    .account("account_id")
                    .requiresAll("read:app"))
        .operation(
            "update-app",
            o ->
                o.at("PATCH", "/apps/{id}")
                    .summary("Update an app")
                    .owner("app", "id")
                    .requiresAll("write:app", "1")
                    .documentation("http://example.com/update"))
        .operation(
            "share-app",
            o ->
                o.at("POST", "/apps/{id}/@me")
                    .summary("Share an app")
                    .accountNotChecked()
                    .requires(Requires.any(Requires.all("*"), Requires.all("1", "write:app"))))
        .operation(
            "delete-app",
            o ->
                o.at("DELETE", "/apps/{id}")
                    .summary("Delete an app")
                    .owner("app", "id")
                    .requires(Requires.UNMAPPED))
        .command("every apps list", c -> c.calls("me", "list-apps"))
        .command(
            "every apps update",
            c ->
                c.aliases("every app update", "every update")
                    .former("every put")
                    .documented(Requires.all("write:app"))
                    .calls("update-app")
                    .callsUnspecified("POST /help")
                    .condition("app", "with an app", "me", "list-apps")
                    .condition("key", "with a key", "me"))
        .accountLimit(4_000)
        .tokenLimit(2_000)
        .clientLimit(60)
        .expiry(List.of("30d", "never"), "30d")
        .accept("understated-documentation", "every apps list", "Kept: `*`")
        .accept("guards-nothing", "1", "yes");
  }
}
