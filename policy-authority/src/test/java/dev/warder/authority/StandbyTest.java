package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.warder.authority.StoreFailure.Kind;
import dev.warder.authority.event.Replicas;
import dev.warder.gate.GateReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that repeat what another commits, that take its place, and that are restored. */
class StandbyTest {
  private static final Actor ADA = Operation.ADA;
  private static final Duration SHORTLY = Duration.ofMillis(500);
  private static final int FIRST = 0;
  private static final int SECOND = 1;

  @TempDir Path folder;
  private long nanos;
  private Replicas servers;
  private IssuedToken revoked;
  private IssuedToken live;

  @BeforeEach
  void startPrimary() throws Exception {
    servers = new Replicas(folder);
    servers.start(FIRST);
    try (Store store = open(servers.place(FIRST));
        Authority authority = authority(store, "filled")) {
      authority.accounts.add(WithStore.OPERATOR, "A", "Example Ltd", ADA.user());
      authority.tokens.revoke(ADA, issue(authority).info().id());
      revoked = issue(authority);
      live = issue(authority);
    }
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  private static Store open(String place) throws StoreFailure {
    StorePlace parsed = StorePlace.parse(place);
    return Store.open(parsed, () -> parsed.connect(SHORTLY), () -> Database.NOW, SHORTLY);
  }

  private Authority authority(Store store, String mark) throws Exception {
    return new Authority(store, folder.resolve(mark), () -> Database.NOW);
  }

  private static IssuedToken issue(Authority authority) throws Exception {
    return authority.tokens.issue(ADA, TokenRequest.of("n", "write:app"));
  }

  private void startStandby() throws Exception {
    servers.stop(FIRST);
    servers.makeStandby(SECOND, FIRST);
    servers.start(FIRST);
    servers.start(SECOND);
    servers.awaitReplay(SECOND, FIRST);
  }

  private void revokeOn(int server) throws Exception {
    try (Store store = open(servers.place(server));
        Authority authority = authority(store, "revoker" + server)) {
      authority.tokens.revoke(ADA, revoked.info().id());
    }
  }

  /** Lets more time pass than the bound. */
  private void pass(Authority authority) {
    nanos += Duration.ofSeconds(2).toNanos();
    authority.nanos = nanos;
  }

  /** Polls past the bound, more than once, and asks each time. */
  private void assertNeverLetThrough(Authority authority) {
    for (int i = 1; i <= 3; i++) {
      pass(authority);
      try {
        authority.follower.poll();
      } catch (IOException e) {
        assertThat(authority.follower.problem()).isPresent();
      }
      assertThat(authority.ask(revoked)).isNotEqualTo(GateReason.ALLOWED);
    }
  }

  private static void assertStandby(IOException failure) {
    assertThat(failure)
        .hasMessageContaining("is a standby (in recovery): name the primary")
        .hasCauseInstanceOf(StoreFailure.class);
  }

  @Test
  void open_onAStandby_refused() throws Exception {
    startStandby();
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> open(servers.place(SECOND)))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.STANDBY));
  }

  /** The server that is followed restarts as a standby, and its replay is paused. */
  @Test
  void follower_primaryBecomesAStandbyWithPausedReplay_vouchesNoMore() throws Exception {
    try (Store store = open(servers.place(FIRST));
        Authority authority = authority(store, "gate")) {
      assertThat(authority.ask(revoked)).isEqualTo(GateReason.ALLOWED);
      startStandby();
      servers.stop(FIRST);
      servers.ask(SECOND, "select pg_promote()");
      servers.makeStandby(FIRST, SECOND);
      servers.start(FIRST);
      servers.awaitReplay(FIRST, SECOND);
      servers.ask(FIRST, "select pg_wal_replay_pause()");
      revokeOn(SECOND);
      pass(authority);
      assertThatIOException()
          .isThrownBy(authority.follower::poll)
          .satisfies(StandbyTest::assertStandby);
      assertNeverLetThrough(authority);
      assertThatExceptionOfType(StoreFailure.class)
          .isThrownBy(() -> authority.tokens.revoke(ADA, live.info().id()))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.READ_ONLY));
    }
  }

  /** The place names both servers, and takes whichever is there. */
  @Test
  void follower_failoverAndBack_followsThePrimaryOrFails() throws Exception {
    startStandby();
    try (Store store = open(servers.placeOnBoth());
        Authority authority = authority(store, "gate")) {
      assertThat(authority.ask(revoked)).isEqualTo(GateReason.ALLOWED);
      servers.stop(FIRST);
      servers.ask(SECOND, "select pg_promote()");
      revokeOn(SECOND);
      assertNeverLetThrough(authority);
      authority.follower.poll();
      assertThat(authority.ask(revoked)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(authority.ask(live)).isEqualTo(GateReason.ALLOWED);
      // The old primary comes back as it was, as a standby that never hears of the new one.
      servers.makeStandby(FIRST, FIRST);
      servers.start(FIRST);
      servers.stop(SECOND);
      assertNeverLetThrough(authority);
    }
  }

  /** A subscriber has the store's id, and lags behind as a standby does. */
  @Test
  void follower_serverBecomesASubscriber_vouchesNoMore() throws Exception {
    servers.run(FIRST, "alter system set wal_level = logical");
    servers.stop(FIRST);
    servers.copy(FIRST, SECOND);
    servers.start(FIRST);
    servers.start(SECOND);
    servers.run(FIRST, "create publication warder for all tables");
    try (Store store = open(servers.place(SECOND));
        Authority authority = authority(store, "gate")) {
      assertThat(authority.ask(revoked)).isEqualTo(GateReason.ALLOWED);
      servers.subscribe(SECOND, FIRST, "warder");
      servers.run(SECOND, "alter subscription warder disable");
      revokeOn(FIRST);
      pass(authority);
      assertThatIOException()
          .isThrownBy(authority.follower::poll)
          .withMessageContaining("is a standby (a subscription fills its tables): name the primary")
          .withCauseInstanceOf(StoreFailure.class);
      assertNeverLetThrough(authority);
      assertThatExceptionOfType(StoreFailure.class)
          .isThrownBy(() -> authority.tokens.revoke(ADA, live.info().id()))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.STANDBY));
      assertThatExceptionOfType(StoreFailure.class)
          .isThrownBy(() -> open(servers.place(SECOND)))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.STANDBY));
    }
  }

  /** A failover would lose what the server has alone. */
  @ParameterizedTest
  @ValueSource(strings = {"", "&options=-cclient_min_messages%3Derror"})
  void revoke_waitForTheStandbyIsCancelled_reportedAsPerhapsLost(String options) throws Exception {
    try (Store store = open(servers.place(FIRST) + options);
        Authority authority = authority(store, "gate")) {
      servers.run(FIRST, "alter system set synchronous_standby_names = 'nobody'");
      servers.ask(FIRST, "select pg_reload_conf()");
      servers.cancelWhileItWaitsForAStandby(
          FIRST,
          () ->
              assertThatExceptionOfType(StoreFailure.class)
                  .isThrownBy(() -> authority.tokens.revoke(ADA, revoked.info().id()))
                  .withMessageContaining("may be lost"));
    }
  }

  @Test
  void follower_databaseRestored_failsThenAndAtEachStart() throws Exception {
    servers.stop(FIRST);
    Path backup = folder.resolve("backup");
    servers.copy(FIRST, backup);
    servers.start(FIRST);
    try (Store store = open(servers.place(FIRST));
        Authority authority = authority(store, "gate")) {
      revokeOn(FIRST);
      authority.follower.poll();
      servers.stop(FIRST);
      servers.restore(backup, FIRST);
      servers.start(FIRST);
      pass(authority);
      assertThatIOException().isThrownBy(authority.follower::poll);
      assertNeverLetThrough(authority);
      assertThat(authority.ask(live)).isEqualTo(GateReason.UNAVAILABLE);
    }
    assertThatIOException()
        .isThrownBy(
            () -> {
              try (Store store = open(servers.place(FIRST))) {
                authority(store, "gate").close();
              }
            })
        .withMessage("the log ends at 1, and must go to 2: it was rolled back or replaced");
  }
}
