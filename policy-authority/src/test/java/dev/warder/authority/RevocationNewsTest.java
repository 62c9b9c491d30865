package dev.warder.authority;

import static dev.warder.gate.revocation.RevocationAnswer.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.revocation.RevocationLog;
import dev.warder.gate.revocation.TokenIdentity;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server tells of revocations; without its word they are found by polling. */
class RevocationNewsTest extends WithStore {
  /** So long that a test which waits for it in vain is ended from outside. */
  private static final Duration FOR_EVER = Duration.ofDays(1);

  RevocationNewsTest() {
    super(Database.POSTGRESQL);
  }

  private void append(Store to, int i) throws StoreFailure {
    to.write(rows -> rows.revocations().append(new OfToken("i", "t-" + i)));
  }

  @Test
  void awaitNews_anotherProcessRevoked_endsThoughNoTimeIsOver() throws Exception {
    RevocationLog log = store.revocations();
    // The first tells that it listens, so whatever comes after it is heard.
    log.awaitNews(FOR_EVER);
    try (Store other = database.open(place)) {
      append(other, 1);
    }
    log.awaitNews(FOR_EVER);
    assertThat(log.read(1, 10)).hasSize(1);
  }

  @Test
  void awaitNews_nothingRevoked_endsWhenTheTimeIsOver() throws Exception {
    RevocationLog log = store.revocations();
    log.awaitNews(FOR_EVER);
    log.awaitNews(Duration.ofMillis(1));
    assertThat(log.read(1, 10)).isEmpty();
  }

  /**
   * The bound allows an interval of days, so the poll that finds it is the one it was woken for.
   */
  @Test
  void follower_started_heedsWhatItIsToldOf() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    try (RevocationFollower follower =
        RevocationFollower.builder(store.revocations())
            .mark(folder.resolve("mark"))
            .acceptAnyLogWhenThereIsNoMark()
            .clock(() -> NOW)
            .randomness(new SecureRandom())
            .bound(Duration.ofHours(1))
            .build()) {
      follower.onRevoked(revoked -> heard.countDown());
      follower.start(Duration.ofMinutes(59));
      append(store, 1);
      heard.await();
      assertThat(
              follower.check(
                  TokenIdentity.builder()
                      .issuer("i")
                      .tokenId("t-1")
                      .valueId("v")
                      .account("a")
                      .user("u")
                      .issuedAt(NOW)
                      .neverExpiring()
                      .build()))
          .isEqualTo(REVOKED);
    }
    // Closing waits for no poll, which writes the mark into a folder that is deleted next.
    assertThat(threads("revocation-follower").map(RevocationNewsTest::ends))
        .allMatch(isEnded -> isEnded);
  }

  @Test
  void connectionLost_listensAgainAndLooksForWhatWasMissed() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    AtomicReference<Connection> last = new AtomicReference<>();
    StorePlace parsed = StorePlace.parse(place);
    try (RevocationNews news =
        new RevocationNews(
            () -> {
              if (opened.incrementAndGet() == 2) {
                throw new SQLException("not now");
              }
              Connection connection = parsed.connect(Duration.ofSeconds(3));
              last.set(connection);
              return connection;
            },
            Duration.ofMillis(1))) {
      news.await(FOR_EVER);
      last.get().abort(Runnable::run);
      news.await(FOR_EVER);
      assertThat(opened).hasValue(3);
      append(store, 1);
      news.await(FOR_EVER);
    }
  }

  @Test
  void close_beforeAndWhileListening_ends() throws Exception {
    RevocationNews unused = new RevocationNews(() -> parsedConnection(), Duration.ofMillis(1));
    unused.close();
    unused.await(Duration.ofMillis(1));
    RevocationNews news = new RevocationNews(() -> parsedConnection(), Duration.ofMillis(1));
    news.await(FOR_EVER);
    news.close();
    assertThat(threads("revocation-news").map(RevocationNewsTest::ends))
        .allMatch(isEnded -> isEnded);
  }

  private static Stream<Thread> threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name));
  }

  private Connection parsedConnection() throws SQLException {
    return StorePlace.parse(place).connect(Duration.ofSeconds(3));
  }

  private static boolean ends(Thread thread) {
    try {
      thread.join(60_000);
      return !thread.isAlive();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
