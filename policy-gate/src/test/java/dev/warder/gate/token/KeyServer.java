package dev.warder.gate.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An address on this machine that publishes what a test says, and counts who asks. */
final class KeyServer implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile int status = 200;
  private volatile String body;
  private volatile Runnable onRequest = () -> {};
  private volatile CountDownLatch beforeBody = new CountDownLatch(0);

  KeyServer(String body) throws IOException {
    this.body = body;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/keys.json", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Location", address().toString());
    exchange.sendResponseHeaders(status, bytes.length);
    await(beforeBody);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
    onRequest.run();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IOException("nobody opened the latch");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys.json");
  }

  void publish(String body) {
    this.status = 200;
    this.body = body;
  }

  /** Answers with another status; a redirection leads to where the keys are. */
  void fail(int status) {
    this.status = status;
  }

  /** Keeps the body back until the latch is open. */
  void beforeBody(CountDownLatch latch) {
    this.beforeBody = latch;
  }

  void onRequest(Runnable task) {
    this.onRequest = task;
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
