package dev.warder.cli.page;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tour of the gateway: its commands, over real HTTP, give what is shown; with a store in a
 * file, as there, and on a server.
 */
class GatewayTourTest {
  static final String PAGE = "docs/tutorial/gateway-tour.md";

  @TempDir private Path folder;
  private @Nullable Walkthrough walkthrough;

  @AfterEach
  void endGateway() throws Exception {
    if (walkthrough != null) {
      walkthrough.end();
    }
  }

  @Test
  void tour_storeInAFile_eachCommandGivesWhatIsShown() throws Exception {
    follow(Map.of());
  }

  @Test
  void tour_storeOnAServer_theSame() throws Exception {
    Path sample = Files.createDirectories(folder.resolve("target/sample"));
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      follow(
          Map.of(
              "WARDER_STORE",
              server.getJdbcUrl("postgres", "postgres"),
              "WARDER_ENCRYPTION_KEY",
              "00".repeat(32),
              "WARDER_AUDIT_KEY_FILE",
              sample.resolve("audit-key").toString()));
    }
  }

  private void follow(Map<String, String> environment) throws Exception {
    walkthrough = new Walkthrough(folder, environment);
    walkthrough.follow(DocPage.of(PAGE));
  }
}
