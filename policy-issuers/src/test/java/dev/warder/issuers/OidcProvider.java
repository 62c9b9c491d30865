package dev.warder.issuers;

import static dev.warder.gate.token.ClaimPath.claim;

import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The npm package oidc-provider: {@code src/test/node/server.js}. */
final class OidcProvider implements Issuer {
  private static final String CLIENT = "notes-service";

  private final Front front = new Front();
  private final Http http = new Http();
  private final String keys;
  private final ServerProcess process;

  OidcProvider() throws Exception {
    int port = Http.freePort();
    front.forwardTo(port);
    // Not by the front, which counts.
    keys = "http://127.0.0.1:" + port + "/jwks";
    process =
        ServerProcess.start(
            name(),
            Path.of(System.getProperty("warder.node")),
            Map.of(),
            List.of("node", "server.js", address(), Integer.toString(port)),
            keys);
  }

  @Override
  public String name() {
    return "oidc-provider";
  }

  @Override
  public String address() {
    return front.address();
  }

  @Override
  public TokenProfile profile() {
    return TokenProfiles.basedOn("oidc-provider").account(claim("client_id")).build();
  }

  @Override
  public String account() {
    return CLIENT;
  }

  @Override
  public String token(String capability) throws Exception {
    return token(capability, AUDIENCE);
  }

  @Override
  public String tokenForAnotherApi() throws Exception {
    return token("read:note", "urn:another-api");
  }

  private String token(String scope, String resource) throws Exception {
    Map<String, String> fields =
        Map.of("grant_type", "client_credentials", "scope", scope, "resource", resource);
    return http.tokens(address() + "/token", CLIENT, CLIENT + "-secret", fields)
        .get("access_token")
        .asText();
  }

  @Override
  public void rotate() throws Exception {
    int before = keys();
    process.send("rotate");
    Waiting.until("a new key", () -> keys() > before);
  }

  private int keys() throws Exception {
    return Http.JSON.readTree(http.get(keys).body()).get("keys").size();
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
