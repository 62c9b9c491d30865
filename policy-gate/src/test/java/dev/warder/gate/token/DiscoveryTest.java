package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of an issuer that are found by its metadata. */
class DiscoveryTest {
  private static final EdKey KEY = EdKey.make("k");

  private final Map<String, String> pages = new HashMap<>();
  private HttpServer server;
  private String issuer;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String page = pages.get(exchange.getRequestURI().getPath());
          byte[] body = (page == null ? "" : page).getBytes(UTF_8);
          exchange.sendResponseHeaders(
              page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/tenants/a";
    pages.put("/keys", EdKey.set(KEY));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String metadata(String names) {
    return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}"
        .formatted(names, URI.create(issuer).resolve("/keys"));
  }

  /** Returns the ids of the keys, or why there are none. */
  private String fetched(String of) throws Exception {
    try (RemoteKeys keys = RemoteKeys.builderOfIssuer(of).timeout(Duration.ofSeconds(15)).build()) {
      try {
        return keys.keys().ids().toString();
      } catch (TokenRejected e) {
        return keys.problem().orElseThrow();
      }
    }
  }

  @Test
  void keys_byOpenIdConnect_andBehindASlash() throws Exception {
    pages.put("/tenants/a/.well-known/openid-configuration", metadata(issuer));
    assertThat(fetched(issuer)).isEqualTo("[k]");
    assertThat(fetched(issuer + "/"))
        .isEqualTo("the metadata is that of `%s`, not of `%s/`".formatted(issuer, issuer));
    pages.put("/tenants/a/.well-known/openid-configuration", metadata(issuer + "/"));
    assertThat(fetched(issuer + "/")).isEqualTo("[k]");
  }

  @Test
  void keys_byRfc8414_whereThereIsNoOther() throws Exception {
    pages.put("/.well-known/oauth-authorization-server/tenants/a", metadata(issuer));
    assertThat(fetched(issuer)).isEqualTo("[k]");
  }

  @Test
  void keys_noMetadata_orAnotherIssuers_noneAreUsed() throws Exception {
    assertThat(fetched(issuer)).isEqualTo("the issuer's metadata has status 404");
    pages.put("/tenants/a/.well-known/openid-configuration", metadata("https://evil.example"));
    assertThat(fetched(issuer))
        .isEqualTo("the metadata is that of `https://evil.example`, not of `" + issuer + "`");
    pages.put("/tenants/a/.well-known/openid-configuration", "{\"issuer\":1}");
    assertThat(fetched(issuer)).startsWith("the metadata has no `issuer`, which should be `");
    pages.put("/tenants/a/.well-known/openid-configuration", "{");
    assertThat(fetched(issuer))
        .isEqualTo("the issuer's metadata cannot be read: what is encoded is not one JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keys.example.com/k",
        "http://127.0.0.1:8080/k",
        "https://user@keys.example.com/k",
        "file:///etc/passwd",
        "//keys.example.com",
        "",
        "https:///k",
        "https://[::99999999999.0.0.1]/k",
        "not an address"
      })
  void keysAddress_notSafe_refused(String address) {
    String metadata = "{\"issuer\":\"i\",\"jwks_uri\":\"" + address + "\"}";
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> Discovery.keysAddress(metadata.getBytes(UTF_8), "i"))
        .withMessage(
            "`jwks_uri` of the metadata is no https address; an http one of this machine is for an"
                + " issuer of this machine alone: `"
                + address
                + "`");
  }

  @Test
  void keysAddress_notNamed_refused() {
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> Discovery.keysAddress("{\"issuer\":\"i\"}".getBytes(UTF_8), "i"))
        .withMessage("the metadata has no `jwks_uri`, the address of the keys");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, https://a.example/.well-known/openid-configuration,"
        + " https://a.example/.well-known/oauth-authorization-server",
    "https://a.example/, https://a.example/.well-known/openid-configuration,"
        + " https://a.example/.well-known/oauth-authorization-server",
    "https://a.example:8443/x/y, https://a.example:8443/x/y/.well-known/openid-configuration,"
        + " https://a.example:8443/.well-known/oauth-authorization-server/x/y",
  })
  void addresses_areThoseOfTheStandards(String of, String openId, String oauth) {
    assertThat(Discovery.addresses(of)).containsExactly(URI.create(openId), URI.create(oauth));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example",
        "a.example",
        "https://a.example?x",
        "https://a.example#x",
        "https://[::99999999999.0.0.1]",
        ""
      })
  void builderOfIssuer_noSafeAddress_refused(String of) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemoteKeys.builderOfIssuer(of))
        .withMessageStartingWith("an issuer with metadata begins with `https://`,");
  }

  /** What a user types by mistake must not reach a log. */
  @Test
  void builderOfIssuer_addressWithAPassword_refusedWithoutIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemoteKeys.builderOfIssuer("https://user:secret@a.example"))
        .withMessage("the address of an issuer has no user and no password");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemoteKeys.builder(URI.create("https://user:secret@a.example/keys")))
        .withMessageNotContaining("secret");
  }
}
