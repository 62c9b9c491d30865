package dev.warder.issuers;

import static dev.warder.gate.token.ClaimPath.claim;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfiles;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keycloak, with a realm that the calls in {@code keycloak.json} set up as an administrator. */
final class Keycloak implements Issuer {
  private static final String CLIENT = "notes-service";
  private static final String RFC9068_CLIENT = "rfc9068-service";
  private static final String ACCOUNT = "acme";
  private static final Path SET_UP = Path.of("src/test/resources/keycloak.json");
  private static final String PASSWORD = "admin-password";

  /** Of the key that a realm begins with. */
  private static final int FIRST_PRIORITY = 100;

  private final Front front = new Front();
  private final Http http = new Http();
  private final String server;
  private final ServerProcess process;
  private int rotations;

  Keycloak() throws Exception {
    int port = Http.freePort();
    front.forwardTo(port);
    server = "http://127.0.0.1:" + port;
    Path folder = Path.of(System.getProperty("warder.keycloak"));
    process =
        ServerProcess.start(
            name(),
            folder,
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                // For a start in less time.
                "JAVA_OPTS_APPEND",
                "-XX:TieredStopAtLevel=1",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                PASSWORD),
            List.of(
                folder.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + front.address()),
            server + "/realms/master");
    try {
      setUp();
    } catch (Exception | AssertionError e) {
      close();
      throw e;
    }
  }

  private void setUp() throws Exception {
    for (JsonNode call : Http.JSON.readTree(SET_UP.toFile())) {
      String method = call.has("PUT") ? "PUT" : "POST";
      administer(method, call.get(method).asText(), call.get("body"));
    }
    giveAccount(CLIENT);
    giveAccount(RFC9068_CLIENT);
  }

  /** Gives a client's own user the account. */
  private void giveAccount(String clientId) throws Exception {
    String client =
        administer("GET", "/notes/clients?clientId=" + clientId, null).get(0).get("id").asText();
    JsonNode service =
        administer("GET", "/notes/clients/" + client + "/service-account-user", null);
    administer(
        "PUT",
        "/notes/users/" + service.get("id").asText(),
        Http.JSON.valueToTree(Map.of("attributes", Map.of("account", List.of(ACCOUNT)))));
  }

  /** Calls the API of administrators. */
  private JsonNode administer(String method, String path, JsonNode body) throws Exception {
    Map<String, String> login =
        Map.of(
            "grant_type", "password",
            "client_id", "admin-cli",
            "username", "admin",
            "password", PASSWORD);
    String token =
        http.tokens(Http.form(server + "/realms/master/protocol/openid-connect/token", login))
            .get("access_token")
            .asText();
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(server + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body.toString())));
    assertThat(response.statusCode()).as(path + response.body()).isBetween(200, 204);
    return Http.JSON.readTree(response.body());
  }

  @Override
  public String name() {
    return "keycloak";
  }

  @Override
  public String address() {
    return front.address() + "/realms/notes";
  }

  @Override
  public TokenProfile profile() {
    return TokenProfiles.basedOn("keycloak").account(claim("account")).build();
  }

  @Override
  public String account() {
    return ACCOUNT;
  }

  @Override
  public String token(String capability) throws Exception {
    return token(CLIENT, capability);
  }

  @Override
  public String tokenForAnotherApi() throws Exception {
    return token("another-service", "read:note");
  }

  /** Returns a token for the notes API of a client whose tokens have the type of RFC 9068. */
  String tokenOfRfc9068() throws Exception {
    return token(RFC9068_CLIENT, "read:note");
  }

  private String token(String client, String scope) throws Exception {
    Map<String, String> fields = Map.of("grant_type", "client_credentials", "scope", scope);
    return http.tokens(tokenAddress(), client, client + "-secret", fields)
        .get("access_token")
        .asText();
  }

  private String tokenAddress() {
    return address() + "/protocol/openid-connect/token";
  }

  /** Returns what a user gets who signs in: an access token and an ID token. */
  JsonNode tokensOfUser() throws Exception {
    Map<String, String> fields =
        Map.of(
            "grant_type", "password",
            "client_id", "notes-app",
            "username", "alice",
            "password", "alice-password",
            "scope", "openid");
    return http.tokens(Http.form(tokenAddress(), fields));
  }

  @Override
  public void rotate() throws Exception {
    rotations++;
    Map<String, Object> key = new HashMap<>();
    key.put("name", "rsa-" + rotations);
    key.put("providerId", "rsa-generated");
    key.put("providerType", "org.keycloak.keys.KeyProvider");
    key.put("parentId", administer("GET", "/notes", null).get("id").asText());
    key.put("config", Map.of("priority", List.of(String.valueOf(FIRST_PRIORITY + rotations))));
    administer("POST", "/notes/components", Http.JSON.valueToTree(key));
  }

  @Override
  public int fetchesOfKeys() {
    return front.fetchesOfKeys();
  }

  @Override
  public void close() {
    process.close();
    front.close();
  }
}
