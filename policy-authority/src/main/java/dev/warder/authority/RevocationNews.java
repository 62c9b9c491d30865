package dev.warder.authority;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Hears of revocations as they are committed, on a connection and a thread of its own, which begins
 * when somebody first waits. It is there to be quick and not to be relied on: a waiting thread goes
 * on after a time anyway, and while the connection is lost it is opened anew again and again.
 */
final class RevocationNews implements AutoCloseable {
  private static final int LISTENING_MILLIS = 30_000;

  private final ConnectionSource.Opening opening;
  private final Duration pause;
  private final Semaphore news = new Semaphore(0);

  private @Nullable Thread listening;
  private @Nullable Connection connection;
  private boolean isClosed;

  /**
   * Makes one.
   *
   * @param pause how long after a connection was lost another is opened
   */
  RevocationNews(ConnectionSource.Opening opening, Duration pause) {
    this.opening = opening;
    this.pause = pause;
  }

  /** Returns when there are news since this last returned, or after a time. */
  void await(Duration most) throws InterruptedException {
    begin();
    if (news.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
      int unused = news.drainPermits();
    }
  }

  private synchronized void begin() {
    if (listening == null && !isClosed) {
      listening = new Thread(this::listenAgainAndAgain, "revocation-news");
      listening.setDaemon(true);
      listening.start();
    }
  }

  private void listenAgainAndAgain() {
    while (!isOver()) {
      try (Connection opened = opening.open()) {
        if (!isTaken(opened)) {
          return;
        }
        listen(opened);
      } catch (SQLException e) {
        // Opened anew below.
      }
      try {
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      } catch (InterruptedException e) {
        // It was closed.
      }
    }
  }

  /** What was notified while there was no connection is looked for once there is one. */
  private void listen(Connection opened) throws SQLException {
    Dialect.run(opened, "listen " + Postgresql.CHANNEL);
    news.release();
    PGConnection told = opened.unwrap(PGConnection.class);
    while (!isOver()) {
      if (told.getNotifications(LISTENING_MILLIS).length > 0) {
        news.release();
      }
    }
  }

  private synchronized boolean isTaken(Connection opened) {
    connection = opened;
    return !isClosed;
  }

  private synchronized boolean isOver() {
    return isClosed;
  }

  /** Closes the connection, which ends the listening. */
  @Override
  public synchronized void close() {
    isClosed = true;
    if (listening != null) {
      listening.interrupt();
    }
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        // It is closed by the one who listens.
      }
    }
  }
}
