package dev.warder.authority;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.KeyUse;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.gate.GateReason;
import dev.warder.gate.GateRequest;
import dev.warder.gate.token.Algorithm;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * No value of a token and no key is anywhere that it does not belong: all that an authority says,
 * logs, throws or stores is searched for those that it was given and made.
 */
class PlantedSecretsTest {
  @Nested
  class Sqlite extends Tests {
    Sqlite() {
      super(Database.SQLITE);
    }
  }

  @Nested
  class Postgresql extends Tests {
    Postgresql() {
      super(Database.POSTGRESQL);
    }
  }

  abstract static class Tests extends WithStore {
    private static final Actor ADA = new Actor("ada");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] encryptionKey = random();
    private final byte[] auditKey = random();
    private final List<String> secrets = new ArrayList<>();
    private final StringWriter said = new StringWriter();
    private Store opened;

    Tests(Database database) {
      super(database);
    }

    private static byte[] random() {
      byte[] bytes = new byte[32];
      RANDOM.nextBytes(bytes);
      return bytes;
    }

    /** Plants bytes in every spelling in which they could be written. */
    private void plant(byte[] secret) {
      secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
      secrets.add(Base64.getEncoder().withoutPadding().encodeToString(secret));
      secrets.add(HexFormat.of().formatHex(secret));
      secrets.add(new String(secret, ISO_8859_1));
    }

    /** Plants claims and signature; a header is the same for all tokens of a key. */
    private void plant(IssuedToken issued) {
      secrets.addAll(Arrays.asList(issued.value().split("\\.", -1)).subList(1, 3));
    }

    private void say(Object something) {
      said.append(String.valueOf(something)).append('\n');
    }

    private void sayFailure(ThrowingCallable work) {
      Throwable failure = catchThrowable(work);
      assertThat(failure).isNotNull();
      failure.printStackTrace(new PrintWriter(said));
    }

    @Test
    void everything_searchedForSecrets_noneFound() throws Exception {
      PrintStream out = System.out;
      PrintStream err = System.err;
      ByteArrayOutputStream printed = new ByteArrayOutputStream();
      Handler log = new Listening(said);
      Logger root = Logger.getLogger("");
      Level level = root.getLevel();
      try (PrintStream captured = new PrintStream(printed, true, UTF_8)) {
        System.setOut(captured);
        System.setErr(captured);
        root.setLevel(Level.ALL);
        root.addHandler(log);
        doEverything(Algorithm.ES256);
      } finally {
        root.removeHandler(log);
        root.setLevel(level);
        System.setOut(out);
        System.setErr(err);
      }
      say(printed.toString(UTF_8));
      sayStored();
      assertThat(secrets).hasSize(20);
      assertNoneIn(said.toString());
      if (database == Database.SQLITE) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.toList()) {
            assertNoneIn(new String(Files.readAllBytes(file), ISO_8859_1));
          }
        }
      }
    }

    private void assertNoneIn(String text) {
      for (String secret : secrets) {
        // Not by AssertJ's own words, which would show it.
        assertThat(text.contains(secret)).as("secret %d", secrets.indexOf(secret)).isFalse();
      }
    }

    private void doEverything(Algorithm algorithm) throws Exception {
      plant(encryptionKey);
      plant(auditKey);
      opened = Store.open(place, () -> NOW);
      StoredKeys keys = StoredKeys.of(opened, KeyWrapping.of(encryptionKey), auditKey, RANDOM);
      KeyRing unused = keys.ring(algorithm);
      keys.rotate(OPERATOR, algorithm, Duration.ZERO);
      KeyRing ring = keys.ring(algorithm);
      for (KeyUse use : ring.uses()) {
        plant(
            Base64.getUrlDecoder()
                .decode(KeyWrapping.storeKeysUnencrypted().wrap(use.key(), RANDOM).material()));
      }
      try (Authority gate = new Authority(opened, folder.resolve("mark"), () -> NOW)) {
        manage(gate, keys, ring);
      }
      sayFailure(
          () -> StoredKeys.of(opened, KeyWrapping.of(random()), auditKey, RANDOM).ring(algorithm));
      say(keys);
      say(keys.list());
      say(ring);
      say(ring.publicJwks());
      say(KeyWrapping.of(encryptionKey));
      say(Audit.of(opened, auditKey).verify());
      say(Audit.of(opened, auditKey).list(ADA, 0, 1_000));
      opened.close();
    }

    private void manage(Authority gate, StoredKeys keys, KeyRing ring) throws Exception {
      Accounts accounts = Accounts.of(opened, auditKey);
      accounts.add(OPERATOR, "A", "Account A", "ada");
      TokenAuthority tokens =
          TokenAuthority.builder()
              .store(opened)
              .catalogue(Authority.CATALOGUE)
              .issuer(Authority.ISSUER)
              .audience("control-api")
              .keys(() -> ring)
              .auditKey(auditKey)
              .follower(gate.follower)
              .build(gate.pauses::add, RANDOM);
      IssuedToken issued = tokens.issue(ADA, TokenRequest.of("CI", "all"));
      plant(issued);
      Rotation rotation = tokens.rotate(ADA, issued.info().id());
      IssuedToken rotated = rotation.token();
      plant(rotated);
      for (Object one : List.of(issued, rotation, rotated, issued.info(), tokens, accounts)) {
        say(one);
      }
      say(
          gate.gate.authorize(
              GateRequest.builder()
                  .authorization("Bearer " + rotated.value())
                  .method("GET")
                  .target("/v1/me")
                  .client("192.0.2.7")
                  .build()));
      assertThat(gate.ask(rotated)).isEqualTo(GateReason.INVALID_TOKEN);
      say(tokens.list(ADA, null, 0, 10));
      say(tokens.get(ADA, issued.info().id()));
      sayFailure(() -> tokens.get(ADA, rotated.value()));
      sayFailure(() -> tokens.issue(ADA, TokenRequest.of("CI", rotated.value())));
      sayFailure(() -> tokens.issue(new Actor("bob"), TokenRequest.of("CI", "all")));
      sayFailure(() -> keys.exportSecret(OPERATOR, ring.uses().get(0).key().id()));
      say(tokens.revoke(ADA, issued.info().id()));
      sayFailure(() -> tokens.rotate(ADA, issued.info().id()));
      say(tokens.revokeAll(ADA, "A"));
    }

    private void sayStored() throws Exception {
      List<String> tables =
          List.of("store", "account", "member", "token", "revocation", "audit", "signing_key");
      try (Connection connection = database.connect(place);
          Statement statement = connection.createStatement()) {
        for (String table : tables) {
          try (ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
              for (int i = 1; i <= columns; i++) {
                say(rows.getString(i));
              }
            }
          }
        }
      }
      assertThat(said.toString()).contains("rotate-key", "revoke");
    }
  }

  /** Hears all that is logged. */
  private static final class Listening extends Handler {
    private final StringWriter said;

    Listening(StringWriter said) {
      this.said = said;
    }

    @Override
    public void publish(LogRecord logged) {
      said.append(logged.getMessage()).append('\n');
      if (logged.getThrown() != null) {
        logged.getThrown().printStackTrace(new PrintWriter(said));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
