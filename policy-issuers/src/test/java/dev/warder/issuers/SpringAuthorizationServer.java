package dev.warder.issuers;

import static dev.warder.gate.token.ClaimPath.claim;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfiles;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Spring Authorization Server, in this JVM: {@code authorization-server.yml}. */
final class SpringAuthorizationServer implements Issuer {
  private static final String CLIENT = "notes-service";
  private static final String APP = "notes-app";
  private static final String BACK = "http://127.0.0.1/back";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("code=([^&]+)");

  private final Front front = new Front();
  private final Http http = new Http();
  private final ConfigurableApplicationContext application;

  SpringAuthorizationServer() throws Exception {
    application =
        new SpringApplicationBuilder(NotesAuthorizationServer.class)
            .run(
                "--spring.config.name=authorization-server",
                "--spring.security.oauth2.authorizationserver.issuer=" + front.address());
    front.forwardTo(
        application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  @Override
  public String name() {
    return "spring-authorization-server";
  }

  @Override
  public String address() {
    return front.address();
  }

  @Override
  public TokenProfile profile() {
    return TokenProfiles.basedOn("spring-authorization-server").account(claim("account")).build();
  }

  @Override
  public String account() {
    return "acme";
  }

  @Override
  public String token(String capability) throws Exception {
    return token(CLIENT, capability);
  }

  @Override
  public String tokenForAnotherApi() throws Exception {
    return token("another-service", "read:note");
  }

  private String token(String client, String scope) throws Exception {
    Map<String, String> fields = Map.of("grant_type", "client_credentials", "scope", scope);
    return tokens(client, fields).get("access_token").asText();
  }

  private JsonNode tokens(String client, Map<String, String> fields) throws Exception {
    return http.tokens(address() + "/oauth2/token", client, client + "-secret", fields);
  }

  /** Returns what a user gets who signs in: an access token and an ID token. */
  JsonNode tokensOfUser() throws Exception {
    Matcher csrf = CSRF.matcher(http.get(address() + "/login").body());
    assertThat(csrf.find()).isTrue();
    Map<String, String> login =
        Map.of("username", "alice", "password", "alice-password", "_csrf", csrf.group(1));
    http.send(Http.form(address() + "/login", login));
    Map<String, String> request =
        Map.of(
            "response_type",
            "code",
            "client_id",
            APP,
            "scope",
            "openid read:note",
            "redirect_uri",
            BACK);
    HttpResponse<String> response =
        http.get(address() + "/oauth2/authorize?" + Http.encoded(request));
    Matcher code = CODE.matcher(response.headers().firstValue("Location").orElse(""));
    assertThat(code.find()).as(response.toString()).isTrue();
    return tokens(
        APP,
        Map.of("grant_type", "authorization_code", "code", code.group(1), "redirect_uri", BACK));
  }

  @Override
  public void rotate() {
    application.getBean(RotatingKeys.class).rotate();
  }

  /**
   * Returns another issuer's token as this one would sign it, by a key that it calls by this id.
   */
  String signed(String token, String keyId) throws Exception {
    JWSObject genuine = JWSObject.parse(token);
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(genuine.getHeader().getType())
            .keyID(keyId)
            .build();
    JWSObject forged = new JWSObject(header, genuine.getPayload());
    forged.sign(application.getBean(RotatingKeys.class).signer());
    return forged.serialize();
  }

  @Override
  public int fetchesOfKeys() {
    return front.fetchesOfKeys();
  }

  @Override
  public void close() {
    application.close();
    front.close();
  }
}
