package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CatalogueBuilderTest {
  private static CatalogueBuilder operation(UnaryOperator<OperationSpec> spec) {
    return Samples.shop().operation("op", spec);
  }

  @Test
  void build_nothingSaid_namesWhatIsMissing() {
    assertThat(Samples.problems(Catalogue.builder("empty")))
        .containsExactly(
            "empty: the catalogue has no `version`", "empty: the catalogue has no `title`");
  }

  @Test
  void build_problem_namesThePathOfKeys() {
    assertThat(
            Samples.problems(
                operation(o -> o.at("get", "/a/{b}").summary(" ").account("c").requires("raed"))))
        .containsExactly(
            "operations.op.method: `get` is not allowed here: 1 to 32 of A-Z, 0-9, underscore and"
                + " hyphen",
            "operations.op.summary: ` ` is not allowed here: 1 to 1,024 characters, none at either"
                + " end a space, none a control, line separator, bidirectional control or"
                + " noncharacter",
            "operations.op.requires: unknown capability `raed`; nearest: `read`",
            "operations.op.account: no parameter `c` in `/a/{b}`; nearest: `b`");
  }

  @Test
  void build_capabilityCalledLikeAWord_isNeverTheWord() {
    assertThat(Samples.problems(operation(o -> o.at("GET", "/a").summary("S").requires("public"))))
        .containsExactly("operations.op.requires: unknown capability `public`");
    assertThat(
            Samples.problems(operation(o -> o.at("GET", "/a").summary("S").requires("any token"))))
        .containsExactly("operations.op.requires: unknown capability `any token`");
  }

  @Test
  void build_emptyRequirements_refused() {
    assertThat(
            Samples.problems(
                operation(o -> o.at("GET", "/a").summary("S").requires(Requires.all()))))
        .containsExactly("operations.op.requires: `all` is empty; name at least one");
    assertThat(
            Samples.problems(
                operation(o -> o.at("GET", "/a").summary("S").requires(Requires.any()))))
        .containsExactly("operations.op.requires: `any` is empty; name at least one");
  }

  @Test
  void build_saidTwice_refused() {
    assertThat(Samples.problems(Samples.shop().version("2")))
        .containsExactly("version: key `version` stands twice in the catalogue; first at version");
    assertThat(Samples.problems(Samples.shop().category("all", "Again")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("categories.all: key `all` stands twice in categories");
  }

  @Test
  void build_listItems_areNamedByIndex() {
    assertThat(
            Samples.problems(
                operation(o -> o.at("GET", "/a").summary("S").requires("read"))
                    .command("c", c -> c.aliases("d", "d").calls("op", "po"))))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("commands.c.aliases[1]: `d` is a command's spelling already");
  }

  @Test
  void build_again_withMore() {
    CatalogueBuilder builder = Samples.shop();
    assertThat(Samples.build(builder).capabilities()).hasSize(2);
    builder.capability("third", c -> c.label("Third").category("all"));
    assertThat(Samples.build(builder).capabilities()).hasSize(3);
  }

  @Test
  void build_publicWithAccount_refused() {
    assertThat(
            Samples.problems(
                operation(
                    o ->
                        o.at("GET", "/a/{b}").summary("S").account("b").requires(Requires.PUBLIC))))
        .containsExactly(
            "operations.op.account: operation `op` is public, so it is open to those who have no"
                + " account: write `account: not-checked`");
  }

  @Test
  void build_expiry_checked() {
    assertThat(Samples.problems(Samples.shop().expiry(List.of("30d"), "60d")))
        .containsExactly("expiry.default: `60d` is none of `choices`");
  }
}
