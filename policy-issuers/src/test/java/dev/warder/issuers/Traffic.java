package dev.warder.issuers;

import com.google.common.base.Throwables;
import dev.warder.gate.GateReason;
import dev.warder.gate.Outcome;
import dev.warder.gate.token.TokenFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Clients that send good tokens, old and new ones, and come again after {@code Retry-After}; and
 * strangers who name keys that no issuer has. Each is a thread.
 */
final class Traffic implements AutoCloseable {
  private static final int CLIENTS = 16;
  private static final int STRANGERS = 4;
  private static final long MILLIS_BETWEEN_REQUESTS = 10;
  private static final long MILLIS_BETWEEN_STRANGERS = 2;
  private static final long MILLIS_BETWEEN_TOKENS = 500;

  private final NotesGate gate;
  private final List<Issuer> issuers;
  private final Map<Issuer, List<String>> tokens = new LinkedHashMap<>();
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(CLIENTS + STRANGERS + 1);

  /** The keys by which a token was allowed. */
  private final Set<String> allowedKeys = ConcurrentHashMap.newKeySet();

  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final LongAdder allowed = new LongAdder();
  private final LongAdder sentAway = new LongAdder();
  private final LongAdder refused = new LongAdder();

  /** Gets a token of each issuer, and begins. */
  Traffic(NotesGate gate, List<Issuer> issuers) throws Exception {
    this.gate = gate;
    this.issuers = issuers;
    for (Issuer issuer : issuers) {
      tokens.put(issuer, new CopyOnWriteArrayList<>(List.of(issuer.token("read:note"))));
    }
    for (int i = 0; i < CLIENTS; i++) {
      Issuer issuer = issuers.get(i % issuers.size());
      threads.execute(new Client(issuer, "192.0.2." + i, new Random(i)));
    }
    for (int i = 0; i < STRANGERS; i++) {
      Random random = new Random(CLIENTS + i);
      repeat(() -> comeAsStranger(random), MILLIS_BETWEEN_STRANGERS);
    }
    repeat(this::issue, MILLIS_BETWEEN_TOKENS);
  }

  /** What is done again and again. */
  private interface Step {
    void run() throws Exception;
  }

  private void repeat(Step step, long millisBetween) {
    ScheduledFuture<?> unused =
        threads.scheduleWithFixedDelay(
            () -> attempt(step), 0, millisBetween, TimeUnit.MILLISECONDS);
  }

  private void attempt(Step step) {
    try {
      step.run();
    } catch (Exception | AssertionError e) {
      if (!threads.isShutdown()) {
        wrong.add("the test itself failed: " + Throwables.getStackTraceAsString(e));
      }
    }
  }

  /** Hands a fresh token of each issuer to the clients. */
  private void issue() throws Exception {
    for (Issuer issuer : issuers) {
      tokens.get(issuer).add(issuer.token("read:note"));
    }
  }

  /** A client of one issuer. Every other token that it sends is the newest one. */
  private final class Client implements Runnable {
    private final Issuer issuer;
    private final String address;
    private final Random random;
    private boolean isNewest;
    private String token;

    Client(Issuer issuer, String address, Random random) {
      this.issuer = issuer;
      this.address = address;
      this.random = random;
      this.token = next();
    }

    private String next() {
      List<String> all = new ArrayList<>(tokens.get(issuer));
      isNewest = !isNewest;
      return all.get(isNewest ? all.size() - 1 : random.nextInt(all.size()));
    }

    @Override
    public void run() {
      attempt(this::send);
    }

    private void send() throws Exception {
      Outcome outcome = gate.ask("GET", issuer.name(), token, address);
      long pauseMillis = MILLIS_BETWEEN_REQUESTS;
      if (outcome.reason() == GateReason.ALLOWED) {
        allowed.increment();
        allowedKeys.add(Forged.keyId(token));
        token = next();
      } else if (outcome.fault().filter(TokenFault.KEY_NOT_LOOKED_FOR::equals).isPresent()) {
        sentAway.increment();
        pauseMillis = TimeUnit.SECONDS.toMillis(retryAfter(outcome));
      } else {
        wrong.add("a good token of " + issuer.name() + ": " + said(outcome));
      }
      ScheduledFuture<?> unused = threads.schedule(this, pauseMillis, TimeUnit.MILLISECONDS);
    }
  }

  private static long retryAfter(Outcome outcome) {
    return Long.parseLong(outcome.headers().get("Retry-After"));
  }

  private static String said(Outcome outcome) {
    return outcome.status() + " " + outcome.reason() + " " + outcome.fault();
  }

  /** Each stranger has an address of its own, and names a key of its own. */
  private void comeAsStranger(Random random) throws Exception {
    Issuer issuer = issuers.get(random.nextInt(issuers.size()));
    String token =
        Forged.signedByUs(tokens.get(issuer).get(0), new UUID(random.nextLong(), 0).toString());
    String address = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), 1);
    Outcome outcome = gate.ask("GET", issuer.name(), token, address);
    if (outcome.fault().filter(Traffic::isOfKey).isPresent()) {
      refused.increment();
    } else {
      wrong.add("a token of a stranger: " + said(outcome));
    }
  }

  private static boolean isOfKey(TokenFault fault) {
    return fault == TokenFault.UNKNOWN_KEY || fault == TokenFault.KEY_NOT_LOOKED_FOR;
  }

  /** Returns whether a token that this key signed was allowed. */
  boolean hasAllowed(String keyId) {
    return allowedKeys.contains(keyId);
  }

  /** Returns what must not happen and did. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  long allowed() {
    return allowed.sum();
  }

  /** Returns how many good tokens were answered with 503 and {@code Retry-After}. */
  long sentAway() {
    return sentAway.sum();
  }

  /** Returns how many tokens of strangers were refused. */
  long refused() {
    return refused.sum();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
