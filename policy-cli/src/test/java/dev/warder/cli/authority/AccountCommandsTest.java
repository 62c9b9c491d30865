package dev.warder.cli.authority;

import static dev.warder.cli.Run.allowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.WithStore;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertRefused(run("account", "add", "B"), "there is an account `B` already; choose another ID");
    assertThat(run("account", "add", "B", "--json"))
        .isEqualTo(
            new Run(
                1,
                "{\"format\":1,\"refused\":\"account-exists\","
                    + "\"message\":\"there is an account `B` already; choose another ID\"}\n",
                ""));
  }

  @Test
  void add_encryptionKeyFileThatCannotBeRead_refusedAndNothingMade() {
    String file = folder + "/nosuch";
    String refused = "warder: cannot read `" + file + "`: there is no such file\n";
    assertThat(run("account", "add", "B", "--encryption-key-file", file))
        .isEqualTo(Run.noAnswer(refused));
    assertThat(run("account", "list", "--json").out()).doesNotContain("\"B\"");
    String other = folder + "/other.db";
    assertThat(run("account", "add", "B", "--store", other, "--encryption-key-file", file))
        .isEqualTo(Run.noAnswer(refused));
    assertThat(Files.exists(Path.of(other))).isFalse();
    environment.put("WARDER_ENCRYPTION_KEY", "x");
    assertThat(run("account", "add", "B").exitCode()).isEqualTo(2);
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
    for (String command :
        new String[] {
          "admin add bob", "admin remove bob", "token list", "token revoke-all --yes"
        }) {
      assertRefused(
          run(command.split(" ")),
          "you manage several accounts: `A`, `B`; name one with --account ACCOUNT");
      assertRefused(
          as("bob", command.split(" ")),
          "you manage no account: owners and admins of an account manage its tokens; warder account"
              + " list shows yours, --as USER acts for another");
    }
  }

  @Test
  void token_namedTwice_isRefusedBeforeAnythingElse() {
    Map<String, String> nobody = Map.of("WARDER_STORE", folder + "/none");
    String two = "--token-file a --token-env B";
    for (String command : new String[] {"revoke", "rotate", "show"}) {
      assertThat(Run.inEnvironment(nobody, ("token " + command + " " + two).split(" ")).err())
          .startsWith("warder: takes one token: ID, --token-file or --token-env\n");
    }
    assertThat(Run.inEnvironment(nobody, ("me " + two).split(" ")).err())
        .startsWith("warder: takes one token: --token-file or --token-env\n");
    assertThat(Run.inEnvironment(nobody, "me").err())
        .startsWith("warder: needs a token: --token-file or --token-env\n");
  }

  @Test
  void number_thatIsNone_saysWhatWouldBeRight() {
    assertThat(run("audit", "list", "--after", "x").err())
        .startsWith("warder: --after is a whole number, not `x`\n");
    assertThat(run("token", "list", "--most", "1.5").err())
        .startsWith("warder: --most is a whole number, not `1.5`\n");
    assertThat(run("keys", "rotate", "--lead", "x").err())
        .startsWith("warder: --lead is a whole number, not `x`\n");
  }

  @Test
  void rotateHelp_algorithm_isThatOfTheKeyThatSigns() {
    assertThat(run("keys", "rotate", "--help").out())
        .doesNotContain("RS256 (the default)")
        .containsPattern("By\\s+default\\s+that\\s+of\\s+the\\s+key\\s+that\\s+signs");
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
        .startsWith(
            "warder: needs --as USER, or WARDER_USER: the environment does not say who you are\n");
    assertThat(Run.inEnvironment(Map.of("USER", "u"), "account", "list").err())
        .startsWith(
            "warder: needs --store STORE, or WARDER_STORE: the environment has no home folder\n");
    assertThat(
            Run.inEnvironment(Map.of("USER", "u", "HOME", folder.toString()), "account", "list")
                .err())
        .startsWith(
            "warder: there is no store at `%s/.local/share/warder/tokens.db`".formatted(folder));
  }
}
