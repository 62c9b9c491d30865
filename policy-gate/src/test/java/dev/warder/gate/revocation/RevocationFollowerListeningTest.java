package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.RevocationAnswer.UNKNOWN;
import static dev.warder.gate.revocation.Tokens.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.gate.revocation.RevocationLog.Entry;
import dev.warder.gate.revocation.RevocationLog.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who keeps tokens is told of what is revoked. */
class RevocationFollowerListeningTest extends WithFollower {
  @Test
  void onRevoked_poll_toldOnceAfterTheAnswerIsThereAndBeforeItIsCurrent() throws Exception {
    List<String> told = new ArrayList<>();
    follower.onRevoked(
        revoked ->
            told.add(
                revoked.test(TOKEN)
                    + " "
                    + revoked.test(OTHER)
                    + " "
                    + revoked.test(Tokens.token("t-3", "v-3"))
                    + " "
                    + follower.check(TOKEN)
                    + " "
                    + follower.isCurrent()));
    follower.poll();
    assertThat(told).isEmpty();
    nanos += SECOND + 1;
    log.append(token(1));
    log.append(token(2));
    follower.poll();
    follower.poll();
    assertThat(told).containsExactly("true true false REVOKED false");
  }

  @Test
  void onRevoked_listenerThatThrows_othersAreToldThePollFailsAndAllAreToldAgain() throws Exception {
    follower.poll();
    nanos += SECOND + 1;
    List<Predicate<? super TokenIdentity>> told = new ArrayList<>();
    boolean[] isBroken = {true};
    follower.onRevoked(
        revoked -> {
          if (isBroken[0]) {
            throw new IllegalStateException("no");
          }
        });
    follower.onRevoked(told::add);
    log.append(token(1));
    assertThatIllegalStateException().isThrownBy(follower::poll).withMessage("no");
    assertThatIllegalStateException().isThrownBy(follower::poll).withMessage("no");
    assertThat(told).hasSize(2);
    assertThat(follower.isCurrent()).isFalse();
    assertThat(Mark.read(mark)).contains(new RevocationHead(MemoryLog.ID, Progress.NONE));
    isBroken[0] = false;
    follower.poll();
    assertThat(told).hasSize(3);
    assertThat(follower.isCurrent()).isTrue();
    assertThat(Mark.read(mark)).contains(log.head());
  }

  /** What was read before the failure is revoked, and listeners hear of it at once. */
  @Test
  void onRevoked_pollThatFailsHalfway_toldAllTheSame() {
    List<Predicate<? super TokenIdentity>> told = new ArrayList<>();
    follower.onRevoked(told::add);
    log.append(token(1));
    log.append(token(2));
    log.entries.set(1, new Entry(2, token(2), RevocationLog.NO_LINK));
    assertFails("the link of entry 2 is wrong");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).test(TOKEN)).isTrue();
    assertThat(told.get(0).test(OTHER)).isFalse();
  }

  @Test
  void onRevoked_bothFail_theLogsFailureIsThrown() {
    follower.onRevoked(
        revoked -> {
          throw new IllegalStateException("no");
        });
    log.append(token(1));
    log.append(token(2));
    log.entries.set(1, new Entry(2, token(2), RevocationLog.NO_LINK));
    assertThatIOException()
        .isThrownBy(follower::poll)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  /** The clock was ahead for a while, so a day was forgotten; nobody is revoked by that. */
  @Test
  void poll_afterADayWasForgotten_tellsOfTheRevokedAlone() throws Exception {
    List<Predicate<? super TokenIdentity>> told = new ArrayList<>();
    follower.onRevoked(told::add);
    log.append(Revocation.ofValue(OTHER));
    follower.poll();
    now = Tokens.ISSUED.plus(Duration.ofDays(33));
    follower.poll();
    now = Tokens.ISSUED;
    assertThat(follower.check(TOKEN)).isEqualTo(UNKNOWN);
    log.append(token(7));
    follower.poll();
    assertThat(told).hasSize(2);
    assertThat(told.get(1)).rejects(TOKEN);
  }
}
