package dev.warder.cli.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.authority.event.Replicas;
import dev.warder.cli.authority.PackagedProgram.Token;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What happens to the servers of a store under a sample. No token is let through after {@code
 * warder token revoke} has ended.
 */
@Execution(ExecutionMode.CONCURRENT)
final class SampleOnPostgresqlIT {
  private static final int FIRST = 0;
  private static final int SECOND = 1;

  /** A server's files with a store in them, of which each test gets a copy. */
  @TempDir static Path made;

  private static Token revoked;
  private static Token live;

  @BeforeAll
  static void makeStore() throws Exception {
    try (Replicas servers = new Replicas(made)) {
      servers.start(FIRST);
      PackagedProgram program = program(made, servers.place(FIRST));
      program.makeStore();
      revoked = program.createToken();
      live = program.createToken();
      servers.stop(FIRST);
      servers.copy(FIRST, files());
    }
  }

  private static Path files() {
    return made.resolve("files");
  }

  private static PackagedProgram program(Path folder, String place) {
    return new PackagedProgram(
        folder,
        Map.of(
            "WARDER_USER",
            "ada",
            "WARDER_STORE",
            place,
            "WARDER_ENCRYPTION_KEY",
            "00".repeat(32),
            "WARDER_AUDIT_KEY_FILE",
            made.resolve("audit-key").toString()));
  }

  private static void revokeOn(Replicas servers, int server, Path folder) throws Exception {
    program(folder, servers.place(server)).revoke(revoked);
  }

  private static Replicas startFirst(Path folder) throws Exception {
    Replicas servers = new Replicas(folder);
    try {
      servers.restore(files(), FIRST);
      servers.start(FIRST);
      return servers;
    } catch (Exception | Error e) {
      servers.close();
      throw e;
    }
  }

  private static void startStandby(Replicas servers) throws Exception {
    servers.stop(FIRST);
    servers.makeStandby(SECOND, FIRST);
    servers.start(FIRST);
    servers.start(SECOND);
    servers.awaitReplay(SECOND, FIRST);
  }

  @Test
  void primaryBecomesAStandbyWithPausedReplay_503(@TempDir Path folder) throws Exception {
    try (Replicas servers = startFirst(folder)) {
      startStandby(servers);
      try (RunningSample sample = new RunningSample(program(folder, servers.place(FIRST)))) {
        sample.awaitLetThrough(revoked, live);
        servers.stop(FIRST);
        servers.ask(SECOND, "select pg_promote()");
        servers.makeStandby(FIRST, SECOND);
        servers.start(FIRST);
        servers.awaitReplay(FIRST, SECOND);
        servers.ask(FIRST, "select pg_wal_replay_pause()");
        revokeOn(servers, SECOND, folder);
        sample.assertNeverLetsThrough(revoked);
        sample.awaitMessage("is a standby");
        assertThat(sample.ask(revoked)).isEqualTo(503);
        assertThat(sample.ask(live)).isEqualTo(503);
      }
    }
  }

  @Test
  void failoverAndBack_followsThePrimaryThen503(@TempDir Path folder) throws Exception {
    try (Replicas servers = startFirst(folder)) {
      startStandby(servers);
      try (RunningSample sample = new RunningSample(program(folder, servers.placeOnBoth()))) {
        sample.awaitLetThrough(revoked, live);
        servers.stop(FIRST);
        servers.ask(SECOND, "select pg_promote()");
        revokeOn(servers, SECOND, folder);
        sample.assertNeverLetsThrough(revoked);
        sample.awaitAnswer(revoked, 401);
        sample.awaitAnswer(live, 200);
        sample.awaitMessage("the gateway can read the revocations again");
        // The old primary comes back as a standby that never hears of the new one.
        servers.makeStandby(FIRST, FIRST);
        servers.start(FIRST);
        servers.stop(SECOND);
        sample.awaitMessage("is a standby");
        sample.assertNeverLetsThrough(revoked);
        assertThat(sample.ask(revoked)).isEqualTo(401);
        assertThat(sample.ask(live)).isEqualTo(503);
      }
    }
  }

  @Test
  void databaseRestored_503(@TempDir Path folder) throws Exception {
    try (Replicas servers = startFirst(folder)) {
      PackagedProgram program = program(folder, servers.place(FIRST));
      try (RunningSample sample = new RunningSample(program)) {
        sample.awaitLetThrough(revoked, live);
        program.revoke(live);
        sample.awaitAnswer(live, 401);
        servers.stop(FIRST);
        servers.restore(files(), FIRST);
        servers.start(FIRST);
        sample.assertNoticesRollBack(program, live, revoked);
      }
    }
  }

  @Test
  void serverStoppedAndStarted_goesOn(@TempDir Path folder) throws Exception {
    try (Replicas servers = startFirst(folder)) {
      PackagedProgram program = program(folder, servers.place(FIRST));
      try (RunningSample sample = new RunningSample(program)) {
        sample.awaitLetThrough(revoked, live);
        servers.stop(FIRST);
        sample.awaitAnswer(revoked, 503);
        sample.awaitMessage("cannot be reached");
        assertThat(program.tryToRevoke(revoked).exitCode()).isEqualTo(2);
        servers.start(FIRST);
        program.revoke(revoked);
        sample.assertNeverLetsThrough(revoked);
        sample.awaitAnswer(revoked, 401);
        sample.awaitAnswer(live, 200);
        sample.awaitMessage("the gateway can read the revocations again");
      }
    }
  }
}
