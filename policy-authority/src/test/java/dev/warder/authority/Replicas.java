package dev.warder.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Two servers of PostgreSQL, of which one can repeat what the other commits. */
final class Replicas implements AutoCloseable {
  private final Path folder;
  private final EmbeddedPostgres[] running = new EmbeddedPostgres[2];
  private final int[] ports = new int[2];

  Replicas(Path folder) {
    this.folder = folder;
  }

  private Path data(int server) {
    return folder.resolve("data" + server);
  }

  void start(int server) throws IOException {
    running[server] =
        EmbeddedPostgres.builder()
            .setDataDirectory(data(server))
            .setCleanDataDirectory(false)
            .setPort(ports[server])
            .start();
    ports[server] = running[server].getPort();
  }

  void stop(int server) throws IOException {
    if (running[server] != null) {
      running[server].close();
      running[server] = null;
    }
  }

  /** Copies the files of a server that does not run; the copy is no server's yet. */
  void copy(int from, Path to) throws Exception {
    copy(data(from), to);
  }

  /** Puts back what was copied in the place of a server's files. */
  void restore(Path from, int to) throws Exception {
    run("rm", "-rf", data(to).toString());
    copy(from, data(to));
  }

  /** Makes the files of a server that does not run those of a standby of another. */
  void makeStandby(int server, int primary) throws Exception {
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

  private static void copy(Path from, Path to) throws Exception {
    // `cp -a` keeps the mode, which PostgreSQL wants to be the owner's alone.
    run("cp", "-a", from.toString(), to.toString());
    // Written while a server runs, and of no use to another.
    Files.deleteIfExists(to.resolve("postmaster.pid"));
  }

  String place(int server) {
    return running[server].getJdbcUrl("postgres", "postgres");
  }

  /** Returns a place on both servers: whichever answers first. */
  String placeOnBoth() {
    return "jdbc:postgresql://localhost:%d,localhost:%d/postgres?user=postgres"
        .formatted(ports[0], ports[1]);
  }

  void ask(int server, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(place(server))) {
      String unused = Dialect.ask(connection, sql);
    }
  }

  /** Waits until a standby has repeated all that the other has committed. */
  void awaitReplay(int to, int from) throws SQLException {
    String end;
    try (Connection connection = DriverManager.getConnection(place(from))) {
      end = String.valueOf(Dialect.ask(connection, "select pg_current_wal_flush_lsn()"));
    }
    String isReplayed = "select pg_last_wal_replay_lsn() >= '" + end + "'";
    try (Connection connection = DriverManager.getConnection(place(to))) {
      while (!"t".equals(Dialect.ask(connection, isReplayed))) {
        Thread.onSpinWait();
      }
    }
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
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
