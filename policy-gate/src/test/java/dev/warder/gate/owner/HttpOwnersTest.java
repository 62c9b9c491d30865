package dev.warder.gate.owner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners at a server on loopback. */
class HttpOwnersTest {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private String root;
  private volatile int status = 200;
  private volatile String body = "{\"account\": \"A\"}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] bytes = body.getBytes(UTF_8);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HttpOwners owners() {
    return HttpOwners.at(root + "/owners/{kind}/{id}", "Authorization", "Bearer s");
  }

  @Test
  void account_ofTheAnswer() throws Exception {
    assertThat(owners().account("app", "28AB9a")).isEqualTo("A");
    assertThat(asked).containsExactly("GET /owners/app/28AB9a Bearer s");
  }

  @ParameterizedTest
  @CsvSource({
    "a:b, a%3Ab",
    "a;b=c, a%3Bb%3Dc",
    "a+b, a%2Bb",
    "..a, ..a",
    "é, %C3%A9",
    "{id}, %7Bid%7D"
  })
  void id_isOneSegment(String id, String segment) throws Exception {
    HttpOwners.at(root + "/{id}").account("app", id);
    assertThat(asked).containsExactly("GET /" + segment + " null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "..."})
  void idOfDots_isNobodysAndIsNotAsked(String id) throws Exception {
    assertThat(owners().account("app", id)).isNull();
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"account\": null}",
        "{\"account\": null, \"kind\": {\"account\": \"B\"}}",
        "{\"kind\": [{\"account\": \"B\"}], \"account\": null}"
      })
  void null_isNobodys(String answer) throws Exception {
    body = answer;
    assertThat(owners().account("app", "1")).isNull();
  }

  @Test
  void otherMembers_areIgnored() throws Exception {
    body = "{\"more\": {\"account\": \"B\"}, \"account\": \"A\", \"list\": [1, [2]]}";
    assertThat(owners().account("app", "1")).isEqualTo("A");
  }

  @Test
  void notFound_isNobodys() throws Exception {
    status = 404;
    body = "";
    assertThat(owners().account("app", "1")).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 301, 302, 304, 307, 400, 401, 403, 410, 429, 500, 503})
  void otherStatus_isAFailure(int other) {
    status = other;
    body = "";
    assertThatThrownBy(() -> owners().account("app", "1"))
        .isInstanceOf(IOException.class)
        .hasMessage("the server of owners has status " + other);
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "\"A\"",
        "{}",
        "[{\"account\": \"A\"}]",
        "{\"account\": 1}",
        "{\"account\": [\"A\"]}",
        "{\"account\": {\"account\": \"A\"}}",
        "{\"account\": \"A\"",
        "{\"account\": \"A\"} {}",
        "{\"account\": \"B\", \"account\": \"A\"}",
        "{\"Account\": \"A\"}"
      })
  void otherBody_isAFailure(String other) {
    body = other;
    assertThatThrownBy(() -> owners().account("app", "1"))
        .isInstanceOf(IOException.class)
        .hasMessage("the server of owners answered no JSON object with an `account`");
  }

  @Test
  void longBody_isAFailure() throws Exception {
    String object = "{\"account\": \"A\"}";
    body = object + " ".repeat(4_096 - object.length());
    assertThat(owners().account("app", "1")).isEqualTo("A");
    body = object + " ".repeat(4_097 - object.length());
    assertThatThrownBy(() -> owners().account("app", "1")).isInstanceOf(IOException.class);
  }

  @Test
  void nobodyListens_isAFailure() {
    HttpOwners owners = owners();
    server.stop(0);
    assertThatThrownBy(() -> owners.account("app", "1")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "owners",
        "https://owners.example.com/{kind}",
        "https://owners.example.com/{id}/{id}",
        "https://owners.example.com/x{id}",
        "https://owners.example.com/{id}x",
        "https://owners.example.com/{id}?kind={kind}",
        "https://owners.example.com/{id}#",
        "https://owners.example.com/x{kind}/{id}",
        "https://{id}/x",
        "http://owners.example.com/{id}",
        "https://user@owners.example.com/{id}",
        "ftp://owners.example.com/{id}"
      })
  void otherAddress_isRefused(String template) {
    assertThatIllegalArgumentException().isThrownBy(() -> HttpOwners.at(template));
  }
}
