package dev.warder.servlet;

import static dev.warder.servlet.GuardedNotes.HOST;
import static dev.warder.servlet.GuardedNotes.HTTP;
import static dev.warder.servlet.Notes.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.Gate;
import dev.warder.gate.owner.LookedUpOwners;
import dev.warder.gate.owner.LookedUpOwnersBuilder;
import dev.warder.gate.owner.OwnerLookup;
import dev.warder.gate.revocation.RevocationSet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Owners that are slow, or fail, while requests wait in a container; also on virtual threads. */
@Timeout(60)
class OwnersOverHttpTest {
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final int CLIENTS = 64;

  /** Whether each request's servlet ran on a virtual thread. */
  private final Queue<Boolean> runs = new ConcurrentLinkedQueue<>();

  /** What a test does with a port. */
  @FunctionalInterface
  private interface Asking {
    void ask(int port) throws Exception;
  }

  private void with(
      Container container,
      @Nullable ExecutorService threads,
      LookedUpOwnersBuilder settings,
      Asking asking)
      throws Exception {
    try (LookedUpOwners owners = settings.build();
        Gate gate =
            Gate.builder()
                .catalogue(Notes.catalogue("owned.yaml"), owners)
                .tokens(Notes.ISSUER.verifierBuilder().withoutClockSkew())
                .revocations(RevocationSet.create(Notes.CLOCK, new SecureRandom()))
                .clock(Notes.CLOCK)
                .build();
        Container.Running running =
            container.start(
                "",
                threads,
                context -> {
                  WarderFilter.of(gate).registerIn(context);
                  context.addServlet("notes", new Noting()).addMapping("/");
                })) {
      asking.ask(running.port());
    }
  }

  private static int status(int port, String account) throws IOException {
    return RawAnswer.to(port, "GET /v1/notes/1" + HTTP, HOST, tokenOf(account, "read:note"))
        .status();
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void lookupFails_is503AndTheNextOneIsServed(Container container) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    OwnerLookup lookup =
        (kind, id) -> {
          if (asked.incrementAndGet() == 1) {
            throw new IOException("the database is down");
          }
          return "A";
        };
    with(
        container,
        null,
        LookedUpOwners.builder(lookup).timeout(LONG),
        port -> {
          assertThat(status(port, "A")).isEqualTo(503);
          assertThat(runs).isEmpty();
          assertThat(status(port, "A")).isEqualTo(200);
          assertThat(status(port, "B")).isEqualTo(404);
          assertThat(runs).hasSize(1);
          assertThat(asked).hasValue(2);
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void lookupIsSlow_is503InTimeAndServedOnceItIsThere(Container container) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    OwnerLookup lookup =
        (kind, id) -> {
          held.await();
          return "A";
        };
    with(
        container,
        null,
        LookedUpOwners.builder(lookup).timeout(Duration.ofMillis(1)),
        port -> {
          assertThat(status(port, "A")).isEqualTo(503);
          assertThat(runs).isEmpty();
          held.countDown();
          int status = status(port, "A");
          while (status == 503) {
            status = status(port, "A");
          }
          assertThat(status).isEqualTo(200);
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void manyWaitOnVirtualThreads_areServedByOneLookup(Container container) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    OwnerLookup lookup =
        (kind, id) -> {
          asked.incrementAndGet();
          begun.countDown();
          held.await();
          return "A";
        };
    ExecutorService threads = virtualThreads();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      with(
          container,
          threads,
          LookedUpOwners.builder(lookup).timeout(LONG),
          port -> {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
              String account = i % 2 == 0 ? "A" : "B";
              statuses.add(clients.submit(() -> status(port, account)));
            }
            begun.await();
            held.countDown();
            for (int i = 0; i < CLIENTS; i++) {
              assertThat(statuses.get(i).get()).isEqualTo(i % 2 == 0 ? 200 : 404);
            }
          });
    } finally {
      clients.shutdownNow();
      if (threads != null) {
        threads.shutdownNow();
      }
    }
    assertThat(asked).hasValue(1);
    assertThat(runs).hasSize(CLIENTS / 2).containsOnly(threads != null);
  }

  /** Returns threads of Java 21 and newer, or null where there are none yet. */
  private static @Nullable ExecutorService virtualThreads() throws ReflectiveOperationException {
    return Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS
        ? null
        : (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  /** Notes on which kind of thread it ran. */
  private final class Noting extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      runs.add(isVirtual());
    }

    private boolean isVirtual() {
      try {
        return Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS
            && (boolean) Thread.class.getMethod("isVirtual").invoke(Thread.currentThread());
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }
}
