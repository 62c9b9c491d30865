package dev.warder.cli;

import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usages that are not by the letter of the help, but can mean one thing only. */
final class UnderstoodUsagesTest {
  private static final Pattern WORD = Pattern.compile("[^ ']*'[^']*'|[^ ]+");

  private static final String TWO_WAYS =
      """
      catalogue: ways
      format: 1
      version: "1"
      title: Ways
      categories: {c: C}
      capabilities: {k: {label: K, category: c}, l: {label: L, category: c}}
      operations:
        list: {method: GET, path: /a, summary: A, requires: k}
        get: {method: GET, path: /b, summary: B, requires: l}
      commands:
        tool: {calls: [list]}
        tool list: {calls: [get]}
        list all: {calls: [list]}
        tool list all: {calls: [get]}
      """;

  private static Run line(String words) {
    return warder(words.replace("'", "").split(" ", -1));
  }

  private static Run quoted(String words) {
    return warder(
        WORD.matcher(words)
            .results()
            .map(word -> word.group().replace("'", ""))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "needs 'ably apps delete'",
        "needs 'ably apps delete' 'ably queues list'",
        "needs delete-app 'ably queues list' list-keys",
        "needs 'ably queues list' --when app",
        "needs --json 'ably app delete'",
        "check --capabilities write:app --command 'ably apps update'",
        "check --command 'ably apps update' --capabilities write:app",
        "check --capabilities write:app --command='ably apps update'",
        "check --capabilities read:queue --command 'ably queues list' --when app",
        "check --capabilities write:app --command 'apps list'",
      })
  void commandWithoutQuotes_isTheCommand(String words) {
    assertThat(line(words)).isEqualTo(quoted(words));
  }

  @Test
  void request_asOneText_isTheRequest() {
    assertThat(warder("check", "--anonymous", "GET /v1/me"))
        .isEqualTo(warder("check", "--anonymous", "GET", "/v1/me"));
    assertThat(warder("check", "--anonymous", "GET  /v1/me").exitCode()).isEqualTo(2);
  }

  @Test
  void commandWithoutQuotes_wordsElsewhere_areNoPartOfIt() {
    for (String words :
        new String[] {
          "check --capabilities write:app update --command ably apps",
          "check --capabilities write:app --command ably apps --json update",
          "check --command ably --capabilities write:app apps update",
          "check --capabilities write:app --command ably apps update GET /v1/me"
        }) {
      Run run = Run.line(words);
      assertThat(run.exitCode()).as(words).isEqualTo(2);
      assertThat(run.err()).startsWith("warder: one question at a time: ");
    }
  }

  /** Quotes say it, where the words do not. */
  @Test
  void needs_wordsThatAreOneNameAndTwo_areNotGuessed(@TempDir Path folder) throws Exception {
    String file = Files.writeString(folder.resolve("ways.yaml"), TWO_WAYS).toString();
    assertThat(warder("needs", "--catalogue", file, "tool", "list").exitCode()).isEqualTo(2);
    assertThat(warder("needs", "--catalogue", file, "tool list").out()).startsWith("l\n");
    assertThat(
            warder("needs", "--catalogue", file, "--command", "tool", "--operation", "list").out())
        .startsWith("k\n");
    assertThat(warder("needs", "--catalogue", file, "get", "list", "all").out())
        .startsWith("k, l\n");
  }

  @Test
  void needs_severalWays_isNotGuessed(@TempDir Path folder) throws Exception {
    String file = Files.writeString(folder.resolve("ways.yaml"), TWO_WAYS).toString();
    assertThat(warder("needs", "--catalogue", file, "tool", "list", "all"))
        .isEqualTo(
            Run.noAnswer(
                """
                warder: `tool list all` can be read in several ways; type --command NAME or --operation ID for each
                warder: see warder needs --help
                """));
  }

  @Test
  void lint_fileAsArgument_isTheCatalogue(@TempDir Path folder) throws Exception {
    String file = Files.writeString(folder.resolve("ways.yaml"), TWO_WAYS).toString();
    assertThat(warder("lint", file)).isEqualTo(warder("lint", "--catalogue", file));
    assertThat(warder("lint", file).out()).contains("ways 1");
  }

  @Test
  void explain_status_listsItsReasons() {
    assertThat(
            warder("explain", "404")
                .out()
                .lines()
                .map(line -> line.substring(0, line.indexOf(' '))))
        .containsExactly("REASON", "unknown-operation", "wrong-account");
    assertThat(warder("explain", "405")).isEqualTo(warder("explain", "method-not-allowed"));
    assertThat(warder("explain", "429", "--json").out())
        .containsSubsequence("client-limit", "public-limit", "token-limit", "account-limit");
  }

  @Test
  void explain_theReasonThatClientsSee_isThatOfTheDecision() {
    assertThat(warder("explain", "not-found")).isEqualTo(warder("explain", "wrong-account"));
  }

  @ParameterizedTest
  @CsvSource({
    "--capability read:app,--capabilities read:app",
    "--capability read:app --capability write:app,--capabilities write:app --capability read:app",
    "-c read:app -c write:app,--capabilities read:app --capabilities write:app",
    "--capability= --capability=read:app,--capabilities read:app",
  })
  void capabilities_bothSpellings_listsAndRepeats(String one, String other) {
    for (String rest :
        new String[] {"check %s --command ably apps list --json", "can %s --json app"}) {
      assertThat(Run.line(rest.formatted(one))).isEqualTo(Run.line(rest.formatted(other)));
    }
  }

  @Test
  void capabilities_listAndRepeats_areOne(@TempDir Path folder) throws Exception {
    Run list = Run.line("check --capabilities read:app,write:app --command ably apps delete");
    assertThat(list.exitCode()).isZero();
    assertThat(Run.line("check -c read:app --capability write:app --command ably apps delete"))
        .isEqualTo(list);
    Path log = folder.resolve("log");
    Files.writeString(log, "{\"method\":\"PATCH\",\"target\":\"/v1/apps/1\"}\n");
    assertThat(warder("unused", "-c", "read:app", "--capability", "write:app", "" + log))
        .isEqualTo(warder("unused", "--capabilities", "read:app,write:app", "" + log));
  }
}
