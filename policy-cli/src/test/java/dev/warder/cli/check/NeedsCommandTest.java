package dev.warder.cli.check;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.plainTerminal;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full outputs of {@code warder needs}. */
class NeedsCommandTest {
  private static final String DELETE_AND_LIST =
      """
        labels:    read:app (Read App)
                   write:app (Write App)
                   read:queue (Read Queue)
        calls:     get-me: any token
                   list-apps: read:app
                   delete-app: write:app
                   list-queues: read:queue
        catalogue: control-api 2026-11 (FINGERPRINT)
      """;

  private static final String CHOICES =
      """
      catalogue: choices
      format: 1
      version: "1"
      title: Choices
      categories: {c: C}
      capabilities:
        owner: {label: Owner, category: c, access: admin, implies: [edit]}
        edit: {label: Edit, category: c, access: write}
        view: {label: View, category: c, access: read}
        bill: {label: Bill, category: c}
      operations:
        look: {method: GET, path: /a, summary: Look, requires: {any: [owner, edit, bill, view]}}
        pay: {method: POST, path: /a, summary: Pay, requires: {any: [bill, {all: [edit, view]}]}}
        both: {method: GET, path: "/{x}/b", account: not-checked, summary: B, requires: edit}
        sides: {method: GET, path: "/a/{x}", account: not-checked, summary: S, requires: view}
        open: {method: GET, path: /open, summary: O, requires: public}
      commands:
        both: {calls: [look]}
        tool: {calls: [pay, {unspecified: GET /x}]}
      """;

  private static String choices(Path folder) throws Exception {
    return Files.writeString(folder.resolve("choices.yaml"), CHOICES).toString();
  }

  @Test
  void name_thatIsUnknown_saysWhatListsThem() {
    assertThat(warder("needs", "nothing-like-it"))
        .isEqualTo(
            noAnswer(
                "warder: unknown operation or command `nothing-like-it`; `warder operations` and"
                    + " `warder commands` list all\n"));
    assertThat(warder("needs", "DELETE", "/v1/apps/1"))
        .isEqualTo(
            noAnswer(
                """
                warder: a request is one text; type `--request "DELETE /v1/apps/1"`
                warder: see warder needs --help
                """));
  }

  @Test
  void commands_ofTheControlApi_needWhatTheyReallyCall() {
    assertThat(warder("needs", "ably apps delete", "ably queues list"))
        .isEqualTo(allowed("read:app, write:app, read:queue\n" + DELETE_AND_LIST));
    assertThat(plainTerminal(80, "needs", "ably apps delete", "ably queues list"))
        .isEqualTo(allowed("read:app, write:app, read:queue\n" + DELETE_AND_LIST));
    assertThat(inTerminal(80, "needs", "ably apps delete", "ably queues list"))
        .isEqualTo(allowed("\033[1mread:app, write:app, read:queue\033[m\n" + DELETE_AND_LIST));
  }

  @Test
  void condition_isChosenOrToldOf() {
    assertThat(warder("needs", "ably queue list"))
        .isEqualTo(
            allowed(
                """
                read:queue
                  labels:     read:queue (Read Queue)
                  calls:      list-queues: read:queue
                  conditions: `ably queues list` with --when app (with `--app`, or with no current app selected) also: get-me: any token; list-apps: read:app
                  catalogue:  control-api 2026-11 (FINGERPRINT)
                """));
    assertThat(plainTerminal(80, "needs", "ably queue list"))
        .isEqualTo(
            allowed(
                """
                read:queue
                  labels:     read:queue (Read Queue)
                  calls:      list-queues: read:queue
                  conditions: `ably queues list` with --when app (with `--app`, or with no
                              current app selected) also: get-me: any token; list-apps: read:app
                  catalogue:  control-api 2026-11 (FINGERPRINT)
                """));
    assertThat(warder("needs", "--when", "app", "ably queues list", "ably apps list"))
        .isEqualTo(
            allowed(
                """
                read:app, read:queue
                  labels:    read:app (Read App)
                             read:queue (Read Queue)
                  calls:     list-queues: read:queue
                             get-me: any token
                             list-apps: read:app
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
  }

  @Test
  void unmapped_isNobody() {
    String expected =
        """
        nobody can: the provider has not said what these need: POST /help, update-app-pkcs12
          calls:     POST /help: unmapped
                     update-app-pkcs12: unmapped
                     delete-app: write:app
          catalogue: control-api 2026-11 (FINGERPRINT)
        """;
    String[] question = {"needs", "ably support ask", "update-app-pkcs12", "delete-app"};
    assertThat(warder(question)).isEqualTo(denied(expected));
    assertThat(inTerminal(80, question).out()).startsWith("\033[31mnobody can: ");
  }

  @Test
  void anyToken_andNothing_areSaid(@TempDir Path folder) throws Exception {
    assertThat(warder("needs", "get-me"))
        .isEqualTo(
            allowed(
                """
                any token
                  calls:     get-me: any token
                  catalogue: control-api 2026-11 (FINGERPRINT)
                """));
    assertThat(warder("needs", "--catalogue", choices(folder), "open").out())
        .startsWith("nothing, not even a token\n  calls:     open: public\n");
  }

  @Test
  void choices_areLinesOfTheirOwn(@TempDir Path folder) throws Exception {
    String file = choices(folder);
    assertThat(warder("needs", "--catalogue", file, "look").out())
        .startsWith(
            """
            view
            or edit
            or bill
              labels:    edit (Edit)
                         view (View)
                         bill (Bill)
            """);
    assertThat(warder("needs", "--catalogue", file, "pay").out())
        .startsWith("bill\nor edit, view\n");
  }

  @Test
  void request_needsAllThatItAsks(@TempDir Path folder) throws Exception {
    assertThat(warder("needs", "--catalogue", choices(folder), "--request", "GET /a/b").out())
        .startsWith(
            """
            edit, view
              labels:    edit (Edit)
                         view (View)
              calls:     both: edit
                         sides: view
            """);
  }

  @Test
  void json_isOneObject() {
    assertThat(warder("needs", "--json", "delete-app", "--request", "GET /v1/accounts/A/stats"))
        .isEqualTo(
            allowed(
                """
                {"format":1,"answer":"capabilities","sets":[["write:app","read:stats"]],"unmapped":[],"calls":["delete-app","get-account-stats"],"catalogue":"control-api","version":"2026-11","fingerprint":"FINGERPRINT"}
                """));
    assertThat(warder("needs", "--json", "get-me").out()).contains("\"answer\":\"any token\"");
    assertThat(warder("needs", "--json", "ably support ask"))
        .isEqualTo(
            denied(
                """
                {"format":1,"answer":"nobody","sets":[],"unmapped":["POST /help"],"calls":["POST /help"],"catalogue":"control-api","version":"2026-11","fingerprint":"FINGERPRINT"}
                """));
  }

  @Test
  void json_nothingNeeded_saysSo(@TempDir Path folder) throws Exception {
    assertThat(warder("needs", "--json", "--catalogue", choices(folder), "open").out())
        .contains("\"answer\":\"nothing\",\"sets\":[]");
  }

  @Test
  void operationAndCommandOfOneName_hasToBeTold(@TempDir Path folder) throws Exception {
    String file = choices(folder);
    assertThat(warder("needs", "--catalogue", file, "both"))
        .isEqualTo(
            noAnswer(
                "warder: `both` is an operation and a command; type `--operation both` or `--command both`\n"));
    assertThat(warder("needs", "--catalogue", file, "--operation", "both").out())
        .startsWith("edit\n");
    assertThat(warder("needs", "--catalogue", file, "--command", "both").out())
        .startsWith("view\nor edit\n");
  }

  @Test
  void unknownItem_namesTheNearest() {
    assertThat(warder("needs", "delete-ap"))
        .isEqualTo(
            noAnswer(
                "warder: unknown operation or command `delete-ap`; did you mean `delete-app`?\n"));
    assertThat(warder("needs", "ably apps delet"))
        .isEqualTo(
            noAnswer(
                "warder: unknown command `ably apps delet`; did you mean `ably apps delete`?\n"));
    assertThat(warder("needs", "--operation", "delete-ap"))
        .isEqualTo(noAnswer("warder: unknown operation `delete-ap`; did you mean `delete-app`?\n"));
    assertThat(warder("needs", "a\033[31mb").err()).contains("`a\\u{1b}[31mb`");
  }

  @Test
  void unknownCondition_namesTheNearest() {
    assertThat(warder("needs", "ably queues list", "--when", "ap"))
        .isEqualTo(noAnswer("warder: unknown condition `ap`; did you mean `app`?\n"));
  }

  @Test
  void commandOfConditions_asksForOne() {
    assertThat(warder("needs", "ably push config set-apns").err())
        .startsWith(
            "warder: `ably push config set-apns` makes calls only in conditions; choose one or"
                + " more:\n");
    assertThat(warder("needs", "ably push config set-apns", "--when", "p8").out())
        .startsWith("write:app\n")
        .contains("`ably push config set-apns` with --when p12 (with a p12 file) also:")
        .doesNotContain("--when p8");
  }

  @Test
  void requestThatAsksNothing_isToldWhy() {
    assertThat(warder("needs", "--request", "GET /v1/me?x"))
        .isEqualTo(
            noAnswer(
                "warder: `GET /v1/me?x` matches no operation: malformed-request;"
                    + " a path has no query: type `/v1/me`\n"));
    assertThat(warder("needs", "--request", "GET /v1/my"))
        .isEqualTo(
            noAnswer(
                "warder: `GET /v1/my` matches no operation: unknown-operation; `warder operations` lists all paths\n"));
  }

  @Test
  void misuse_pointsToTheHelp() {
    String help = "warder: see warder needs --help\n";
    assertThat(warder("needs"))
        .isEqualTo(
            noAnswer(
                "warder: nothing to answer: give an operation's id, a command's name or --request"
                    + " \"METHOD PATH\"\n"
                    + help));
    assertThat(warder("needs", "list-apps", "--when", "app"))
        .isEqualTo(
            noAnswer("warder: --when is about a command; name one, or leave --when out\n" + help));
    assertThat(warder("needs", "--request", "GET"))
        .isEqualTo(
            noAnswer("warder: --request is one text, such as \"GET /v1/me\", not `GET`\n" + help));
    assertThat(warder("needs", "GET /v1/me"))
        .isEqualTo(
            noAnswer("warder: a request is one text; type `--request \"GET /v1/me\"`\n" + help));
  }

  @Test
  void choicesWithoutEnd_areCutOrRefused(@TempDir Path folder) throws Exception {
    StringBuilder text = new StringBuilder();
    text.append("catalogue: many\nformat: 1\nversion: \"1\"\ntitle: M\ncategories: {c: C}\n");
    text.append("capabilities:\n");
    for (int i = 0; i < 60; i++) {
      text.append("  c").append(i).append(": {label: L, category: c}\n");
    }
    text.append("operations:\n");
    for (int i = 0; i < 30; i++) {
      text.append("  o" + i + ": {method: GET, path: /o" + i + ", summary: S, requires: {any: [c")
          .append(2 * i + ", c" + (2 * i + 1) + "]}}\n");
    }
    String file = Files.writeString(folder.resolve("many.yaml"), text).toString();
    assertThat(warder("needs", "--catalogue", file, "o0", "o1", "o2", "o3", "o4").out())
        .startsWith("c0, c2, c4, c6, c8\nor c0, c2, c4, c6, c9\n")
        .contains("\nor c1, c2, c4, c7, c9\nor one of 12 more; see --json\n  labels:");
    String[] all = new String[33];
    all[0] = "needs";
    all[1] = "--catalogue";
    all[2] = file;
    for (int i = 0; i < 30; i++) {
      all[i + 3] = "o" + i;
    }
    assertThat(warder(all))
        .isEqualTo(
            noAnswer(
                "warder: the choices combine in too many ways: more than 25000000 comparisons;"
                    + " ask for fewer at once\n"));
  }
}
