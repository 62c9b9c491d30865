package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.model.Access;
import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import dev.warder.model.InvalidCatalogue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilityChoiceTest {
  private static final CapabilityChoice CONTROL_API = CapabilityChoice.of(ControlApi.catalogue());

  /** Labels that are raw strings, groups or each other's but for case; categories likewise. */
  private static final CapabilityChoice HOSTILE = CapabilityChoice.of(hostile());

  static Catalogue hostile() {
    try {
      return Catalogue.builder("hostile")
          .version("1")
          .title("Hostile")
          .category("rules", "Namespaces")
          .category("namespaces", "Rules")
          .category("same", "Twin")
          .category("other", "twin")
          .category("empty", "Nothing")
          .capability("read:rule", c -> c.label("write:rule").category("rules"))
          .capability("write:rule", c -> c.label("Both").category("rules"))
          .capability("x", c -> c.label("Both").category("namespaces"))
          .capability("y", c -> c.label("Case").category("same"))
          .capability("z", c -> c.label("case").category("other"))
          .capability("ALL", c -> c.label("all").category("other"))
          .capability("w", c -> c.label("All of Same").category("same"))
          .capability("v", c -> c.label("all admin").category("same"))
          .capability("alone", c -> c.label("All Read").category("other").access(Access.READ))
          .build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  private static Refused refusal(CapabilityChoice choice, String... said) {
    return catchThrowableOfType(Refused.class, () -> choice.choose(List.of(said)));
  }

  private static void assertRefused(
      CapabilityChoice choice, String said, RefusalReason reason, String message) {
    Refused refused = refusal(choice, said);
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "read:app, read:app",
    "Read App, read:app",
    "read app, read:app",
    "READ APP, read:app",
    "Read Rule, read:namespace",
    "read rule, read:namespace",
    "Read Integration, read:rule",
    "read:rule, read:rule",
    "all of Apps, read:app write:app",
    "all of apps, read:app write:app",
    "ALL OF APPS, read:app write:app",
    "all of Rules, read:rule write:rule",
    "all of Statistics, read:stats",
    "all write, write:app write:key write:rule write:queue write:namespace",
    "All Read, read:app read:key read:rule read:queue read:namespace read:stats",
    "all, read:app write:app read:key write:key read:rule write:rule read:queue write:queue"
        + " read:namespace write:namespace read:stats",
  })
  void choose_oneOfControlApi_isWhatItMeans(String said, String raws) throws Exception {
    assertThat(CONTROL_API.choose(List.of(said))).containsExactly(raws.split(" ", -1));
  }

  @Test
  void choose_several_areUnitedInTheCataloguesOrder() throws Exception {
    Set<String> chosen =
        CONTROL_API.choose(List.of("read:stats", "all of keys", "Read Key", "write:app"));
    assertThat(chosen).containsExactly("write:app", "read:key", "write:key", "read:stats");
  }

  @Test
  void choose_bareWordOfSeveral_isNeverResolved() {
    assertRefused(
        CONTROL_API,
        "rule",
        RefusalReason.AMBIGUOUS_CAPABILITY,
        "`rule` may mean `read:rule` (Read Integration), `write:rule` (Write Integration),"
            + " `read:namespace` (Read Rule), `write:namespace` (Write Rule); name one of them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stats|`stats`; did you mean `read:stats` (Read Stats)?",
        "READ:APP|`READ:APP`; did you mean `read:app` (Read App)?",
        "read:ap|`read:ap`; did you mean `read:app`?",
        "Raed App|`Raed App`; did you mean `Read App`?",
        "all of Aps|`all of Aps`; did you mean `all of Apps`?",
        "all reads|`all reads`; did you mean `all read`?",
        "al|`al`; did you mean `all`?",
        "write:stats|`write:stats`; name a raw string, a label, `all of` a category, or `all`",
        "all of|`all of`; name a raw string, a label, `all of` a category, or `all`",
        "nothing of the kind|`nothing of the kind`; name a raw string, a label, `all of` a"
            + " category, or `all`",
        "''|``; name a raw string, a label, `all of` a category, or `all`",
      })
  void choose_wordsOfNobody_areRefusedWithTheNearest(String said, String message) {
    assertRefused(
        CONTROL_API, said, RefusalReason.UNKNOWN_CAPABILITY, "no capability is called " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {" read:app", "read:app ", "all  read", "all of  Apps", "all ofApps"})
  void choose_otherSpaces_areRefused(String said) {
    assertThat(refusal(CONTROL_API, said).reason()).isEqualTo(RefusalReason.UNKNOWN_CAPABILITY);
  }

  @Test
  void choose_severalWithOneUnknown_isRefused() {
    assertThat(refusal(CONTROL_API, "read:app", "no such thing").reason())
        .isEqualTo(RefusalReason.UNKNOWN_CAPABILITY);
  }

  @Test
  void choose_nothing_isRefused() {
    Refused refused = refusal(CONTROL_API);
    assertThat(refused.reason()).isEqualTo(RefusalReason.NO_CAPABILITY);
    assertThat(refused).hasMessage("no capability was chosen; a token carries at least one");
  }

  @Test
  void choose_groupWithoutCapability_isRefusedBesideOthersToo() {
    assertRefused(
        CONTROL_API,
        "all admin",
        RefusalReason.NO_CAPABILITY,
        "`all admin` has no capability in it; a token carries at least one");
    assertThat(refusal(CONTROL_API, "read:app", "all admin").reason())
        .isEqualTo(RefusalReason.NO_CAPABILITY);
    assertThat(refusal(HOSTILE, "all of Nothing").reason()).isEqualTo(RefusalReason.NO_CAPABILITY);
  }

  @Test
  void choose_rawStringThatIsALabelToo_isTheRawString() throws Exception {
    assertThat(HOSTILE.choose(List.of("write:rule"))).containsExactly("write:rule");
    assertThat(HOSTILE.choose(List.of("ALL"))).containsExactly("ALL");
  }

  @Test
  void choose_labelOfTwo_isRefused() {
    assertRefused(
        HOSTILE,
        "both",
        RefusalReason.AMBIGUOUS_CAPABILITY,
        "`both` may mean `write:rule` (Both), `x` (Both); name one of them");
    assertThat(refusal(HOSTILE, "Both").reason()).isEqualTo(RefusalReason.AMBIGUOUS_CAPABILITY);
  }

  @Test
  void choose_labelsThatDifferInCase_areToldApartByItAlone() throws Exception {
    assertThat(HOSTILE.choose(List.of("Case"))).containsExactly("y");
    assertThat(HOSTILE.choose(List.of("case"))).containsExactly("z");
    assertThat(refusal(HOSTILE, "CASE").reason()).isEqualTo(RefusalReason.AMBIGUOUS_CAPABILITY);
  }

  @Test
  void choose_categoryWhoseNameIsAnothersLabel_isRefused() {
    assertRefused(
        HOSTILE,
        "all of RULES",
        RefusalReason.AMBIGUOUS_CAPABILITY,
        "`all of RULES` may mean `rules` (Namespaces), `namespaces` (Rules); name one of them");
  }

  @Test
  void choose_categoriesThatDifferInCase_areToldApartByItAlone() throws Exception {
    assertThat(HOSTILE.choose(List.of("all of rules"))).containsExactly("read:rule", "write:rule");
    assertThat(HOSTILE.choose(List.of("all of Rules"))).containsExactly("x");
    assertThat(HOSTILE.choose(List.of("all of other"))).containsExactly("z", "ALL", "alone");
    assertThat(refusal(HOSTILE, "all of TWIN").reason())
        .isEqualTo(RefusalReason.AMBIGUOUS_CAPABILITY);
  }

  @Test
  void choose_labelThatIsAGroupToo_isRefused() {
    assertRefused(
        HOSTILE,
        "all",
        RefusalReason.AMBIGUOUS_CAPABILITY,
        "`all` may mean `ALL` (all), a group of 9 by these words; name one of them");
    assertThat(refusal(HOSTILE, "all of same").reason())
        .isEqualTo(RefusalReason.AMBIGUOUS_CAPABILITY);
    assertRefused(
        HOSTILE,
        "all admin",
        RefusalReason.AMBIGUOUS_CAPABILITY,
        "`all admin` may mean `v` (all admin), a group of 0 by these words; name one of them");
  }

  @Test
  void choose_labelThatIsAGroupOfItselfAlone_isThat() throws Exception {
    assertThat(HOSTILE.choose(List.of("all read"))).containsExactly("alone");
  }

  @Test
  void choose_hostileWords_areShownHarmlessAndShort() {
    assertRefused(
        CONTROL_API,
        "a\u202Eb\n",
        RefusalReason.UNKNOWN_CAPABILITY,
        "no capability is called `a\\u{202e}b\\u{a}`; name a raw string, a label, `all of` a"
            + " category, or `all`");
    assertThat(refusal(CONTROL_API, "é".repeat(100_000)).getMessage())
        .contains("`" + "é".repeat(80) + "…`")
        .hasSizeLessThan(200);
  }

  @Test
  void choose_wordOfManyCapabilities_showsTenAndCountsTheRest() throws Exception {
    var builder = Catalogue.builder("many").version("1").title("Many").category("c", "C");
    for (int i = 1; i <= 12; i++) {
      builder.capability("thing:" + i, c -> c.label("Label").category("c"));
    }
    CapabilityChoice many = CapabilityChoice.of(builder.build());
    assertThat(refusal(many, "thing").getMessage())
        .startsWith("`thing` may mean `thing:1` (Label), ")
        .endsWith(", `thing:10` (Label), and 2 more; name one of them");
  }
}
