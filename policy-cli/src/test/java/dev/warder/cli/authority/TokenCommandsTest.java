package dev.warder.cli.authority;

import static dev.warder.cli.Run.allowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.WithStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Full outputs of the commands that manage tokens. */
class TokenCommandsTest extends WithStore {
  private static final String NO_GATE = "--gate-bound=0";

  @Test
  void create_json_tokenAndValue() {
    String unused = create("first", "-c", "all");
    Run run = run("token", "create", "ci", "-c", "read:app", "--expires=90d", "--json");
    assertThat(normal(run.out()))
        .isEqualTo(
            "{\"format\":1,\"token\":{\"id\":\"ID\",\"name\":\"ci\",\"account\":\"A\",\"user\":\"ada\","
                + "\"capabilities\":[\"read:app\"],\"createdAt\":\"2026-01-01T00:00:00Z\","
                + "\"issuedAt\":\"2026-01-01T00:00:00Z\",\"expiresAt\":\"2026-04-01T00:00:00Z\","
                + "\"revokedAt\":null,\"lastUsedAt\":null,\"state\":\"live\"},\"value\":\"VALUE\"}\n");
  }

  @Test
  void create_issuerThatNoTokenCanHave_wrongUsage() {
    Run run = run("token", "create", "c", "-c", "all", "--issuer", "a\nb", "--algorithm=ES256");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("warder: an issuer has 1 to 256 characters, none of them a control\n");
    assertThat(run("token", "list", "--json").out()).isEqualTo("{\"format\":1,\"tokens\":[]}\n");
  }

  @Test
  void create_nobodyToAsk_saysAllThatIsMissing() {
    assertThat(run("token", "create").err())
        .startsWith("warder: needs NAME and --capability LIST: type warder token create NAME");
    assertThat(run("token", "create", "x").err())
        .startsWith("warder: needs --capability LIST: type warder token create NAME");
    assertThat(run("token", "create", "-c", "all").err())
        .startsWith("warder: needs NAME: type warder token create NAME --capability LIST\n");
  }

  @Test
  void create_hs256_warned() {
    assertThat(run("token", "create", "x", "-c", "all", "--algorithm=HS256").err())
        .startsWith(
            "warder: warning: with HS256, everyone who can verify a token can also make one; choose");
  }

  @Test
  void list_pages() {
    String first = create("one", "-c", "read:app");
    String second = create("two", "-c", "all of Apps");
    assertThat(run("token", "list", "--most", "1"))
        .isEqualTo(
            allowed(
                "ID                                    NAME  CAPABILITIES  USER  EXPIRES           STATE\n"
                    + first
                    + "  one   read:app      ada   2026-01-31 00:00  live\n"
                    + "There are more: type --after 1, or --all\n"));
    assertThat(run("token", "list", "--after", "1").out())
        .contains(second + "  two   read:app, write:app  ada ")
        .doesNotContain(first, "There are more");
    assertThat(run("token", "list", "--most", "1", "--json").out()).endsWith("],\"next\":1}\n");
    assertThat(run("token", "list", "--all", "--json").out()).contains(first, second);
    assertThat(as("bob", "token", "list").exitCode()).isEqualTo(1);
  }

  @Test
  void list_inTerminals_idsAreWholeAndTimesShort() {
    String id = create("nightly build", "-c", "read:app,write:app,read:namespace");
    for (int columns : new int[] {80, 100, 120, 200}) {
      Run run = Run.inTerminal(columns, environment, "token", "list");
      assertThat(run.out()).contains(id).contains("2026-01-31 00:00").doesNotContain("00:00Z");
      assertThat(run.out().lines()).allMatch(line -> line.length() <= columns);
    }
    assertThat(Run.inTerminal(80, environment, "token", "list").out())
        .isEqualTo(
            """
            ID
              NAME           CAPABILITIES                      USER  EXPIRES           STATE
            %s
              nightly build  read:app, write:app,              ada   2026-01-31 00:00  live
                             read:namespace
            """
                .formatted(id));
  }

  @Test
  void create_capabilities_listsAndRepeatsWithBothSpellings() {
    String one = create("one", "--capabilities", "read:app, Write App", "-c", "all of Queues");
    String two =
        create("two", "-c", "read:app", "--capability", "write:app", "-c", "all of Queues");
    String carried = "capabilities: read:app (Read App)";
    assertThat(run("token", "show", one).out())
        .contains(carried, "write:app (Write App)", "write:queue (Write Queue)");
    assertThat(run("token", "show", two).out().replace("two", "one").replace(two, one))
        .isEqualTo(run("token", "show", one).out());
    assertThat(run("token", "create", "x", "-c", "read:app,,write:app").err())
        .startsWith(
            "warder: --capability has an empty name in `read:app,,write:app`; type one comma between"
                + " names\n");
    assertRefused(
        run("token", "create", "x", "-c", ""),
        "no capability was chosen; a token carries at least one; warder capabilities lists all");
  }

  /** What stands behind the comma of a name is no choice of its own. */
  @Test
  void create_catalogueHasANameWithComma_eachTextIsOneChoice() throws Exception {
    String file =
        Files.writeString(
                folder.resolve("chat.yaml"),
                """
                catalogue: chat
                format: 1
                version: "1"
                title: Chat
                categories: {c: Chat}
                capabilities:
                  a:read: {label: Messages, category: c}
                  a:readall: {label: "Messages, all", category: c}
                  a:admin: {label: Admin, category: c}
                operations:
                  list: {method: GET, path: /a, summary: A, requires: a:read}
                """)
            .toString();
    for (String text :
        List.of("Messages,all", "Messages , all", "Messages, all, Admin", "Admin,Messages, all")) {
      Run run = run("token", "create", "x", "--expires", "9d", "--catalogue", file, "-c", text);
      assertThat(run.exitCode()).as(text).isNotZero();
    }
    assertThat(
            run(
                    "token",
                    "create",
                    "x",
                    "--expires",
                    "9d",
                    "--catalogue",
                    file,
                    "-c",
                    "messages, all",
                    "--header-file",
                    folder.resolve("x.header").toString())
                .out())
        .contains("capabilities: a:readall (Messages, all)\n");
  }

  @Test
  void create_allReadWithoutQuotes_isRefused() {
    Run run = run("token", "create", "-c", "all", "read");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("warder: put both words in quotes: --capability \"all read\"\n");
  }

  @Test
  void showAndRevoke_byIdOrByAValue() throws Exception {
    Path file = folder.resolve("ci.token");
    String id = create("ci", "-c", "read:app", "--header-file", file.toString());
    assertThat(Files.readString(file)).startsWith("Authorization: Bearer eyJ");
    Run shown = run("token", "show", id);
    assertThat(shown.out()).contains("  name:         ci\n").contains("  state:        live\n");
    assertThat(run("token", "show", "--token-file", file.toString())).isEqualTo(shown);
    assertThat(run("token", "revoke", "--token-file", file.toString(), NO_GATE).out())
        .startsWith("REVOKED\n  id:           " + id + "\n")
        .endsWith("  state:        revoked at 2026-01-01T00:00:00Z\n");
    assertThat(run("token", "revoke", id, NO_GATE).exitCode()).isZero();
    assertThat(run("audit", "list").out().lines().filter(line -> line.contains("revoke")))
        .hasSize(1);
    assertRefused(
        run("token", "rotate", id, NO_GATE),
        "the token was revoked, which is for good; issue another");
    assertRefused(
        run("me", "--token-file", file.toString()), "the token, or this value of it, was revoked");
  }

  @Test
  void me_liveToken_whatItIs() throws Exception {
    Path file = folder.resolve("ci.token");
    String id = create("ci", "-c", "read:app", "--value-file", file.toString());
    assertThat(run("me", "--token-file", file.toString()).out())
        .startsWith("  id:           " + id + "\n")
        .endsWith("  account name: Account A\n");
    environment.put("T", Files.readString(file).strip());
    assertThat(run("me", "--token-env", "T", "--json").out())
        .endsWith("\"user\":{\"id\":\"ada\"},\"account\":{\"id\":\"A\",\"name\":\"Account A\"}}\n");
  }

  @Test
  void me_otherIssuerOrAudience_notAccepted() throws Exception {
    Path file = folder.resolve("ci.token");
    String unused = create("ci", "-c", "read:app", "--value-file", file.toString());
    assertThat(run("me", "--token-file", file.toString(), "--issuer", "https://other").err())
        .isEqualTo("warder: the value is not accepted: other-issuer (invalid-token)\n");
    assertThat(run("me", "--token-file", file.toString(), "--audience", "other").err())
        .isEqualTo("warder: the value is not accepted: other-audience (invalid-token)\n");
    // To revoke it, its signature suffices.
    assertThat(
            run(
                    "token",
                    "revoke",
                    "--token-file",
                    file.toString(),
                    "--issuer=https://other",
                    NO_GATE)
                .exitCode())
        .isZero();
  }

  @Test
  void value_ofNoKeyOfTheStore_namesNoToken() throws Exception {
    Path file = Files.writeString(folder.resolve("t"), "eyJhbGciOiJFUzI1NiJ9.e30.AAAA\n");
    assertThat(run("token", "revoke", "--token-file", file.toString()).err())
        .isEqualTo("warder: the store has made no token yet\n");
    String unused = create("ci", "-c", "read:app");
    Run run = run("token", "revoke", "--token-file", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("warder: the value is not accepted: ").doesNotContain("eyJ");
  }

  @Test
  void revokeAll_ofAUserOrAll_afterYesAlone() {
    String unused = create("one", "-c", "read:app");
    assertThat(run("admin", "add", "bob").exitCode()).isZero();
    assertThat(as("bob", "token", "create", "two", "-c", "all").exitCode()).isZero();
    assertThat(run("token", "revoke-all").err())
        .startsWith("warder: this revokes tokens for good: confirm with --yes\n");
    assertThat(run("token", "revoke-all", "--user", "bob", "--yes", NO_GATE))
        .isEqualTo(allowed("REVOKED 1 token\n"));
    assertThat(run("token", "revoke-all", "--yes", NO_GATE, "--json"))
        .isEqualTo(allowed("{\"format\":1,\"account\":\"A\",\"user\":null,\"revoked\":1}\n"));
  }

  @Test
  void reminders_exactlyADayAndAWeek() {
    assertThat(run("token", "reminders").exitCode()).isZero();
    String unused = create("soon", "-c", "all", "--expires", "30d");
    assertThat(run("token", "reminders"))
        .isEqualTo(allowed("ID  NAME  ACCOUNT  USER  EXPIRES  WITHIN\n"));
  }
}
