package dev.warder.sample;

import com.sun.net.httpserver.HttpServer;
import dev.warder.authority.LastUsed;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.model.ControlApi;
import dev.warder.model.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
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

  private final ExchangeThreads threads;
  private final StubApi api;
  private final Gate gate;
  private final HttpServer server;

  private SampleGateway(
      SampleTokens tokens,
      Limits limits,
      InstantSource clock,
      int port,
      ExchangeThreads.Bounds bounds)
      throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    api = new StubApi(bounds);
    threads = new ExchangeThreads(bounds);
    gate =
        Gate.builder()
            .catalogue(
                ControlApi.catalogue(),
                ResourceOwners.of(Map.of("app", Map.of("28AB9a", "A", "77XY0b", "B"))))
            .tokens(
                TokenVerifier.builder()
                    .issuer(tokens.issuer())
                    .audience(tokens.audience())
                    .keys(tokens.keys().source())
                    .withoutClockSkew()
                    .acceptTokensThatNeverExpire()
                    .keepSeenTokens(1_000))
            .revocations(tokens.revocations())
            .limits(limits)
            .clock(clock)
            .listener(LastUsed.of(tokens.store()))
            .build();
    server.setExecutor(threads);
    server.createContext(
        "/",
        new GateHandler(
            gate, new Forwarder(api.address()), new TokenDetailsAnswer(tokens.authority())));
    server.start();
  }

  /**
   * Starts one.
   *
   * @param port where it listens, or 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static SampleGateway start(
      SampleTokens tokens, Limits limits, InstantSource clock, int port) throws IOException {
    return start(tokens, limits, clock, port, ExchangeThreads.Bounds.USUAL);
  }

  static SampleGateway start(
      SampleTokens tokens,
      Limits limits,
      InstantSource clock,
      int port,
      ExchangeThreads.Bounds bounds)
      throws IOException {
    return new SampleGateway(tokens, limits, clock, port, bounds);
  }

  /** Returns scheme, host and port. */
  public String address() {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** Stops listening. */
  @Override
  public void close() {
    server.stop(0);
    api.close();
    gate.close();
    threads.close();
  }
}
