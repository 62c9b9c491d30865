package dev.warder.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.warder.gate.Outcome;
import dev.warder.gate.token.AccessToken;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Sends allowed requests on to the API: target and body as received, and in the place of the token
 * whose it is. A proxy of its own right sends on more header fields, and streams.
 */
final class Forwarder {
  private static final int MAX_BODY = 1 << 20;
  private static final String TOO_LARGE = "a body of more than 1 MiB is not sent on\n";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String api;

  /**
   * Makes one.
   *
   * @param api scheme, host and port of the API
   */
  Forwarder(String api) {
    this.api = api;
  }

  void forward(HttpExchange exchange, Outcome outcome) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      GateHandler.send(exchange, 413, TOO_LARGE.getBytes(UTF_8));
      return;
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + exchange.getRequestURI()))
            .timeout(Duration.ofSeconds(10))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    outcome.token().ifPresent(token -> tell(request, token));
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      GateHandler.send(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (IOException e) {
      GateHandler.send(exchange, 502, "the API does not answer\n".getBytes(UTF_8));
    }
  }

  private static void tell(HttpRequest.Builder request, AccessToken token) {
    token.account().ifPresent(account -> request.header("Warder-Account", account));
    request.header("Warder-Token", token.tokenId());
  }
}
