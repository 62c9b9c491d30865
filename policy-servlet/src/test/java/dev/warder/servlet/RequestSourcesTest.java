package dev.warder.servlet;

import static dev.warder.servlet.GuardedNotes.HOST;
import static dev.warder.servlet.GuardedNotes.HTTP;
import static dev.warder.servlet.GuardedNotes.in;
import static dev.warder.servlet.Notes.token;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where client and account of a request are taken from. */
class RequestSourcesTest {
  @ParameterizedTest
  @EnumSource(Container.class)
  void accountOfTheRequest_comesFromItsOneSource(Container container) throws Exception {
    in(
        container,
        builder -> builder.requestAccountFromHeader("X-Tenant"),
        (port, recorder) -> {
          String token = token("read:note");
          String line = "GET /v1/mine" + HTTP;
          assertThat(RawAnswer.to(port, line, HOST, token, "X-Tenant: A").status()).isEqualTo(200);
          assertThat(RawAnswer.to(port, line, HOST, token, "X-Tenant: B").status()).isEqualTo(404);
          assertThat(RawAnswer.to(port, line, HOST, token, "X-Tenant: A, B").status())
              .isEqualTo(404);
          assertThat(RawAnswer.to(port, line, HOST, token, "X-Tenant: A", "X-Tenant: A").status())
              .isEqualTo(404);
          assertThat(RawAnswer.to(port, line, HOST, token).status()).isEqualTo(404);
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void subdomain_isTheAccountOfTheRequest(Container container) throws Exception {
    in(
        container,
        builder -> builder.requestAccountFromSubdomainOf("api.example.com"),
        (port, recorder) -> {
          String token =
              "Authorization: Bearer "
                  + Notes.ISSUER.token(Notes.NOW).account("a").capabilities("read:note").sign();
          String line = "GET /v1/mine" + HTTP;
          assertThat(RawAnswer.to(port, line, "Host: A.api.example.com:80", token).status())
              .isEqualTo(200);
          assertThat(RawAnswer.to(port, line, "Host: b.api.example.com", token).status())
              .isEqualTo(404);
          assertThat(RawAnswer.to(port, line, HOST, token).status()).isEqualTo(404);
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void trustedProxy_namesTheClient(Container container) throws Exception {
    in(
        container,
        builder -> builder.trustedNetworks(ForwardedField.X_FORWARDED_FOR, "127.0.0.0/8"),
        (port, recorder) -> {
          String line = "GET /v1/notes/n1" + HTTP;
          for (String chain : new String[] {"192.0.2.7", "198.51.100.1, 192.0.2.7, 127.0.0.9"}) {
            assertThat(RawAnswer.to(port, line, HOST, "X-Forwarded-For: " + chain).status())
                .isEqualTo(401);
          }
          assertThat(
                  RawAnswer.to(port, line, HOST, "X-Forwarded-For: 192.0.2.7")
                      .field("RateLimit")
                      .orElseThrow())
              .contains("r=997");
        });
  }
}
