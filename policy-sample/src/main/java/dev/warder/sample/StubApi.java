package dev.warder.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** A stub of the Control API: it answers with fixed texts, and changes nothing. */
final class StubApi implements AutoCloseable {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "GET /v1/accounts/A/apps",
              "[{\"id\":\"28AB9a\",\"accountId\":\"A\",\"name\":\"Chat\"}]\n",
          "PATCH /v1/apps/28AB9a", "{\"id\":\"28AB9a\",\"accountId\":\"A\",\"name\":\"Chat\"}\n");

  /** Of its own: threads that wait for the API must not be those that it needs. */
  private final ExchangeThreads threads;

  private final HttpServer server;

  /**
   * Starts one.
   *
   * @param port where it listens, or 0 for any that is free
   */
  StubApi(ExchangeThreads.Bounds bounds, int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    threads = new ExchangeThreads(bounds);
    server.setExecutor(threads);
    server.createContext("/", StubApi::answer);
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      // Else the server closes the connection under a client that still sends a large body.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      GateHandler.send(exchange, 200, ANSWERS.getOrDefault(asked, "{}\n").getBytes(UTF_8));
    }
  }

  String address() {
    return "http://"
        + server.getAddress().getAddress().getHostAddress()
        + ":"
        + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
