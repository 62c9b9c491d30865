package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Spring's filter of forwarded fields changes the path, the host and the client before the gate.
 */
class ForwardedHeadersTest {
  private static Service service;

  private List<String> runs;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    service =
        Service.start(
            folder,
            "--server.forward-headers-strategy=framework",
            "--warder.trustedNetworks=127.0.0.0/8");
    try (Connection connection = service.bean(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table note (id text primary key, account text)");
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void forget() {
    runs = service.bean(Notes.Runs.class).names();
    runs.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/notes/2, /health",
    "/v1/notes/2, /v1/status",
    "/v1/notes, /",
    "/notes, /v1",
    "/1, /v1/notes",
    "/v1/notes, /health/..",
    "/v1/notes, /health;a",
    "/v1/notes, %2e%2e",
    "/v1/notes, health",
    "/forgotten, /health",
    "/forgotten, /v1"
  })
  void forgedPrefix_opensNothing(String path, String prefix) throws Exception {
    for (String token : List.of("Bearer x", Service.token("B", "write:note"))) {
      HttpResponse<String> answer =
          service.get(path, "X-Forwarded-Prefix", prefix, "Authorization", token);
      assertThat(answer.statusCode()).isBetween(400, 499);
    }
    assertThat(service.get(path, "X-Forwarded-Prefix", prefix).statusCode()).isBetween(400, 499);
    assertThat(runs).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/v1/status, /api, status", "/health, /api, health", "/health, /v1/notes, health"})
  void control_prefixOfAProxy_changesNoDecision(String path, String prefix, String handler)
      throws Exception {
    assertThat(service.get(path, "X-Forwarded-Prefix", prefix).statusCode()).isEqualTo(200);
    assertThat(runs).containsExactly(handler);
  }

  @Test
  void client_isTheOneThatTheProxyNames() throws Exception {
    for (String client : List.of("192.0.2.1", "192.0.2.2")) {
      String limits =
          service
              .get("/v1/status", "X-Forwarded-For", client)
              .headers()
              .firstValue("RateLimit")
              .orElseThrow();
      assertThat(limits).as(client).contains("\"public\";r=999");
    }
    assertThat(
            service
                .get("/v1/status", "X-Forwarded-For", "192.0.2.1")
                .headers()
                .firstValue("RateLimit")
                .orElseThrow())
        .contains("\"public\";r=998");
  }
}
