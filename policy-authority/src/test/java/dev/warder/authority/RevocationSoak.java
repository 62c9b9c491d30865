package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Throwables;
import com.google.common.collect.Iterables;
import dev.warder.gate.GateReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two authorities and two gates, each a process, use one store, while files are replaced and
 * restored, keys rotated, and processes killed, stopped and continued. No request that begins after
 * a revocation has returned is let through. It runs for {@code -Dwarder.soak.minutes} by the seed
 * {@code -Dwarder.soak.seed}, in {@code mvn verify -Psoak} alone.
 */
class RevocationSoak {
  private static final Duration BOUND = Duration.ofMillis(400);
  private static final String NO_TOKEN = "none";
  private static final int LEAST_REVOCATIONS_A_MINUTE = 100;
  private static final int LEAST_REQUESTS_A_MINUTE = 10_000;

  private final int minutes = Integer.getInteger("warder.soak.minutes", 10);
  private final long seed = Long.getLong("warder.soak.seed", 1);

  @TempDir Path folder;
  private Path file;
  private SoakEvents events;
  private List<SoakProcess> gates;
  private List<SoakProcess> authorities;
  private long end;

  /** Values that no gate may let through from now on, and those that are good. */
  private final List<String> refused = new CopyOnWriteArrayList<>();

  private final ConcurrentLinkedQueue<String> good = new ConcurrentLinkedQueue<>();
  private final AtomicInteger revocations = new AtomicInteger();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong allowed = new AtomicLong();
  private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void makeStore() throws Exception {
    file = folder.resolve("store.db");
    try (Store store = Database.SQLITE.open(file.toString())) {
      Ledger.ofNewAccount(store);
    }
    gates = List.of(process(SoakGate.class, "gate-1"), process(SoakGate.class, "gate-2"));
    authorities =
        List.of(
            process(SoakAuthority.class, "authority-1"),
            process(SoakAuthority.class, "authority-2"));
    List<Path> marks =
        Stream.of("gate-1", "gate-2", "authority-1", "authority-2").map(folder::resolve).toList();
    events = new SoakEvents(file, gates, authorities, marks, this::isOver);
  }

  private SoakProcess process(Class<?> program, String mark) {
    return new SoakProcess(
        program, file.toString(), folder.resolve(mark).toString(), BOUND.toString());
  }

  private boolean isOver() {
    return System.nanoTime() - end > 0 || !violations.isEmpty();
  }

  @Test
  void soak_anyEvents_nobodyIsLetThroughAfterItsRevocationReturned() throws Exception {
    end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<Void>> running = new ArrayList<>();
    try {
      // Each has its mark before anything happens.
      for (SoakProcess process : Iterables.concat(gates, authorities)) {
        assertThat(process.restart()).isTrue();
      }
      for (int i = 0; i < 2; i++) {
        SoakProcess authority = authorities.get(i);
        SoakProcess gate = gates.get(i);
        Random random = new Random(seed + i);
        running.add(threads.submit(loop(() -> issueAndRevoke(authority, random))));
        running.add(threads.submit(loop(() -> ask(gate, new Random(random.nextLong())))));
      }
      Random random = new Random(seed);
      running.add(threads.submit(loop(() -> events.happen(random))));
      for (Future<Void> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
      gates.forEach(SoakProcess::close);
      authorities.forEach(SoakProcess::close);
    }
    System.out.printf(
        "soak: seed %d, %d minutes, %d revocations, %d requests, %d of them allowed, events %s%n",
        seed, minutes, revocations.get(), requests.get(), allowed.get(), events.counts());
    assertThat(violations).isEmpty();
    assertThat(revocations.get()).isGreaterThanOrEqualTo(minutes * LEAST_REVOCATIONS_A_MINUTE);
    assertThat(requests.get()).isGreaterThanOrEqualTo((long) minutes * LEAST_REQUESTS_A_MINUTE);
    assertThat(allowed.get()).isPositive();
  }

  /** What is done again and again. */
  private interface Step {
    void run() throws Exception;
  }

  private Callable<Void> loop(Step step) {
    return () -> {
      try {
        while (!isOver()) {
          step.run();
        }
      } catch (Exception e) {
        // It ends all others too.
        violations.add("the test itself failed: " + Throwables.getStackTraceAsString(e));
      } finally {
        events.letAllGoOn();
      }
      return null;
    };
  }

  /** Issues two tokens, and revokes one of them, or rotates it. */
  private void issueAndRevoke(SoakProcess authority, Random random) throws Exception {
    List<String> first = answer(authority, Operation.ISSUE.line());
    List<String> second = answer(authority, Operation.ISSUE.line());
    if (isDone(second)) {
      good.add(second.get(2));
      if (good.size() > 100) {
        good.poll();
      }
    }
    if (isDone(first)) {
      String id = first.get(1);
      boolean isRotated = random.nextInt(4) == 0;
      Operation operation = isRotated ? Operation.rotate(id) : Operation.revoke(id);
      if (isDone(answer(authority, operation.line()))) {
        refused.add(first.get(2));
        revocations.incrementAndGet();
      }
    }
    if (random.nextInt(40) == 0) {
      List<String> unused = answer(authority, "keys");
    }
  }

  private static boolean isDone(List<String> answer) {
    return answer.get(0).equals("done");
  }

  /** Returns the words of an answer. A process that has ended, or that says so, is started anew. */
  private List<String> answer(SoakProcess authority, String line) throws Exception {
    events.enter();
    try {
      Optional<String> answer = authority.ask(line);
      if (answer.isPresent() && !answer.get().startsWith("failed REPLACED")) {
        return List.of(answer.get().split(" ", -1));
      }
    } catch (IOException e) {
      // It was killed.
    } finally {
      events.leave();
    }
    revive(authority);
    return List.of("failed");
  }

  private void revive(SoakProcess process) throws IOException {
    while (!isOver() && !process.restart()) {
      // The store may be away just now.
    }
  }

  /**
   * Asks for many values, mostly for those that must be refused. A gate that has been behind for
   * long is started anew, as its operator would do. It tells so with each answer: its reasons would
   * not show it when no value is good, since the key of each may have been retired.
   */
  private void ask(SoakProcess gate, Random random) throws Exception {
    int behind = 0;
    while (behind < 300 && !isOver()) {
      boolean isRefused = !refused.isEmpty() && random.nextInt(4) > 0;
      String value = isRefused ? refused.get(mostlyNew(refused.size(), random)) : goodOne();
      Optional<String> answer = answerOf(gate, value);
      if (answer.isEmpty()) {
        revive(gate);
        return;
      }
      String[] words = answer.get().split(" ", -1);
      if (!value.equals(NO_TOKEN)) {
        note(value, isRefused, words[0]);
      }
      if (words[1].equals(SoakGate.CURRENT)) {
        behind = 0;
      } else if (!isRefused) {
        behind++;
        TimeUnit.MILLISECONDS.sleep(4);
      }
    }
    if (!isOver()) {
      events.note("gate started anew");
      revive(gate);
    }
  }

  private void note(String value, boolean isRefused, String reason) {
    requests.incrementAndGet();
    boolean isAllowed = reason.equals(GateReason.ALLOWED.toString());
    if (isAllowed && isRefused) {
      violations.add(
          "value %d of %d was let through after: %s"
              .formatted(refused.indexOf(value) + 1, refused.size(), events.last()));
    } else if (isAllowed) {
      allowed.incrementAndGet();
    }
  }

  private static Optional<String> answerOf(SoakProcess gate, String value) {
    try {
      return gate.ask(value);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int mostlyNew(int size, Random random) {
    return random.nextBoolean()
        ? random.nextInt(size)
        : size - 1 - random.nextInt(Math.min(5, size));
  }

  /** Returns a value that was not revoked. While there is none, one that is no token. */
  private String goodOne() {
    String value = good.poll();
    if (value == null) {
      return NO_TOKEN;
    }
    good.add(value);
    return value;
  }
}
