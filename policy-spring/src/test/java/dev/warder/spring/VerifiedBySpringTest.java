package dev.warder.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.warder.testkit.TestIssuer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Spring Security verifies the tokens, and the gate judges their claims. */
class VerifiedBySpringTest {
  private static HttpServer issuer;

  @TempDir Path folder;

  @BeforeAll
  static void publishKeys() throws Exception {
    byte[] keys = Service.ISSUER.keySetJson().getBytes(UTF_8);
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    issuer.start();
  }

  @AfterAll
  static void stop() {
    issuer.stop(0);
  }

  /** A chain of the application, with the gate as a rule. */
  @Configuration(proxyBeanMethods = false)
  static class OwnChain {
    @Bean
    SecurityFilterChain own(HttpSecurity http, WarderAuthorizationManager gate) throws Exception {
      return http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
          .authorizeHttpRequests(requests -> requests.anyRequest().access(gate))
          .csrf(csrf -> csrf.disable())
          .build();
    }
  }

  /** A chain of the application that asks nobody. */
  @Configuration(proxyBeanMethods = false)
  static class OpenChain {
    @Bean
    SecurityFilterChain own(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }
  }

  private Service start(Class<?>... more) {
    return start(List.of(more));
  }

  private Service start(List<Class<?>> more, String... settings) {
    List<String> all = new ArrayList<>(settings());
    all.addAll(List.of(settings));
    return Service.startWith(more, all.toArray(String[]::new));
  }

  private List<String> settings() {
    return List.of(
        "--spring.datasource.url=jdbc:sqlite:" + folder.resolve("notes.db"),
        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:"
            + issuer.getAddress().getPort(),
        "--spring.security.oauth2.resourceserver.jwt.jws-algorithms=ES256",
        "--warder.verifiedBySpring=true",
        "--warder.catalogue=classpath:notes.yaml",
        "--warder.issuers[0].issuer=" + TestIssuer.ISSUER,
        "--warder.issuers[0].audience=" + TestIssuer.AUDIENCE,
        "--warder.owners.sql.note=select account from note where id = ?",
        "--warder.exclude=/health");
  }

  private static String token(TestIssuer issuer, String audience, String... capabilities) {
    return token("JWT", issuer, audience, capabilities);
  }

  private static String token(
      String type, TestIssuer issuer, String audience, String... capabilities) {
    return "Bearer "
        + issuer
            .token(Instant.now().minusSeconds(5))
            .account("A")
            .subject("user-1")
            .audience(audience)
            .capabilities(capabilities)
            .header("typ", type)
            .sign();
  }

  private static String token(String... capabilities) {
    return token(Service.ISSUER, TestIssuer.AUDIENCE, capabilities);
  }

  @Test
  void claims_areJudged() throws Exception {
    try (Service service = start()) {
      List<String> runs = service.bean(Notes.Runs.class).names();
      HttpResponse<String> allowed = service.get("/v1/status", "Authorization", token("read:note"));
      assertThat(allowed.statusCode()).isEqualTo(200);
      assertThat(allowed.headers().firstValue("RateLimit-Policy")).isPresent();
      HttpResponse<String> denied =
          service.send("POST", "/v1/notes", "Authorization", token("read:note"));
      assertThat(denied.statusCode()).isEqualTo(403);
      assertThat(denied.body()).contains("\"enough\":[{\"capability\":\"write:note\"");
      assertThat(service.get("/v1/status").statusCode()).isEqualTo(200);
      assertThat(service.get("/v1/notes").statusCode()).isEqualTo(401);
      assertThat(service.get("/health").statusCode()).isEqualTo(200);
      assertThat(service.get("/forgotten", "Authorization", token("read:note")).statusCode())
          .isEqualTo(404);
      assertThat(runs).containsExactly("status", "status", "health");
    }
  }

  @Test
  void tokenOfOthersOrOfAnotherType_isRefused() throws Exception {
    try (Service service = start()) {
      for (String token :
          List.of(
              token(TestIssuer.create(), TestIssuer.AUDIENCE, "read:note"),
              token(Service.ISSUER, "https://other.invalid", "read:note"),
              token("at+jwt", Service.ISSUER, TestIssuer.AUDIENCE, "read:note"),
              "Bearer x",
              "Basic YTpi")) {
        assertThat(service.get("/v1/status", "Authorization", token).statusCode())
            .as(token)
            .isEqualTo(401);
      }
      assertThat(service.bean(Notes.Runs.class).names()).isEmpty();
    }
  }

  /** Spring fills the time of issue in, which would then be the end of the token's life. */
  @Test
  void tokenWithoutTimeOfIssue_isRefused() throws Exception {
    try (Service service = start()) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      String endsNow =
          "Bearer "
              + Service.ISSUER
                  .token(now)
                  .account("A")
                  .capabilities("read:note")
                  .header("typ", "JWT")
                  .expiresAt(now.plusSeconds(5))
                  .withoutClaim("iat")
                  .sign();
      assertThat(service.get("/v1/status", "Authorization", endsNow).statusCode()).isEqualTo(401);
      assertThat(service.bean(Notes.Runs.class).names()).isEmpty();
    }
  }

  @Test
  void manager_isARuleAndChargesOnce() throws Exception {
    try (Service service = start(OwnChain.class)) {
      String token = token("read:note");
      HttpResponse<String> denied = service.send("POST", "/v1/notes", "Authorization", token);
      assertThat(denied.statusCode()).isEqualTo(403);
      HttpResponse<String> allowed = service.get("/v1/status", "Authorization", token);
      assertThat(allowed.statusCode()).isEqualTo(200);
      assertThat(allowed.headers().firstValue("RateLimit").orElseThrow()).contains("r=998");
      assertThat(service.get("/v1/status").statusCode()).isEqualTo(200);
      assertThat(service.get("/v1/notes").statusCode()).isEqualTo(401);
      assertThat(service.get("/health").statusCode()).isEqualTo(200);
      assertThat(service.bean(Notes.Runs.class).names())
          .containsExactly("status", "status", "health");
    }
  }

  @Test
  void filter_isBehindSpringSecurityWhereverThatIs() throws Exception {
    try (Service service = start(List.of(), "--spring.security.filter.order=0")) {
      assertThat(service.get("/v1/status", "Authorization", token("read:note")).statusCode())
          .isEqualTo(200);
      assertThat(service.get("/v1/notes").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void manager_leavesPagesOfOtherOriginsToTheFilter() throws Exception {
    try (Service service =
        start(
            List.of(OwnChain.class),
            "--warder.cors.origins=https://app.example.com",
            "--warder.cors.methods=GET")) {
      String[] ahead = {
        "Origin", "https://app.example.com", "Access-Control-Request-Method", "GET"
      };
      HttpResponse<String> answer = service.send("OPTIONS", "/v1/notes", ahead);
      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("https://app.example.com");
      assertThat(service.send("OPTIONS", "/v1/notes").statusCode()).isEqualTo(401);
    }
  }

  /** The filter behind Spring Security's judges what no chain has. */
  @Test
  void chainThatAsksNobody_opensNothing() throws Exception {
    try (Service service = start(OpenChain.class)) {
      assertThat(service.get("/v1/notes", "Authorization", token("read:note")).statusCode())
          .isEqualTo(401);
      assertThat(service.get("/v1/notes").statusCode()).isEqualTo(401);
      assertThat(service.get("/health").statusCode()).isEqualTo(200);
      assertThat(service.bean(Notes.Runs.class).names()).containsExactly("health");
    }
  }
}
