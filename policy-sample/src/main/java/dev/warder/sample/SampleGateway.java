package dev.warder.sample;

import com.sun.net.httpserver.HttpServer;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenService;
import dev.warder.authority.TokenServiceBuilder;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.ControlApi;
import dev.warder.model.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * A gateway to try things out: a gate on the JDK's HTTP server, on this machine's loopback address
 * alone, in front of a stub of the Control API. App {@code 28AB9a} belongs to account {@code A},
 * app {@code 77XY0b} to account {@code B}. Tokens are those of a store, which other processes may
 * change meanwhile.
 *
 * <p>At most 256 requests are served at once. A connection whose request is not read and answered
 * within 15 seconds is closed; after 200 milliseconds, where others wait for its thread. A body of
 * more than 1 MiB is answered 413.
 */
public final class SampleGateway implements AutoCloseable {
  static {
    // Else an answer's second packet waits for a client to have acknowledged the first.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final ResourceOwners OWNERS =
      ResourceOwners.of(Map.of("app", Map.of("28AB9a", "A", "77XY0b", "B")));

  private final StubApi api;
  private final TokenService tokens;
  private final HttpServer server;
  private final ExchangeThreads threads;

  /** Listens last: a server that never started keeps its port, whether it is stopped or not. */
  private SampleGateway(StubApi api, TokenService tokens, ExchangeThreads.Bounds bounds, int port)
      throws IOException {
    this.api = api;
    this.tokens = tokens;
    GateHandler handler =
        new GateHandler(
            tokens.gate(),
            new Forwarder(api.address()),
            new TokenDetailsAnswer(tokens.authority()));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    threads = new ExchangeThreads(bounds);
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
  }

  /**
   * Starts one.
   *
   * @param tokens where tokens come from, all set but the catalogue and the gate; the gateway opens
   *     it and closes it
   * @param limits how many requests are admitted
   * @param port where it listens, or 0 for any that is free
   * @throws IllegalStateException when the catalogue or the gate is set, or something else is not
   * @throws UnreadableKey when the keys that sign are encrypted by another key, or damaged
   * @throws StoreFailure when the store cannot be opened, read or written
   * @throws IOException when the port is taken, or the revocations or the mark cannot be read or
   *     written
   */
  public static SampleGateway start(TokenServiceBuilder tokens, Limits limits, int port)
      throws UnreadableKey, StoreFailure, IOException {
    return start(tokens, limits, port, ExchangeThreads.Bounds.USUAL, 0);
  }

  static SampleGateway start(
      TokenServiceBuilder tokens,
      Limits limits,
      int port,
      ExchangeThreads.Bounds bounds,
      int apiPort)
      throws UnreadableKey, StoreFailure, IOException {
    StubApi api = new StubApi(bounds, apiPort);
    try {
      return over(
          api,
          tokens.catalogue(ControlApi.catalogue(), OWNERS).gate(gate -> gate.limits(limits)).open(),
          bounds,
          port);
    } catch (UnreadableKey | StoreFailure | IOException | RuntimeException e) {
      api.close();
      throw e;
    }
  }

  private static SampleGateway over(
      StubApi api, TokenService tokens, ExchangeThreads.Bounds bounds, int port)
      throws IOException {
    try {
      return new SampleGateway(api, tokens, bounds, port);
    } catch (IOException | RuntimeException e) {
      tokens.close();
      throw e;
    }
  }

  /** Returns authority and gate of the gateway, which closes them. */
  public TokenService tokens() {
    return tokens;
  }

  /** Returns scheme, host and port. */
  public String address() {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** Stops listening. */
  @Override
  public void close() {
    try (threads;
        tokens;
        api) {
      server.stop(0);
    }
  }
}
