package dev.warder.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.ControlApi;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
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
  private SampleGateway gateway;

  @BeforeEach
  void start() throws Exception {
    gateway =
        SampleGateway.start(folder, ControlApi.catalogue().limits(), InstantSource.system(), 0);
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private String bearer(String name) throws IOException {
    return Files.readString(folder.resolve(name)).strip();
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
  void request_allowed_reachesTheApiAsReceived() throws Exception {
    String answer = answer("GET /v1/me?a=%2F..&b HTTP/1.1", bearer("writer"));
    assertThat(status(answer)).isEqualTo("200");
    assertThat(answer).contains("Ratelimit: \"token\";r=1999;t=");
    assertThat(answer).endsWith("{\"token\":{\"id\":\"writer\"},\"account\":{\"id\":\"A\"}}\n");
  }

  @Test
  void requests_moreAtOnceThanThreads_allAnswered() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    String line = bearer("writer");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.address() + "/v1/me"))
            .header("Authorization", line.substring(line.indexOf(' ') + 1))
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
    String answer = answer("HEAD /v1/me HTTP/1.1", bearer("writer"));
    assertThat(status(answer)).isEqualTo("405");
    assertThat(answer).contains("Allow: GET\r\n").endsWith("\r\n\r\n");
  }

  /** The server's own URI parses a host out of this; what was asked is judged as it stands. */
  @Test
  void target_twoSlashes_isMalformed() throws Exception {
    assertThat(status(answer("GET //evil/v1/me HTTP/1.1", bearer("writer")))).isEqualTo("400");
  }

  @Test
  void target_absoluteForm_isMalformed() throws Exception {
    assertThat(status(answer("GET http://h/v1/me HTTP/1.1", bearer("writer")))).isEqualTo("400");
  }

  @Test
  void authorization_twoFields_refused() throws Exception {
    assertThat(status(answer("GET /v1/me HTTP/1.1", bearer("writer"), bearer("writer"))))
        .isEqualTo("401");
  }

  @Test
  void revoke_nameUnknownOrAnotherMethod_notFound() throws Exception {
    assertThat(status(answer("DELETE /sample/tokens/x HTTP/1.1"))).isEqualTo("404");
    assertThat(status(answer("GET /sample/tokens/writer HTTP/1.1"))).isEqualTo("404");
    assertThat(status(answer("GET /v1/me HTTP/1.1", bearer("writer")))).isEqualTo("200");
  }

  @Test
  void start_again_tokensOfBeforeAreWorthNothing() throws Exception {
    String before = bearer("writer");
    stop();
    start();
    assertThat(status(answer("GET /v1/me HTTP/1.1", before))).isEqualTo("401");
    assertThat(status(answer("GET /v1/me HTTP/1.1", bearer("writer")))).isEqualTo("200");
  }
}
