package dev.warder.cli.authority;

import static dev.warder.cli.Run.allowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.WithStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Full outputs of {@code warder audit} and {@code warder keys}. */
class AuditAndKeysCommandsTest extends WithStore {
  @Test
  void auditList_whatWasDone() {
    String id = create("ci", "-c", "all");
    Run run = run("audit", "list");
    assertThat(normal(run.out()).replaceAll(" +", " "))
        .isEqualTo(
            """
            POSITION AT ACTOR ACTION ACCOUNT TOKEN DETAIL
            1 2026-01-01T00:00:00Z (operator ada) add-account A {"user":"ada"}
            2 2026-01-01T00:00:00Z (first use) make-key {"key":"KEY"}
            3 2026-01-01T00:00:00Z ada issue A ID
            """);
    assertThat(run("audit", "list", "--after", "2", "--json").out())
        .startsWith(
            "{\"format\":1,\"entries\":[{\"position\":3,\"at\":\"2026-01-01T00:00:00Z\","
                + "\"actor\":\"ada\",\"action\":\"issue\",\"account\":\"A\",\"token\":\""
                + id
                + "\",\"detail\":{},\"mac\":\"");
    assertThat(as("bob", "audit", "list").exitCode()).isEqualTo(1);
  }

  @Test
  void auditList_jsonOfUsersInOtherLetters_isAsciiAll() {
    assertThat(run("admin", "add", "b\u00f6\u6f22").exitCode()).isZero();
    assertThat(run("audit", "list", "--after", "1", "--json").out())
        .contains("\"detail\":{\"user\":\"b\\u00F6\\u6F22\"},\"mac\"");
  }

  /** Who can write the store alone can change what an entry says, but not the answer around it. */
  @Test
  void auditList_detailThatIsNoJson_isAText() throws Exception {
    assertThat(run("admin", "add", "bob").exitCode()).isZero();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement()) {
      statement.execute("drop trigger audit_no_update");
      statement.execute("update audit set detail = '{},\"x\":1' where position = 2");
    }
    assertThat(run("audit", "list", "--json").out())
        .contains("\"detail\":\"{},\\\"x\\\":1\",\"mac\"");
  }

  @Test
  void auditVerify_withAndWithoutAHead() {
    Run run = run("audit", "verify");
    assertThat(normal(run.out()))
        .isEqualTo(
            """
            INTACT
              entries: 1
              head:    HEAD
              note:    pass --expect HEAD to detect entries that were deleted from the end
            """);
    Matcher head = Pattern.compile("[\\w-]{43}").matcher(run.out());
    assertThat(head.find()).isTrue();
    assertThat(run("audit", "verify", "--expect", head.group()).out())
        .startsWith("INTACT\n")
        .endsWith("no entry up to the expected head was deleted; later ones may have been\n");
    assertThat(run("audit", "verify", "--expect", "x").err())
        .startsWith("warder: --expect is a head as this command prints it, 43 characters of");
    Run missing = run("audit", "verify", "--expect", "x".repeat(43));
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.out())
        .startsWith("NOT INTACT\n  entries: 1 are right\n")
        .endsWith("the expected head is missing: entries were deleted from the end\n");
    assertThat(run("audit", "verify", "--expect", head.group(), "--json"))
        .isEqualTo(
            allowed(
                "{\"format\":1,\"intact\":true,\"finding\":\"intact\",\"entries\":1,\"head\":\""
                    + head.group()
                    + "\",\"endIsProven\":true}\n"));
  }

  @Test
  void auditVerify_byAnotherKey_notIntact() throws Exception {
    environment.put("WARDER_AUDIT_KEY_FILE", folder.resolve("other").toString());
    assertThat(run("audit", "verify").err())
        .startsWith(
            "warder: the audit's key is missing: there is no file `%s`; name the file with"
                .formatted(folder.resolve("other")));
    environment.put("WARDER_STORE", folder.resolve("other.db").toString());
    assertThat(run("account", "add", "B").exitCode()).isZero();
    environment.put("WARDER_STORE", store.toString());
    Run run = run("audit", "verify");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            NOT INTACT
              entries: 0 are right
              head:    none
              note:    entry 1 was changed, moved, added or removed, or the audit key is another one
            """);
  }

  /** An entry by another key could be taken back by nobody. */
  @Test
  void anotherAuditKey_nothingIsDone() throws Exception {
    Path other = folder.resolve("other");
    Files.writeString(other, "A".repeat(43));
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
    Run run = run("account", "add", "B", "--audit-key-file", other.toString());
    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                "warder: the audit was made with another audit key than that in `"
                    + other
                    + "`; name the right file with --audit-key-file FILE, or type warder audit"
                    + " verify to see whether entries were changed\n"));
    assertThat(run("audit", "verify").exitCode()).isZero();
    assertThat(run("account", "list").out()).doesNotContain("B");
  }

  /** What follows would be tied to an entry that nobody with the key wrote. */
  @Test
  void lastEntryByAnotherKey_nothingIsDone() throws Exception {
    assertThat(run("admin", "add", "bob").exitCode()).isZero();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement()) {
      statement.execute("drop trigger audit_no_update");
      statement.execute("update audit set actor = 'eve' where position = 2");
    }
    assertThat(run("admin", "add", "carol"))
        .isEqualTo(
            new Run(
                2,
                "",
                "warder: nothing was changed: the audit has an entry of another audit key than that"
                    + " in `"
                    + store
                    + ".audit-key`; name the right file with --audit-key-file FILE, or type warder"
                    + " audit verify to see whether entries were changed\n"));
    assertThat(run("audit", "list").out()).contains("eve").doesNotContain("carol");
    assertThat(run("audit", "verify").out()).contains("entry 2 was changed");
  }

  @Test
  void keys_madeRotatedAndExported() {
    assertThat(run("keys", "list"))
        .isEqualTo(allowed("KEY  ALGORITHM  CREATED  SIGNS FROM  RETIRED  STATE\n"));
    assertThat(run("keys", "export").err())
        .isEqualTo("warder: the store has no key yet; the first is made with the first token\n");
    String unused = create("ci", "-c", "all");
    Run rotated = run("keys", "rotate", "--lead", "60");
    assertThat(normal(rotated.out()).replaceAll(" +", " "))
        .isEqualTo(
            """
            KEY ALGORITHM CREATED SIGNS FROM STATE
            KEY ES256 2026-01-01 00:00 2026-01-01 00:00 signing
            KEY ES256 2026-01-01 00:00 2026-01-01 00:01 waiting
            """);
    assertThat(run("keys", "list")).isEqualTo(rotated);
    assertThat(run("keys", "export").out())
        .startsWith("{\"keys\":[{\"kid\":\"")
        .doesNotContain("\"d\"");
    Run secret = run("keys", "rotate", "--algorithm", "HS256");
    assertThat(secret.exitCode()).isEqualTo(1);
    assertThat(secret.err())
        .startsWith("warder: warning: with HS256, ")
        .endsWith(
            "warder: a secret (HS256) and keys with a public half are never in one store together:"
                + " it has ES256\n");
  }

  @Test
  void keysExport_secretOfAPrivateKey_refused() {
    String unused = create("ci", "-c", "all");
    String key =
        run("keys", "list", "--json").out().replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    assertRefused(
        run("keys", "export", "--secret", key),
        "a private key never leaves the store; publish its public half");
  }

  @Test
  void keysExport_hs256_theSecretAloneAndOnRequest() {
    assertThat(run("token", "create", "x", "-c", "all", "--algorithm=HS256").exitCode()).isZero();
    assertThat(run("keys", "export").err())
        .startsWith("warder: the store's keys are secrets (HS256), which are not published;");
    String key =
        run("keys", "list", "--json").out().replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(run("keys", "export", "--secret", key).out()).matches("[\\w-]{43}\n");
    assertThat(run("audit", "list").out()).containsPattern("\\(operator ada\\) +export-secret");
  }

  @Test
  void usage_isExplained() {
    assertThat(run("keys", "rotate", "--lead", "-1").err())
        .startsWith("warder: --lead is a number from 0 to 31536000, not -1\n");
    assertThat(run("keys", "rotate", "--algorithm", "none").err())
        .startsWith(
            "warder: --algorithm is one of RS256, PS256, ES256, EdDSA, HS256, not `none`\n");
    assertThat(run("token", "list", "--most", "0").err())
        .startsWith("warder: --most is a number from 1 to 1000, not 0\n");
    assertThat(run("audit", "list", "--after", "-1").err())
        .startsWith("warder: --after is 0 or more, not -1\n");
    assertThat(run("token", "revoke", "x", "--gate-bound", "3601").err())
        .startsWith("warder: --gate-bound is a number from 0 to 3600, not 3601\n");
    assertThat(run("keys").err())
        .startsWith("warder: needs a command: type warder keys and one of list, rotate, export\n");
  }
}
