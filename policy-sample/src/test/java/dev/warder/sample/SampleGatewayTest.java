package dev.warder.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.authority.IssuedToken;
import dev.warder.model.ControlApi;
import dev.warder.model.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire, byte by byte where a client of a library would repair it. */
class SampleGatewayTest {
  @TempDir private Path folder;
  private SampleStore store;
  private IssuedToken writer;
  private SampleGateway gateway;

  @BeforeEach
  void start() throws Exception {
    store = new SampleStore(folder);
    writer = store.issue("writer", "all of Apps");
    gateway = SampleGateway.start(store.tokens(), ControlApi.catalogue().limits(), 0);
  }

  @AfterEach
  void stop() {
    gateway.close();
    store.close();
  }

  private String bearer() {
    return "Authorization: Bearer " + writer.value();
  }

  /** Sends lines and returns the whole answer. */
  private String answer(String... lines) throws IOException {
    URI address = URI.create(gateway.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request = String.join("\r\n", lines) + "\r\nHost: h\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static String status(String answer) {
    return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3);
  }

  @Test
  void details_allowed_areThoseOfTheStore() throws Exception {
    String answer = answer("GET /v1/me?a=%2F..&b HTTP/1.1", bearer());
    assertThat(status(answer)).isEqualTo("200");
    assertThat(answer).contains("Ratelimit: \"token\";r=1999;t=");
    // This use is noted on another thread, before or after the answer is made.
    assertThat(answer.replaceFirst("\"last_used_at\":(null|\"[^\"]+Z\")", "\"last_used_at\":0"))
        .endsWith(
            "{\"token\":{\"id\":\"%s\",\"name\":\"writer\",\"capabilities\":[\"read:app\",\"write:app\"],"
                    .formatted(writer.info().id())
                + "\"expires_at\":\"%s\",\"last_used_at\":0},"
                    .formatted(writer.info().expiresAt().orElseThrow())
                + "\"user\":{\"id\":\"ada\"},"
                + "\"account\":{\"id\":\"A\",\"name\":\"Sample account\"}}\n");
  }

  @Test
  void request_allowed_reachesTheApi() throws Exception {
    String answer = answer("PATCH /v1/apps/28AB9a?a=%2F..&b HTTP/1.1", bearer());
    assertThat(status(answer)).isEqualTo("200");
    assertThat(answer).endsWith("{\"id\":\"28AB9a\",\"accountId\":\"A\",\"name\":\"Chat\"}\n");
  }

  @Test
  void requests_manyAtOnce_allAnswered() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.address() + "/v1/me"))
            .header("Authorization", "Bearer " + writer.value())
            .build();
    List<CompletableFuture<Integer>> statuses =
        IntStream.range(0, 64)
            .mapToObj(i -> client.sendAsync(request, BodyHandlers.discarding()))
            .map(answer -> answer.thenApply(HttpResponse::statusCode))
            .toList();
    for (CompletableFuture<Integer> status : statuses) {
      assertThat(status.get()).isEqualTo(200);
    }
  }

  @Test
  void request_headOfADenied_hasNoBody() throws Exception {
    String answer = answer("HEAD /v1/nothing HTTP/1.1", bearer());
    assertThat(status(answer)).isEqualTo("404");
    assertThat(answer).endsWith("\r\n\r\n");
  }

  /** The server's own URI parses a host out of this; what was asked is judged as it stands. */
  @Test
  void target_twoSlashes_isMalformed() throws Exception {
    assertThat(status(answer("GET //evil/v1/me HTTP/1.1", bearer()))).isEqualTo("400");
  }

  @Test
  void target_absoluteForm_isMalformed() throws Exception {
    assertThat(status(answer("GET http://h/v1/me HTTP/1.1", bearer()))).isEqualTo("400");
  }

  @Test
  void authorization_twoFields_refused() throws Exception {
    assertThat(status(answer("GET /v1/me HTTP/1.1", bearer(), bearer()))).isEqualTo("401");
  }

  @Test
  void revoke_inTheStore_refusedAtOnce() throws Exception {
    assertThat(status(answer("GET /v1/me HTTP/1.1", bearer()))).isEqualTo("200");
    gateway.tokens().authority().revoke(SampleStore.ADA, writer.info().id());
    assertThat(status(answer("GET /v1/me HTTP/1.1", bearer()))).isEqualTo("401");
  }

  @Test
  void start_gateIsSet_refused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SampleGateway.start(store.tokens().gate(gate -> {}), Limits.NONE, 0))
        .withMessage("the gate is set already");
  }
}
