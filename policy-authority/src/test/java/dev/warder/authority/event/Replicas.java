package dev.warder.authority.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** Two servers of PostgreSQL, of which one can repeat what the other commits. */
public final class Replicas implements AutoCloseable {
  private final Path folder;
  private final EmbeddedPostgres[] running = new EmbeddedPostgres[2];
  private final int[] ports = new int[2];

  /** Makes both, of which none runs, with their files in a folder. */
  public Replicas(Path folder) {
    this.folder = folder;
  }

  private Path data(int server) {
    return folder.resolve("data" + server);
  }

  /** Starts a server, on the port that it had before. */
  public void start(int server) throws IOException {
    running[server] =
        EmbeddedPostgres.builder()
            .setDataDirectory(data(server))
            .setCleanDataDirectory(false)
            .setPort(ports[server])
            .start();
    ports[server] = running[server].getPort();
  }

  /** Stops a server that runs. */
  public void stop(int server) throws IOException {
    if (running[server] != null) {
      running[server].close();
      running[server] = null;
    }
  }

  /** Has a server be sent what the tables of another's publication get from now on. */
  public void subscribe(int server, int publisher, String publication) throws SQLException {
    run(
        server,
        "create subscription warder connection 'host=localhost port=%d user=postgres'"
                .formatted(ports[publisher])
            + " publication %s with (copy_data = false)".formatted(publication));
  }

  /** Copies the files of a server that does not run to another, which may run beside it. */
  public void copy(int from, int to) throws Exception {
    copy(data(from), data(to));
  }

  /** Copies the files of a server that does not run; the copy is no server's yet. */
  public void copy(int from, Path to) throws Exception {
    copy(data(from), to);
  }

  /** Puts back what was copied in the place of a server's files. */
  public void restore(Path from, int to) throws Exception {
    Commands.run("rm", "-rf", data(to).toString());
    copy(from, data(to));
  }

  /** Makes the files of a server that does not run those of a standby of another. */
  public void makeStandby(int server, int primary) throws Exception {
    if (!Files.exists(data(server))) {
      copy(primary, data(server));
    }
    Files.writeString(data(server).resolve("standby.signal"), "");
    Files.writeString(
        data(server).resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=localhost port=%d user=postgres'\n".formatted(ports[primary]),
        UTF_8,
        StandardOpenOption.APPEND);
  }

  /** Runs a statement that answers nothing. */
  public void run(int server, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(place(server));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs something that commits, and ends its wait for a standby. */
  public void cancelWhileItWaitsForAStandby(int server, Runnable committing) throws Exception {
    Thread thread = new Thread(committing, "committing");
    Throwable[] failure = {null};
    thread.setUncaughtExceptionHandler((one, e) -> failure[0] = e);
    thread.start();
    try (Connection connection = DriverManager.getConnection(place(server));
        Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = local");
      while (thread.isAlive()) {
        statement.execute(
            "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
        thread.join(10);
      }
    }
    if (failure[0] != null) {
      throw new IllegalStateException(failure[0]);
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    // `cp -a` keeps the mode, which PostgreSQL wants to be the owner's alone.
    Commands.run("cp", "-a", from.toString(), to.toString());
    // Written while a server runs, and of no use to another.
    Files.deleteIfExists(to.resolve("postmaster.pid"));
  }

  /** Returns the place of a server that runs. */
  public String place(int server) {
    return running[server].getJdbcUrl("postgres", "postgres");
  }

  /** Returns a place on both servers: whichever answers first. */
  public String placeOnBoth() {
    return "jdbc:postgresql://localhost:%d,localhost:%d/postgres?user=postgres"
        .formatted(ports[0], ports[1]);
  }

  /** Has a server that runs answer one statement. */
  public void ask(int server, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(place(server))) {
      String unused = ask(connection, sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return String.valueOf(answer.getString(1));
    }
  }

  /** Waits until a standby has repeated all that the other has committed. */
  public void awaitReplay(int to, int from) throws SQLException {
    String end;
    try (Connection connection = DriverManager.getConnection(place(from))) {
      end = ask(connection, "select pg_current_wal_flush_lsn()");
    }
    String isReplayed = "select pg_last_wal_replay_lsn() >= '" + end + "'";
    try (Connection connection = DriverManager.getConnection(place(to))) {
      while (!"t".equals(ask(connection, isReplayed))) {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    Stream.of(0, 1)
        .forEach(
            server -> {
              try {
                stop(server);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
