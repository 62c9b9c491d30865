package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands of a file; what is refused of them is also in the vectors of broken catalogues. */
class CommandSectionTest {
  private static final String OPERATIONS =
      """
      operations:
        list: {method: GET, path: /x, summary: List, requires: read}
        add: {method: POST, path: /x, summary: Add, requires: write}
      commands:
      """;

  @Test
  void command_withEveryKey_hasThem() {
    Catalogue catalogue =
        read(
            """
            shop add:
              aliases: [shop new, shop create]
              former: [shop put]
              documented: {any: [read, write]}
              calls: [list, {unspecified: GET /help}, list]
              when:
                - {name: app, condition: with an app, calls: [add]}
                - {name: b, condition: B, calls: [{unspecified: POST /b}, list]}
            """);
    Command command = catalogue.commands().get(0);
    Operation list = catalogue.operations().get(0);
    Operation add = catalogue.operations().get(1);
    assertThat(command.name()).isEqualTo("shop add").isEqualTo(command.toString());
    assertThat(command.aliases()).containsExactly("shop new", "shop create");
    assertThat(command.former()).containsExactly("shop put");
    assertThat(command.documented()).map(Object::toString).contains("read, or write");
    assertThat(command.calls())
        .containsExactly(
            new Call.Known(list), new Call.Unspecified("GET /help"), new Call.Known(list));
    assertThat(command.calls()).extracting(Call::toString).contains("list", "GET /help");
    assertThat(command.conditions())
        .containsExactly(
            new Condition("app", "with an app", List.of(new Call.Known(add))),
            new Condition(
                "b", "B", List.of(new Call.Unspecified("POST /b"), new Call.Known(list))));
    assertThat(command.conditions().get(0)).hasToString("app");
    assertThat(command.conditions().get(0).name()).isEqualTo("app");
    assertThat(command.conditions().get(0).description()).isEqualTo("with an app");
  }

  @Test
  void command_withCallsAlone_hasNothingElse() {
    Command command = read("shop list: {calls: [list]}").commands().get(0);
    assertThat(command.aliases()).isEmpty();
    assertThat(command.former()).isEmpty();
    assertThat(command.documented()).isEmpty();
    assertThat(command.conditions()).isEmpty();
  }

  @Test
  void command_withConditionsAlone_isRead() {
    Command command =
        read("shop list: {calls: [], when: [{name: a, condition: A, calls: [list]}]}")
            .commands()
            .get(0);
    assertThat(command.calls()).isEmpty();
    assertThat(command.conditions()).hasSize(1);
  }

  @Test
  void command_withEmptyLists_isToldThatItCallsNothing() {
    assertThat(problems("shop list: {calls: [], when: []}"))
        .containsExactly("11:3: command `shop list` calls nothing; write `calls` or `when`");
  }

  @Test
  void command_withTextForCalls_isToldThatAlone() {
    assertThat(problems("shop list: {calls: list}"))
        .containsExactly("11:22: a list is expected here, not text: `list`");
  }

  @Test
  void command_withListForCall_isRefused() {
    assertThat(problems("shop list: {calls: [[list]]}"))
        .containsExactly("11:23: text is expected here, not a list");
  }

  @Test
  void condition_withEveryMistake_isToldThemAll() {
    assertThat(problems("shop: {when: [{name: a b, condition: ' ', calls: [], x: y}, {}]}"))
        .containsExactly(
            "11:24: `a b` is not allowed here: 1 to 256 printable ASCII characters without space,"
                + " quotation mark, comma or backslash",
            "11:40: ` ` is not allowed here: 1 to 1,024 characters, none at either end a space,"
                + " none a control, line separator, bidirectional control or noncharacter",
            "11:52: a condition of command `shop` calls nothing",
            "11:56: unknown key `x` in a condition of command `shop`; it has name, condition,"
                + " calls",
            "11:63: a condition of command `shop` has no `name`",
            "11:63: a condition of command `shop` has no `condition`",
            "11:63: a condition of command `shop` has no `calls`");
  }

  @Test
  void condition_ofAnotherCommand_mayHaveTheSameName() {
    assertThat(
            read("""
                    a: {when: [{name: x, condition: X, calls: [list]}]}
                    b: {when: [{name: x, condition: X, calls: [list]}]}
                    """)
                .commands())
        .hasSize(2);
  }

  @Test
  void spelling_ofBrokenCommand_isTakenAllTheSame() {
    assertThat(problems("a: {}\nb: {aliases: [a], calls: [list]}"))
        .containsExactly(
            "11:3: command `a` calls nothing; write `calls` or `when`",
            "12:17: `a` is a command's spelling already: sample.yaml:11:3");
  }

  @Test
  void command_bySpelling_isFoundByEachOfThem() {
    Catalogue catalogue = read("a b: {aliases: [c], former: [d e], calls: [list]}");
    Command command = catalogue.commands().get(0);
    assertThat(catalogue.command("a b")).contains(command);
    assertThat(catalogue.command("c")).contains(command);
    assertThat(catalogue.command("d e")).contains(command);
    assertThat(catalogue.command("A b")).isEmpty();
    assertThat(catalogue.spellings()).containsExactly("a b", "c", "d e");
  }

  private static Catalogue read(String commands) {
    return Samples.read(Samples.HEAD + OPERATIONS + commands.indent(2));
  }

  private static List<String> problems(String commands) {
    return Samples.problems(Samples.HEAD + OPERATIONS + commands.indent(2));
  }
}
