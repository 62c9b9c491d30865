package dev.warder.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.warder.engine.Decision;
import dev.warder.gate.Gate;
import dev.warder.gate.GateRequest;
import dev.warder.gate.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gate about each request, and sends it on or answers it as the gate says. What a token is
 * it answers itself.
 */
final class GateHandler implements HttpHandler {
  private final Gate gate;
  private final Forwarder forwarder;
  private final TokenDetailsAnswer details;

  GateHandler(Gate gate, Forwarder forwarder, TokenDetailsAnswer details) {
    this.gate = gate;
    this.forwarder = forwarder;
    this.details = details;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Outcome outcome =
          gate.authorize(
              GateRequest.builder()
                  .authorization(authorization(exchange.getRequestHeaders()))
                  .method(exchange.getRequestMethod())
                  .target(exchange.getRequestURI().toString())
                  .client(exchange.getRemoteAddress().getAddress().getHostAddress())
                  .build());
      outcome.headers().forEach(exchange.getResponseHeaders()::set);
      if (outcome.isAllowed() && asksForDetails(outcome)) {
        details.send(exchange, outcome.token().orElseThrow());
      } else if (outcome.isAllowed()) {
        forwarder.forward(exchange, outcome);
      } else {
        send(exchange, outcome.status(), (outcome.body() + "\n").getBytes(UTF_8));
      }
    }
  }

  private static boolean asksForDetails(Outcome outcome) {
    return outcome
        .decision()
        .flatMap(Decision::operation)
        .filter(operation -> operation.id().equals("get-me"))
        .isPresent();
  }

  /** Returns the field's value, of several all of them, which no gate takes for a token. */
  private static @Nullable String authorization(Headers headers) {
    List<String> values = headers.get("Authorization");
    return values == null ? null : String.join(", ", values);
  }

  /**
   * Sends an answer whole, before the rest of the request is waited for; one to {@code HEAD}, or of
   * no bytes, has no body.
   */
  static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
    if (!isEmpty) {
      try (OutputStream answer = exchange.getResponseBody()) {
        answer.write(body);
      }
    }
  }
}
