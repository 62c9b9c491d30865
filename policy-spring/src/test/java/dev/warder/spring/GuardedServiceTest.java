package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.Gate;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.testkit.TestIssuer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service with settings alone, over HTTP: what runs, and what is answered in its place. */
class GuardedServiceTest {
  private static final String TOKEN = Service.token("A", "read:note");

  private static Service service;

  private List<String> runs;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    service =
        Service.start(
            folder,
            "--management.endpoints.web.exposure.include=health,warder,metrics",
            "--warder.exclude=/health,/actuator/*",
            "--management.endpoint.health.show-details=always");
    try (Connection connection = service.bean(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table note (id text primary key, account text)");
      statement.execute("insert into note values ('1', 'A'), ('2', 'B')");
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

  @Test
  void noToken_is401WithTheChallengeAndNothingRuns() throws Exception {
    HttpResponse<String> answer = service.get("/v1/notes/1");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"notes\"");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(runs).isEmpty();
  }

  @Test
  void ownNote_isServedAndAnothersIsNotFound() throws Exception {
    assertThat(service.get("/v1/notes/1", "Authorization", TOKEN).body()).isEqualTo("1");
    HttpResponse<String> others = service.get("/v1/notes/2", "Authorization", TOKEN);
    HttpResponse<String> unknown = service.get("/v1/notes/3", "Authorization", TOKEN);
    assertThat(others.statusCode()).isEqualTo(404);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(others.body()).isEqualTo(unknown.body());
    assertThat(runs).containsExactly("get 1");
  }

  @Test
  void principal_isTheToken() throws Exception {
    HttpResponse<String> answer = service.get("/v1/notes", "Authorization", TOKEN);
    assertThat(answer.body()).isEqualTo("A user-1");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void publicOperation_withoutTokenHasNoPrincipal() throws Exception {
    assertThat(service.get("/v1/status").body()).isEqualTo("nobody");
    assertThat(service.get("/v1/status", "Authorization", TOKEN).body()).isEqualTo("user-1");
  }

  @Test
  void authorities_areTheCapabilities() throws Exception {
    String both = Service.token("A", "read:note", "write:note");
    assertThat(service.send("POST", "/v1/notes", "Authorization", both).statusCode())
        .isEqualTo(201);
    String write = Service.token("A", "write:note");
    assertThat(service.send("POST", "/v1/notes", "Authorization", write).statusCode())
        .isEqualTo(403);
    assertThat(runs).containsExactly("add");
  }

  @Test
  void missingCapability_saysWhatToAdd() throws Exception {
    HttpResponse<String> answer = service.send("POST", "/v1/notes", "Authorization", TOKEN);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("write:note");
    assertThat(runs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%761/notes/2",
        "/v1/%6eotes/2",
        "/v1//notes/2",
        "/v1/notes/2/",
        "/v1/./notes/2",
        "/health/../v1/notes/2",
        "/v1;a=b/notes/2",
        "/health;/../v1/notes/2",
        "/V1/notes/2",
        "/health/%2e%2e/v1/notes/2",
        "/actuator/../v1/notes/2",
        "/actuator/..;/v1/notes/2"
      })
  void otherSpellingOfAGuardedPath_runsNothing(String path) throws Exception {
    assertThat(service.raw("GET " + path + " HTTP/1.1")).doesNotContain(" 200");
    assertThat(runs).isEmpty();
  }

  @Test
  void excluded_isServedWithoutAToken() throws Exception {
    assertThat(service.get("/health").body()).isEqualTo("well");
    assertThat(service.get("/health", "Authorization", "Bearer x").body()).isEqualTo("well");
  }

  /** A controller that the catalogue does not know is closed, whatever token there is. */
  @Test
  void forgottenController_isNotFound() throws Exception {
    String all = Service.token("A", "read:note", "write:note");
    assertThat(service.get("/forgotten", "Authorization", all).statusCode()).isEqualTo(404);
    assertThat(runs).isEmpty();
  }

  @Test
  void revokedHere_isRefusedAtOnce() throws Exception {
    String field = Service.token("R", "read:note");
    assertThat(service.get("/v1/notes", "Authorization", field).statusCode()).isEqualTo(200);
    service
        .bean(RevocationSet.class)
        .revoke(new Revocation.OfAccount(TestIssuer.ISSUER, "R", Instant.now()));
    assertThat(service.get("/v1/notes", "Authorization", field).statusCode()).isEqualTo(401);
    assertThat(runs).containsExactly("list");
  }

  @Test
  void health_saysWhatTheGateKnows() throws Exception {
    assertThat(service.get("/actuator/health").body())
        .contains("\"warder\":{\"details\":{\"revocations\":\"current\"},\"status\":\"UP\"}");
  }

  @Test
  void endpoint_namesCatalogueAndGuardedOperations() throws Exception {
    String fingerprint = service.bean(Gate.class).engine().catalogue().fingerprint();
    assertThat(service.get("/actuator/warder").body())
        .contains("\"fingerprint\":\"" + fingerprint + "\"", "GET /v1/notes/{id} (get-note)");
  }
}
