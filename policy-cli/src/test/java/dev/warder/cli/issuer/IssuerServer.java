package dev.warder.cli.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** An issuer on this machine, which publishes what a test gives it. */
public final class IssuerServer implements AutoCloseable {
  public static final String METADATA = "/.well-known/openid-configuration";
  static final String KEYS = "/keys";

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;
  private volatile String held = "";

  /** Starts one whose metadata names itself, and a key set. */
  public IssuerServer(String keySet) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    publish(METADATA, metadata(address(), address() + KEYS));
    publish(KEYS, keySet);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals(held)) {
        closed.await();
      }
      byte[] body = pages.getOrDefault(path, "none").getBytes(UTF_8);
      exchange.sendResponseHeaders(
          statuses.getOrDefault(path, pages.containsKey(path) ? 200 : 404), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Returns metadata of an issuer. */
  static String metadata(String issuer, String keys) {
    return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, keys);
  }

  /** Returns the issuer. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void publish(String path, String text) {
    pages.put(path, text);
  }

  void answerWith(String path, int status) {
    statuses.put(path, status);
  }

  /** Gives no answer at a path until the server is closed. */
  void hold(String path) {
    held = path;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
