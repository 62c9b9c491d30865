package dev.warder.gate.token;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A verifier whose keys are those of a server on this machine, and the time of both. */
final class RemoteVerifier implements AutoCloseable {
  static final EdKey OLD = EdKey.make("old");
  static final EdKey NEW = EdKey.make("new");
  static final Instant START = Instant.ofEpochSecond(Claim.ISSUED);
  static final String A_DAY = String.valueOf(Claim.ISSUED + 86_400);
  static final String OLD_TOKEN = OLD.token("exp", A_DAY);
  static final String NEW_TOKEN = NEW.token("exp", A_DAY);

  private final AtomicLong nanos = new AtomicLong();
  private final KeyServer server;
  private RemoteKeys keys;
  private TokenVerifier verifier;

  /** What the last rejection said of when to try again. */
  private volatile int retry;

  RemoteVerifier() throws IOException {
    server = new KeyServer(EdKey.set(OLD));
    keys = RemoteKeys.builder(server.address()).build(nanos::get);
    verifier = verifier(keys);
  }

  /** Waits so long for the server from now on. A busy machine may need 15 seconds. */
  void setTimeout(Duration timeout) {
    keys.close();
    keys = RemoteKeys.builder(server.address()).timeout(timeout).build(nanos::get);
    verifier = verifier(keys);
  }

  private static TokenVerifier verifier(RemoteKeys keys) {
    return TokenVerifier.builder()
        .acceptTokensThatWereRevoked()
        .issuer("https://tokens.example.com")
        .audience("control-api")
        .withoutClockSkew()
        .keys(keys)
        .keepSeenTokens(8)
        .build();
  }

  KeyServer server() {
    return server;
  }

  RemoteKeys keys() {
    return keys;
  }

  int retry() {
    return retry;
  }

  /** Sets the time by which keys grow old. */
  void setTime(Duration afterStart) {
    nanos.set(afterStart.toNanos());
  }

  /** Returns {@code ok}, or the fault's code. */
  String answer(String token, Duration afterStart) {
    setTime(afterStart);
    return answer(token, START.plus(afterStart));
  }

  String answer(String token, long secondsAfterStart) {
    return answer(token, Duration.ofSeconds(secondsAfterStart));
  }

  /** Leaves the age of the keys as it is. */
  String answer(String token, Instant now) {
    return answerAt(token, now.toEpochMilli());
  }

  String answerAt(String token, long millis) {
    try {
      verifier.verify("Bearer " + token, millis);
      return "ok";
    } catch (TokenRejected e) {
      retry = e.retrySeconds();
      return e.fault().code();
    }
  }

  @Override
  public void close() {
    keys.close();
    server.close();
  }
}
