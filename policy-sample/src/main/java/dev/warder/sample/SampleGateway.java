package dev.warder.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.model.ControlApi;
import dev.warder.model.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A gateway to try things out: a gate on the JDK's HTTP server, on this machine's loopback address
 * alone, in front of a stub of the Control API. App {@code 28AB9a} belongs to account {@code A},
 * app {@code 77XY0b} to account {@code B}. It issues two tokens of account {@code A}, and revokes
 * one on {@code DELETE /sample/tokens/NAME}.
 */
public final class SampleGateway implements AutoCloseable {
  private static final int THREADS = 16;
  private static final String REVOKING = "/sample/tokens/";
  private static final Map<String, List<String>> CAPABILITIES = capabilities();

  static {
    // Else an answer's second packet waits for a client to have acknowledged the first.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final RevocationSet revocations;
  private final StubApi api;
  private final Gate gate;
  private final HttpServer server;

  private SampleGateway(SampleIssuer issuer, Limits limits, InstantSource clock, int port)
      throws IOException, InvalidKeySet {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    revocations = RevocationSet.create(clock, new SecureRandom());
    api = new StubApi();
    gate =
        Gate.builder()
            .catalogue(
                ControlApi.catalogue(),
                ResourceOwners.of(Map.of("app", Map.of("28AB9a", "A", "77XY0b", "B"))))
            .tokens(
                TokenVerifier.builder()
                    .issuer(SampleIssuer.ISSUER)
                    .audience(SampleIssuer.AUDIENCE)
                    .keys(issuer.keys())
                    .withoutClockSkew()
                    .keepSeenTokens(100))
            .revocations(revocations)
            .limits(limits)
            .clock(clock)
            .build();
    server.setExecutor(threads);
    server.createContext("/", new GateHandler(gate, new Forwarder(api.address())));
    server.createContext(REVOKING, this::revoke);
    server.start();
  }

  private static Map<String, List<String>> capabilities() {
    Map<String, List<String>> capabilities = new LinkedHashMap<>();
    capabilities.put("reader", List.of("read:app"));
    capabilities.put("writer", List.of("read:app", "write:app"));
    return Collections.unmodifiableMap(capabilities);
  }

  /**
   * Starts one.
   *
   * @param folder where the tokens are written, each as a header line for {@code curl -H @FILE}
   * @param port where it listens, or 0 for any that is free
   * @throws IOException when the port is taken, or the tokens cannot be written
   */
  public static SampleGateway start(Path folder, Limits limits, InstantSource clock, int port)
      throws IOException {
    SampleIssuer issuer = new SampleIssuer();
    try {
      SampleGateway gateway = new SampleGateway(issuer, limits, clock, port);
      try {
        write(issuer, folder, clock);
      } catch (IOException e) {
        gateway.close();
        throw e;
      }
      return gateway;
    } catch (InvalidKeySet e) {
      throw new IllegalStateException("a key of nimbus's is none of ours", e);
    }
  }

  private static void write(SampleIssuer issuer, Path folder, InstantSource clock)
      throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, List<String>> token : CAPABILITIES.entrySet()) {
      String text = issuer.token(token.getKey(), clock.instant(), token.getValue());
      Files.writeString(folder.resolve(token.getKey()), "Authorization: Bearer " + text + "\n");
    }
  }

  private void revoke(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = exchange.getRequestURI().toString().substring(REVOKING.length());
      if (!exchange.getRequestMethod().equals("DELETE") || !CAPABILITIES.containsKey(name)) {
        GateHandler.send(exchange, 404, new byte[0]);
        return;
      }
      revocations.revoke(new Revocation.OfToken(SampleIssuer.ISSUER, name));
      GateHandler.send(exchange, 204, new byte[0]);
    }
  }

  /** Returns scheme, host and port. */
  public String address() {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** Returns what each token carries, by its name. */
  public Map<String, List<String>> tokens() {
    return CAPABILITIES;
  }

  /** Stops listening. */
  @Override
  public void close() {
    server.stop(0);
    api.close();
    gate.close();
    threads.shutdownNow();
  }
}
