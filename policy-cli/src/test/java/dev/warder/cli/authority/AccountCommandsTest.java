package dev.warder.cli.authority;

import static dev.warder.cli.Run.allowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.WithStore;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Full outputs of {@code warder account} and {@code warder admin}. */
class AccountCommandsTest extends WithStore {
  @Test
  void add_newStore_madeWithItsAuditKeyForTheOwnerAlone() throws Exception {
    for (String file : new String[] {"tokens.db", "tokens.db.audit-key"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void add_account_saidWithItsAdmin() {
    assertThat(run("account", "add", "B", "--admin", "bob"))
        .isEqualTo(allowed("ADDED\n  account: B\n  admin:   bob\n"));
    assertThat(run("account", "add", "C", "--json"))
        .isEqualTo(allowed("{\"format\":1,\"account\":\"C\",\"admin\":\"ada\"}\n"));
    assertRefused(run("account", "add", "B"), "there is an account `B` already");
    assertThat(run("account", "add", "B", "--json"))
        .isEqualTo(
            new Run(
                1,
                "{\"format\":1,\"refused\":\"account-exists\","
                    + "\"message\":\"there is an account `B` already\"}\n",
                ""));
  }

  @Test
  void list_ofTheUserAlone() {
    assertThat(run("account", "list"))
        .isEqualTo(allowed("ACCOUNT  NAME       ROLE\nA        Account A  admin\n"));
    assertThat(as("bob", "account", "list", "--json"))
        .isEqualTo(allowed("{\"format\":1,\"accounts\":[]}\n"));
  }

  @Test
  void admin_addedAndRemoved_theLastStays() {
    assertRefused(
        run("admin", "remove", "ada"),
        "`ada` is the account's last owner or admin; name another first");
    assertThat(run("admin", "add", "bob"))
        .isEqualTo(allowed("SET\n  account: A\n  user:    bob\n  role:    admin\n"));
    assertThat(as("bob", "admin", "add", "carol", "--role", "developer", "--json"))
        .isEqualTo(
            allowed(
                "{\"format\":1,\"account\":\"A\",\"user\":\"carol\",\"role\":\"developer\"}\n"));
    assertThat(as("bob", "admin", "remove", "ada"))
        .isEqualTo(allowed("REMOVED\n  account: A\n  user:    ada\n  role:    none\n"));
    assertThat(run("admin", "add", "ada", "--account", "A").exitCode()).isEqualTo(1);
    assertThat(as("carol", "admin", "add", "carol", "--account", "A").exitCode()).isEqualTo(1);
  }

  @Test
  void account_severalOrNone_named() {
    assertThat(run("account", "add", "B").exitCode()).isZero();
    assertThat(run("admin", "add", "bob").err())
        .startsWith("warder: needs --account, one of A, B\n");
    assertThat(as("bob", "admin", "add", "bob").err())
        .startsWith("warder: `bob` manages no account; --as names another user\n");
  }

  @Test
  void usage_isExplained() {
    assertThat(run("admin", "add", "bob", "--role", "king").err())
        .startsWith("warder: --role is one of owner, admin, developer, billing, not `king`\n");
    assertThat(run("admin", "add", "").err())
        .startsWith("warder: USER is 1 to 256 characters, none of them a control or a bracket\n");
    assertThat(run("account", "add", " ").err())
        .startsWith("warder: an account's id has 1 to 256 characters that can be seen: no control");
    assertThat(run("account", "list", "--as", "(operator ada)").err())
        .startsWith("warder: --as is 1 to 256 characters, none of them a control or a bracket\n");
    assertThat(run("account", "list", "--as", "").err())
        .startsWith("warder: --as is 1 to 256 characters, none of them a control or a bracket\n");
    assertThat(Run.inEnvironment(Map.of("HOME", "/nowhere"), "account", "list").err())
        .startsWith("warder: needs --as USER: the environment does not say who you are\n");
    assertThat(Run.inEnvironment(Map.of("USER", "u"), "account", "list").err())
        .startsWith("warder: needs --store: the environment names no home\n");
    assertThat(
            Run.inEnvironment(Map.of("USER", "u", "HOME", folder.toString()), "account", "list")
                .err())
        .startsWith(
            "warder: there is no store at `%s/.local/share/warder/tokens.db`".formatted(folder));
  }
}
