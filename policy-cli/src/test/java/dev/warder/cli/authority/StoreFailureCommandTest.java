package dev.warder.cli.authority;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.WithStore;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with a store ends in one clear line, and the store works when it is over. */
class StoreFailureCommandTest extends WithStore {
  private void assertFails(String message, String... args) {
    Run run = run(args);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains(message);
  }

  @Test
  void locked_saidAndLaterFine() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");
      assertFails("is locked by others", "admin", "add", "bob");
    }
    assertThat(run("admin", "add", "bob").exitCode()).isZero();
  }

  /** By the URL, since tests may run as root, whom permissions do not stop. */
  @Test
  void readOnly_readAndNotWritten() {
    environment.put("WARDER_AUDIT_KEY_FILE", store + ".audit-key");
    environment.put("WARDER_STORE", "jdbc:sqlite:file:" + store + "?mode=ro");
    assertThat(run("account", "list").exitCode()).isZero();
    assertFails("is read-only", "admin", "add", "bob");
    environment.put("WARDER_STORE", store.toString());
    assertThat(run("admin", "add", "bob").exitCode()).isZero();
  }

  @Test
  void cutShort_said() throws Exception {
    try (FileChannel channel = FileChannel.open(store, StandardOpenOption.WRITE)) {
      channel.truncate(3_000);
    }
    assertFails("is damaged", "account", "list");
  }

  @Test
  void anotherFile_said() throws Exception {
    try (FileChannel channel = FileChannel.open(store, StandardOpenOption.WRITE)) {
      int unused = channel.write(ByteBuffer.wrap("no database at all".getBytes(US_ASCII)));
    }
    assertFails("is no store", "account", "list");
  }

  @Test
  void anotherEncryptionKey_said() {
    environment.put("WARDER_ENCRYPTION_KEY", "00".repeat(32));
    String unused = create("ci", "-c", "all");
    environment.put("WARDER_ENCRYPTION_KEY", "01".repeat(32));
    assertFails(
        "is encrypted by another key than the one given", "token", "create", "x", "-c", "all");
    environment.remove("WARDER_ENCRYPTION_KEY");
    assertFails(
        "is encrypted; give the key that it is encrypted by: type --encryption-key-file FILE, or"
            + " put it into WARDER_ENCRYPTION_KEY",
        "token",
        "create",
        "x",
        "-c",
        "all");
    assertThat(run("token", "list").exitCode()).isZero();
    environment.put("WARDER_ENCRYPTION_KEY", "x");
    assertFails("does not hold an encryption key: 32 bytes", "token", "create", "x", "-c", "all");
  }

  @Test
  void keyFilesOpenToOthers_refused() throws Exception {
    Path auditKey = folder.resolve("tokens.db.audit-key");
    Files.setPosixFilePermissions(auditKey, PosixFilePermissions.fromString("rw-r--r--"));
    assertFails("holds an audit key and is open to others than its owner", "account", "list");
  }

  @Test
  void serverThatIsNotThere_saidWithoutItsPassword() {
    environment.put(
        "WARDER_STORE", "jdbc:postgresql://127.0.0.1:1/tokens?user=u&password=opensesame");
    environment.put("WARDER_AUDIT_KEY_FILE", folder.resolve("tokens.db.audit-key").toString());
    assertFails("cannot be reached", "account", "list");
    assertThat(run("account", "list").err()).doesNotContain("opensesame");
  }

  /** As other programs write it: it is no file, and none is made that is called by a password. */
  @Test
  void serverNamedInAnotherWay_refusedWithoutItsPassword() {
    for (String url : List.of("postgres://u:opensesame@h/d", "postgresql://u:opensesame@h/d")) {
      environment.put("WARDER_STORE", url);
      for (String command : List.of("list", "add B")) {
        String all = "account " + command;
        Run run = run(all.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
            .contains("a store is a file, or at a URL")
            .doesNotContain("opensesame");
      }
    }
  }

  @Test
  void serverWithoutAuditKey_saidWhatIsNeeded() {
    environment.put("WARDER_STORE", "jdbc:mysql://127.0.0.1:1/tokens");
    assertThat(run("account", "list").err())
        .startsWith(
            "warder: --store: a store is a file, or at a URL that begins with jdbc:sqlite: or"
                + " jdbc:postgresql:\n");
  }

  @Test
  void storeOpenToOthers_keptToItsOwnerAndSaid() throws Exception {
    String unused = create("ci", "-c", "all");
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(run("keys", "list").err())
        .isEqualTo(
            "warder: warning: others could read the private keys in %s (rw-r--r--); now only its owner can (rw-------)\n"
                .formatted(store));
    assertThat(run("keys", "list").err()).isEmpty();
  }
}
