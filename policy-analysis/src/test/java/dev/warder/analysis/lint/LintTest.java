package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.Catalogues.empty;
import static dev.warder.analysis.lint.Catalogues.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Access;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of warning, with what just has it and what just has not. */
class LintTest {

  private static CatalogueBuilder shop() {
    return empty()
        .capability("look", c -> c.label("Look").category("all").access(Access.READ))
        .capability("make", c -> c.label("Make").category("all").access(Access.WRITE))
        .capability("rule", c -> c.label("Rule").category("all").access(Access.ADMIN))
        .capability("none", c -> c.label("None").category("all"));
  }

  private static CatalogueBuilder shop(String method, Requires requires) {
    return shop().operation("op", o -> o.at(method, "/op").summary("S").requires(requires));
  }

  @Test
  void guardsNothing_neededInAnAlternativeOrImplyingIt_isNot() throws Exception {
    assertThat(
            warnings(
                WarningKind.GUARDS_NOTHING,
                empty()
                    .capability("a", c -> c.label("A").category("all"))
                    .capability("b", c -> c.label("B").category("all"))
                    .capability("c", c -> c.label("C").category("all").implies("b"))
                    .capability("d", c -> c.label("D").category("all").implies("c"))
                    .capability("e", c -> c.label("E").category("all").implies("f"))
                    .capability("f", c -> c.label("F").category("all"))
                    .operation(
                        "op",
                        o ->
                            o.at("GET", "/op")
                                .summary("S")
                                .requires(Requires.any(Requires.all("a"), Requires.all("a", "b"))))
                    .operation(
                        "me", o -> o.at("GET", "/me").summary("S").requires(Requires.ANY_TOKEN))
                    .command("tool", c -> c.documented(Requires.all("f")).calls("me"))))
        .containsExactly("e: no operation needs it or what it implies", "f: no operation needs it");
  }

  @Test
  void emptyCategory_withoutACapability_isOne() throws Exception {
    assertThat(
            warnings(
                WarningKind.EMPTY_CATEGORY,
                empty()
                    .category("some", "Some")
                    .category("more", "More")
                    .capability("a", c -> c.label("A").category("some"))))
        .containsExactly("all: no capability is in it", "more: no capability is in it");
  }

  @Test
  void duplicateLabel_eachAfterTheFirst_isOne() throws Exception {
    assertThat(
            warnings(
                WarningKind.DUPLICATE_LABEL,
                empty()
                    .capability("a", c -> c.label("Same").category("all"))
                    .capability("b", c -> c.label("same").category("all"))
                    .capability("c", c -> c.label("Same").category("all"))
                    .capability("d", c -> c.label("Same").category("all"))))
        .containsExactly(
            "c: its label `Same` is that of `a` too", "d: its label `Same` is that of `a` too");
  }

  @ParameterizedTest
  @CsvSource({
    "read:rule, Read Rule, read:other, Read Other, false",
    "read:rule, Read Other, read:other, Read Rule, true",
    "read:rule, Read Other, read:other, rule: READ, true",
    "read:rule, Read Other, read:other, Read Rules, false",
    "read:rule, Read Other, read:other, Rule, false",
    "read:rule, X, rule:read-more, Read Rule, false",
    "a:b, X, c:d, ..., false",
    "***, X, c:d, !!!, false"
  })
  void crossedLabel_wordsOfAnothersRawString_isOne(
      String raw, String label, String otherRaw, String otherLabel, boolean isCrossed)
      throws Exception {
    List<String> found =
        warnings(
                WarningKind.CROSSED_LABEL,
                empty()
                    .capability(raw, c -> c.label(label).category("all"))
                    .capability(otherRaw, c -> c.label(otherLabel).category("all")))
            .stream()
            .filter(warning -> warning.startsWith(otherRaw + ":"))
            .toList();
    assertThat(found).hasSize(isCrossed ? 1 : 0);
  }

  @Test
  void escalatingCapability_saysHow() throws Exception {
    assertThat(
            warnings(
                WarningKind.ESCALATING_CAPABILITY,
                empty().capability("a", c -> c.label("A").category("all").escalates("Like so."))))
        .containsExactly("a: Like so.");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, look, true", "PUT, look, true", "PATCH, look, true", "DELETE, look, true",
    "GET, look, false", "HEAD, look, false", "SEARCH, look, false", "POST, make, false",
    "POST, rule, false", "POST, none, false", "POST, look make, false"
  })
  void writeGuardedByRead_readCapabilitiesAlone_isOne(String method, String all, boolean isOne)
      throws Exception {
    assertThat(
            warnings(
                WarningKind.WRITE_GUARDED_BY_READ,
                shop(method, Requires.all(List.of(all.split(" "))))))
        .isEqualTo(isOne ? List.of("op: for `" + method + "` `look` suffices") : List.of());
  }

  @Test
  void writeGuardedByRead_oneAlternativeOfSeveral_isOne() throws Exception {
    assertThat(
            warnings(
                WarningKind.WRITE_GUARDED_BY_READ,
                shop("POST", Requires.any(Requires.all("make"), Requires.all("look")))))
        .containsExactly("op: for `POST` `look` suffices");
    assertThat(
            warnings(
                WarningKind.WRITE_GUARDED_BY_READ,
                shop("POST", Requires.all("look", "peek"))
                    .capability("peek", c -> c.label("P").category("all").access(Access.READ))))
        .containsExactly("op: for `POST` `look` and `peek` suffice");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, make, `make` is needed",
    "HEAD, make, `make` is needed",
    "GET, look make, `look` and `make` are needed",
    "OPTIONS, make, ",
    "POST, make, ",
    "GET, look, ",
    "GET, rule, ",
    "GET, none, "
  })
  void readGuardedByWrite_noWayWithoutOne_isOne(String method, String all, String message)
      throws Exception {
    assertThat(
            warnings(
                WarningKind.READ_GUARDED_BY_WRITE,
                shop(method, Requires.all(List.of(all.split(" "))))))
        .isEqualTo(message == null ? List.of() : List.of("op: for `" + method + "` " + message));
  }

  @Test
  void readGuardedByWrite_alternatives_mustAllWrite() throws Exception {
    assertThat(
            warnings(
                WarningKind.READ_GUARDED_BY_WRITE,
                shop("GET", Requires.any(Requires.all("make"), Requires.all("look")))))
        .isEmpty();
    assertThat(
            warnings(
                WarningKind.READ_GUARDED_BY_WRITE,
                shop("GET", Requires.any(Requires.all("make"), Requires.all("look", "make")))))
        .containsExactly("op: for `GET` `make`, or `look` and `make` is needed");
  }

  @Test
  void unmappedOperation_isOne() throws Exception {
    assertThat(warnings(WarningKind.UNMAPPED_OPERATION, shop("GET", Requires.UNMAPPED)))
        .containsExactly("op: nobody has said what `GET /op` needs");
    for (Requires other : List.of(Requires.PUBLIC, Requires.ANY_TOKEN, Requires.all("look"))) {
      assertThat(warnings(WarningKind.UNMAPPED_OPERATION, shop("GET", other))).isEmpty();
    }
  }

  @Test
  void understatedDocumentation_onlyWhatIsAlwaysCalledCounts() throws Exception {
    CatalogueBuilder builder =
        shop()
            .operation("a", o -> o.at("GET", "/a").summary("A").requires(Requires.all("look")))
            .operation(
                "b", o -> o.at("GET", "/b").summary("B").requires(Requires.all("make", "rule")))
            .operation("me", o -> o.at("GET", "/me").summary("M").requires(Requires.ANY_TOKEN))
            .command("exact", c -> c.documented(Requires.all("look")).calls("a"))
            .command("more", c -> c.documented(Requires.all("look", "make")).calls("a"))
            .command(
                "either",
                c ->
                    c.documented(
                            Requires.any(
                                Requires.all("look"),
                                Requires.all("make", "rule"),
                                Requires.all("look", "make", "rule")))
                        .calls("a", "b"))
            .command("token", c -> c.documented(Requires.ANY_TOKEN).calls("a"))
            .command("open", c -> c.documented(Requires.PUBLIC).calls("me"))
            .command("nobody", c -> c.documented(Requires.UNMAPPED).calls("a"))
            .command("silent", c -> c.calls("a"))
            .command("sometimes", c -> c.documented(Requires.all("look")).condition("x", "X", "b"))
            .command(
                "partly",
                c -> c.documented(Requires.all("look")).calls("a").condition("x", "X", "b"))
            .command("obscure", c -> c.documented(Requires.all("look")).callsUnspecified("GET /x"));
    assertThat(warnings(WarningKind.UNDERSTATED_DOCUMENTATION, builder))
        .containsExactly(
            "either: `look` is documented, and `make` and `rule` are needed too;"
                + " `make and rule` is documented, and `look` is needed too",
            "token: `any token` is documented, and `look` is needed too",
            "open: `public` is documented, and a token is needed too");
  }

  @Test
  void accepted_byKindAndSubject_isTheWarningWithItsReason() throws Exception {
    List<Warning> warnings =
        Lint.of(
            Catalogues.build(
                shop("GET", Requires.UNMAPPED)
                    .accept("unmapped-operation", "op", "It is on its way out")
                    .accept("guards-nothing", "rule", "Next year")));
    assertThat(warnings.stream().filter(w -> w.acceptance().isPresent()))
        .extracting(w -> w.kind().code() + " " + w.subject() + " " + w.acceptance().orElseThrow())
        .containsExactly(
            "guards-nothing rule guards-nothing rule: Next year",
            "unmapped-operation op unmapped-operation op: It is on its way out");
    assertThat(warnings).filteredOn(w -> w.kind() == WarningKind.UNUSED_ACCEPTANCE).isEmpty();
    assertThat(warnings).extracting(Warning::kind).isSorted();
  }

  @Test
  void unusedAcceptance_tellsWhatIsNear() throws Exception {
    assertThat(
            warnings(
                WarningKind.UNUSED_ACCEPTANCE,
                shop("GET", Requires.UNMAPPED)
                    .accept("unmapped-operation", "opp", "A")
                    .accept("unmaped-operation", "op", "B")
                    .accept("quite-another", "op", "C")
                    .accept("duplicate-label", "op", "D")
                    .accept("unused-acceptance", "duplicate-label op", "E")))
        .containsExactly(
            "unmapped-operation opp: there is no `unmapped-operation` at `opp`; nearest: `op`",
            "unmaped-operation op: there is no kind of warning `unmaped-operation`; nearest:"
                + " `unmapped-operation`",
            "quite-another op: there is no kind of warning `quite-another`",
            "duplicate-label op: there is no `duplicate-label` at `op`",
            "unused-acceptance duplicate-label op: this kind of warning cannot be accepted;"
                + " remove what accepts nothing instead");
  }

  @Test
  void kinds_all_areTheTableOfTheSemantics() throws Exception {
    String semantics = Files.readString(Path.of("..", "spec", "SEMANTICS.md"));
    String section = semantics.substring(semantics.indexOf("### 5.2 Warnings"));
    List<String> documented =
        section
            .substring(0, section.indexOf("## 6."))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();
    assertThat(Stream.of(WarningKind.values()).map(WarningKind::code))
        .containsExactlyElementsOf(documented);
    assertThat(Stream.of(WarningKind.values()).map(WarningKind::reason)).doesNotHaveDuplicates();
    for (WarningKind kind : WarningKind.values()) {
      assertThat(WarningKind.of(kind.code())).contains(kind);
      assertThat(kind).hasToString(kind.code());
    }
    assertThat(WarningKind.of("GUARDS_NOTHING")).isEmpty();
  }

  /** 36 templates of 12 segments: 250,000 steps and 16 for each of the 432 segments. */
  @Test
  void of_templatesThatOverlapInTooManyWays_isRefused() {
    CatalogueBuilder builder = empty();
    for (int i = 0; i < 12; i++) {
      for (String literal : List.of("a", "b", "c")) {
        StringBuilder path = new StringBuilder();
        for (int j = 0; j < 12; j++) {
          path.append(i == j ? "/" + literal : "/{p" + j + "}");
        }
        builder.operation(
            literal + i,
            o ->
                o.at("GET", path.toString())
                    .summary("S")
                    .accountNotChecked()
                    .requires(Requires.PUBLIC));
      }
    }
    assertThatThrownBy(() -> Lint.of(Catalogues.build(builder)))
        .isInstanceOf(TooMuchWork.class)
        .hasMessageStartingWith(
            "the templates overlap in too many ways: to tell them apart takes more than 256912"
                + " steps. Paths may match several of ")
        .hasMessageEndingWith("write more of their segments as literals");
  }

  /** Lint warns once of each literal's path, and compares both requirements once. */
  @Test
  void of_oneParameterBeside20000Literals_isDone() throws Exception {
    CatalogueBuilder builder = empty();
    builder.operation(
        "any", o -> o.at("GET", "/{a}").summary("S").accountNotChecked().requires(Requires.PUBLIC));
    for (int i = 0; i < 20_000; i++) {
      String path = "/x" + i;
      builder.operation("o" + i, o -> o.at("GET", path).summary("S").requires(Requires.UNMAPPED));
    }
    assertThat(Lint.of(Catalogues.build(builder)))
        .filteredOn(warning -> warning.kind() == WarningKind.OVERLAPPING_TEMPLATES)
        .hasSize(20_000);
  }

  @Test
  @Timeout(60)
  void of_tenThousandOperations_isDone() throws Exception {
    assertThat(Lint.of(RandomCatalogues.large(3, 10_000))).isNotEmpty();
  }
}
