package dev.warder.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.revocation.RevocationSet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What the filter costs in Tomcat: requests a second and the 95th percentile of latency, with it
 * and without, in paired rounds of one run. It is run by {@code mvn test -Pload -pl policy-servlet
 * -am}, and prints ratios with intervals of 95 %. Clients and server share the machine, and each
 * client sends its next request once it has the last answer.
 */
class FilterLoad {
  private static final int CLIENTS = 4;
  private static final int WARM_UP_ROUNDS = 10;
  private static final int ROUNDS = 40;
  private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final double T_OF_39 = 2.023;
  private static final byte[] BODY = "{\"id\":\"n1\",\"text\":\"Buy milk\"}".getBytes(US_ASCII);

  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

  /** What a round measured. */
  private record Round(double requestsASecond, double percentile95) {}

  /** Answers as a small API does, from memory. */
  private static final class Note extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("application/json");
      response.setContentLength(BODY.length);
      response.getOutputStream().write(BODY);
    }
  }

  @Test
  void ratios() throws Exception {
    try (Gate gate = gate();
        Container.Running with = server(gate);
        Container.Running without = server(null)) {
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        round(with);
        round(without);
      }
      List<Round> guarded = new ArrayList<>();
      List<Round> bare = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        if (i % 2 == 0) {
          guarded.add(round(with));
          bare.add(round(without));
        } else {
          bare.add(round(without));
          guarded.add(round(with));
        }
      }
      print(guarded, bare);
    } finally {
      clients.shutdownNow();
    }
  }

  private static Gate gate() {
    return Gate.builder()
        .catalogue(
            Notes.catalogue("load.yaml"), ResourceOwners.of(Map.of("note", Map.of("n1", "A"))))
        .tokens(Notes.ISSUER.verifierBuilder().withoutClockSkew().keepSeenTokens(1_000))
        .revocations(RevocationSet.create(Notes.CLOCK, new SecureRandom()))
        .clock(Notes.CLOCK)
        .build();
  }

  private static Container.Running server(Gate gate) throws Exception {
    return Container.TOMCAT.start(
        "",
        context -> {
          if (gate != null) {
            WarderFilter.of(gate).registerIn(context);
          }
          context.addServlet("note", new Note()).addMapping("/v1/notes/*");
        });
  }

  private Round round(Container.Running server) throws Exception {
    long end = System.nanoTime() + ROUND_NANOS;
    List<Future<long[]>> parts = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      String token = Notes.tokenOf("A", "read:note");
      parts.add(clients.submit(() -> latencies(server.port(), token, end)));
    }
    LongStream all = LongStream.empty();
    for (Future<long[]> part : parts) {
      all = LongStream.concat(all, Arrays.stream(part.get()));
    }
    long[] sorted = all.sorted().toArray();
    assertThat(sorted).hasSizeGreaterThan(100);
    return new Round(
        sorted.length / (ROUND_NANOS / 1e9), sorted[(int) (sorted.length * 0.95)] / 1e3);
  }

  private static long[] latencies(int port, String token, long end) throws IOException {
    long[] latencies = new long[1 << 20];
    int count = 0;
    try (KeptConnection connection = new KeptConnection(port, BODY.length)) {
      byte[] request =
          ("GET /v1/notes/n1 HTTP/1.1\r\nHost: api.example.com\r\n" + token + "\r\n\r\n")
              .getBytes(US_ASCII);
      long before = System.nanoTime();
      while (before < end) {
        connection.ask(request);
        long after = System.nanoTime();
        latencies[count++] = after - before;
        before = after;
      }
    }
    return Arrays.copyOf(latencies, count);
  }

  private static void print(List<Round> guarded, List<Round> bare) {
    print(
        "requests a second",
        guarded.stream().mapToDouble(Round::requestsASecond).toArray(),
        bare.stream().mapToDouble(Round::requestsASecond).toArray());
    print(
        "95th percentile, us",
        guarded.stream().mapToDouble(Round::percentile95).toArray(),
        bare.stream().mapToDouble(Round::percentile95).toArray());
  }

  private static void print(String what, double[] with, double[] without) {
    double[] ratios = new double[with.length];
    Arrays.setAll(ratios, i -> with[i] / without[i]);
    double mean = DoubleStream.of(ratios).average().orElseThrow();
    double squares = DoubleStream.of(ratios).map(r -> (r - mean) * (r - mean)).sum();
    double half = T_OF_39 * Math.sqrt(squares / (ratios.length - 1) / ratios.length);
    System.out.printf(
        Locale.ROOT,
        "%s: with %.1f, without %.1f, ratio %.3f (%.3f to %.3f)%n",
        what,
        DoubleStream.of(with).average().orElseThrow(),
        DoubleStream.of(without).average().orElseThrow(),
        mean,
        mean - half,
        mean + half);
  }
}
