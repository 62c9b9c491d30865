package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.model.ControlApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What the pages about tokens, gates and shared revocations show does what they say. */
class LibraryPagesTest {
  private static final EdKey KEY = EdKey.make("k1");

  private final String now = String.valueOf(Instant.now().getEpochSecond() - 60);
  private final String later = String.valueOf(Instant.now().getEpochSecond() + 3_600);
  @TempDir private Path folder;

  private Path keys() throws Exception {
    return Files.writeString(folder.resolve("keys.json"), EdKey.set(KEY));
  }

  @Test
  void lookOwnersUp_ownAppAnotherAndNone_isDecided() throws Exception {
    PageSnippet example =
        PageSnippet.compile(
            folder,
            "look-owners-up.md",
            "import dev.warder.gate.owner.*; import dev.warder.engine.*; import java.time.*;"
                + " import java.util.*;",
            "javax.sql.DataSource database, dev.warder.model.Catalogue catalogue,"
                + " List<String> capabilities");
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + folder.resolve("apps.db"));
    List<String> written = List.of("write:app");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(example.printed(database, ControlApi.catalogue(), written))
          .isEqualTo("unavailable update-app");
      statement.execute("create table app (id text primary key, account text)");
      assertThat(example.printed(database, ControlApi.catalogue(), written))
          .isEqualTo("wrong-account update-app");
      statement.execute("insert into app values ('28AB9a', 'B')");
      assertThat(example.printed(database, ControlApi.catalogue(), written))
          .isEqualTo("wrong-account update-app");
      statement.execute("update app set account = 'A'");
      assertThat(example.printed(database, ControlApi.catalogue(), written))
          .isEqualTo("allowed update-app");
    }
  }

  @Test
  void verifyTokens_eachToken_isDecidedOrRejected() throws Exception {
    PageSnippet example =
        PageSnippet.compile(
            folder,
            "verify-tokens.md",
            "import dev.warder.gate.token.*; import dev.warder.engine.*; import java.time.*;"
                + " import static dev.warder.gate.token.ClaimPath.claim;",
            "PolicyEngine engine, java.nio.file.Path keysFile,"
                + " dev.warder.gate.revocation.Revocations revocations, InstantSource clock,"
                + " String authorization");
    InstantSource clock = InstantSource.system();
    RevocationSet revoked = RevocationSet.create(clock, new SecureRandom());
    var engine = PolicyEngine.compile(ControlApi.catalogue(), ResourceOwners.checkedByCaller());
    assertThat(
            example.printed(
                engine, keys(), revoked, clock, "Bearer " + KEY.token("iat", now, "exp", later)))
        .isEqualTo("allowed update-app");
    assertThat(
            example.printed(
                engine,
                keys(),
                revoked,
                clock,
                "Bearer " + KEY.token("iat", now, "exp", later, "capabilities", "[]")))
        .isEqualTo("missing-capability update-app");
    assertThat(example.printed(engine, keys(), revoked, clock, "Bearer " + KEY.token()))
        .isEqualTo("401 expired-token");
    assertThat(example.printed(engine, keys(), revoked, clock, "Bearer x"))
        .isEqualTo("401 invalid-token");
    revoked.revoke(new Revocation.OfToken("https://tokens.example.com", "t-1"));
    assertThat(
            example.printed(
                engine, keys(), revoked, clock, "Bearer " + KEY.token("iat", now, "exp", later)))
        .isEqualTo("401 revoked-token");
  }

  @Test
  void guardAnApi_eachRequest_isAnswered() throws Exception {
    PageSnippet example =
        PageSnippet.compile(
            folder,
            "guard-an-api.md",
            "import dev.warder.gate.*; import dev.warder.gate.revocation.*;"
                + " import dev.warder.gate.token.*; import java.time.*; import java.security.*;",
            "dev.warder.model.Catalogue catalogue, dev.warder.engine.ResourceOwners owners,"
                + " java.nio.file.Path keysFile, String authorization");
    var owners = ResourceOwners.of(Map.of("app", Map.of("28AB9a", "A")));
    var catalogue = ControlApi.catalogue();
    String good = "Bearer " + KEY.token("iat", now, "exp", later);
    assertThat(example.printed(catalogue, owners, keys(), good))
        .isEqualTo("200 [RateLimit-Policy, RateLimit]");
    String lacking = "Bearer " + KEY.token("iat", now, "exp", later, "capabilities", "[]");
    assertThat(example.printed(catalogue, owners, keys(), lacking))
        .startsWith(
            "403 [Content-Type, Cache-Control, WWW-Authenticate, RateLimit-Policy, RateLimit] {")
        .contains("\"enough\":[{\"capability\":\"write:app\",\"label\":\"Write App\"}]");
    assertThat(example.printed(catalogue, owners, keys(), null))
        .endsWith(
            "{\"title\":\"Unauthorized\",\"status\":401,"
                + "\"detail\":\"an access token is needed\",\"reason\":\"missing-token\"}");
  }

  @Test
  void shareRevocations_log_isFollowed() throws Exception {
    PageSnippet example =
        PageSnippet.compile(
            folder,
            "share-revocations.md",
            "import dev.warder.gate.revocation.*; import java.time.*; import java.security.*;",
            "java.nio.file.Path folder");
    Path kept = Files.createDirectory(folder.resolve("kept"));
    assertThat(example.printed(kept)).isEmpty();
    assertThat(Files.readString(kept.resolve("revocations.log"))).contains("\"t-1\"");
    assertThat(kept.resolve("gateway-1.mark")).isRegularFile();
  }
}
