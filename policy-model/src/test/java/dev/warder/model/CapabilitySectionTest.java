package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Capabilities of a file; what is refused of them is also in the vectors of broken catalogues. */
class CapabilitySectionTest {

  @Test
  void capability_withEveryKey_hasThem() {
    Catalogue catalogue =
        read(
            """
            read: {label: Read App, category: all}
            write:
              label: Write App
              category: all
              access: write
              implies: [read]
              escalates: Can make a key.
            """);
    Capability write = catalogue.capability("write").orElseThrow();
    assertThat(write.ordinal()).isEqualTo(1);
    assertThat(write.raw()).isEqualTo("write").isEqualTo(write.toString());
    assertThat(write.label()).isEqualTo("Write App");
    assertThat(write.category()).isEqualTo(new Category("all", "All"));
    assertThat(write.access()).contains(Access.WRITE);
    assertThat(write.implies()).containsExactly("read");
    assertThat(write.escalates()).contains("Can make a key.");
  }

  @Test
  void capability_withLabelAndCategoryAlone_hasNothingElse() {
    Capability read = read("read: {label: Read, category: all}").capabilities().get(0);
    assertThat(read.access()).isEmpty();
    assertThat(read.implies()).isEmpty();
    assertThat(read.escalates()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"read, READ", "write, WRITE", "admin, ADMIN"})
  void access_eachWord_isThatAccess(String word, Access access) {
    assertThat(read("a: {label: A, category: all, access: " + word + "}").capabilities().get(0))
        .extracting(capability -> capability.access().orElseThrow())
        .isEqualTo(access);
    assertThat(access.word()).isEqualTo(word);
  }

  @Test
  void access_list_isRefusedOnce() {
    assertThat(problems("a: {label: A, category: all, access: [read]}"))
        .containsExactly("7:40: text is expected here, not a list");
  }

  @Test
  void categories_any_areInOrder() {
    Catalogue catalogue =
        Samples.read(
            """
            catalogue: shop
            format: 1
            version: "1"
            title: Shop
            categories: {z: Last, a: First}
            capabilities: {}
            operations: {}
            """);
    assertThat(catalogue.categories())
        .containsExactly(new Category("z", "Last"), new Category("a", "First"));
  }

  @Test
  void categories_withoutText_areRefusedAndStillKnown() {
    assertThat(
            Samples.problems(
                """
                catalogue: shop
                format: 1
                version: "1"
                title: Shop
                categories: {a: []}
                capabilities: {read: {label: Read, category: a}}
                operations: {}
                """))
        .containsExactly("5:17: text is expected here, not a list");
  }

  @Test
  void implies_laterCapability_isKnown() {
    assertThat(
            read("""
            a: {label: A, category: all, implies: [b]}
            b: {label: B, category: all}
            """)
                .capabilities()
                .get(0)
                .implies())
        .containsExactly("b");
  }

  @Test
  void implies_brokenCapability_isNoFurtherProblem() {
    assertThat(
            problems(
                """
                a: {label: A, category: all, implies: [b]}
                b: {label: '', category: all}
                """))
        .hasSize(1);
  }

  @Test
  void implies_unknownTwice_isToldBoth() {
    assertThat(problems("a: {label: A, category: all, implies: [x, x, [y]]}"))
        .containsExactly(
            "7:42: unknown capability `x`; nearest: `a`",
            "7:45: `x` is implied twice",
            "7:48: text is expected here, not a list");
  }

  @Test
  void implies_twoSeparateCircles_areBothTold() {
    assertThat(
            problems(
                """
                a: {label: A, category: all, implies: [b]}
                b: {label: B, category: all, implies: [a]}
                c: {label: C, category: all, implies: [c]}
                """))
        .containsExactly(
            "8:42: implied in a circle: `a` → `b` → `a`", "9:42: implied in a circle: `c` → `c`");
  }

  private static CatalogueBuilder chain(int capabilities) {
    CatalogueBuilder builder =
        Catalogue.builder("chain").version("1").title("Chain").category("all", "All");
    for (int i = 0; i < capabilities; i++) {
      String[] next = i == capabilities - 1 ? new String[0] : new String[] {"c" + (i + 1)};
      builder.capability("c" + i, c -> c.label("C").category("all").implies(next));
    }
    return builder;
  }

  /** One step for each of the others that each of them implies: 2,828 * 2,827 / 2. */
  @Test
  void implies_chainOf2828_isReadAndClosed() {
    Catalogue catalogue = Samples.build(chain(2_828));
    assertThat(catalogue.closure(List.of(catalogue.capabilities().get(0)))).hasSize(2_828);
  }

  @Test
  void implies_chainOf2829_isRefusedWhereItIsTooLong() {
    assertThatThrownBy(() -> chain(2_829).build())
        .isInstanceOf(InvalidCatalogue.class)
        .hasMessage(
            "capabilities.c0.implies[0]: to follow what `c0` and other capabilities imply takes"
                + " more than 4000000 steps; imply fewer, or through fewer others");
  }

  @Test
  void isImplied_throughOthers_isAndNotTheOtherWayRound() {
    Catalogue catalogue = Samples.build(chain(3));
    List<Capability> all = catalogue.capabilities();
    assertThat(catalogue.isImplied(all.get(0), all.get(2))).isTrue();
    assertThat(catalogue.isImplied(all.get(2), all.get(0))).isFalse();
    assertThat(catalogue.isImplied(all.get(1), all.get(1))).isFalse();
  }

  private static Catalogue read(String capabilities) {
    return Samples.read(file(capabilities));
  }

  private static List<String> problems(String capabilities) {
    return Samples.problems(file(capabilities));
  }

  private static String file(String capabilities) {
    return """
    catalogue: shop
    format: 1
    version: "1"
    title: Shop
    categories: {all: All}
    capabilities:
    """
        + capabilities.indent(2)
        + "operations: {}\n";
  }
}
