package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.gate.GateReason;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wait of a rotation, and of a revocation, is apart from the change. */
class RotationTest extends WithStore {
  private static final Actor ADA = new Actor("ada");
  private static final String HEEDED =
      ", which every gate heeds within its bound; to wait for that failed: ";
  private static final String ROTATED =
      "the token was rotated: its new value is valid, and its old value is revoked" + HEEDED;

  private final List<Duration> pauses = new ArrayList<>();

  /** The pauses that are interrupted: true for each in turn, those after them are not. */
  private final Deque<Boolean> interruptions = new ArrayDeque<>();

  private Authority gate;
  private TokenAuthority tokens;

  RotationTest() {
    super(Database.SQLITE);
  }

  @BeforeEach
  void makeAuthority() throws Exception {
    gate = new Authority(store, folder.resolve("mark"), () -> NOW);
    gate.accounts.add(OPERATOR, "A", "Account A", "ada");
    tokens =
        TokenAuthority.builder()
            .store(store)
            .catalogue(Authority.CATALOGUE)
            .issuer(Authority.ISSUER)
            .audience("control-api")
            .keys(() -> Authority.KEYS)
            .auditKey(new byte[32])
            .follower(gate.follower)
            .build(this::pause, new SecureRandom());
  }

  private void pause(Duration time) throws InterruptedException {
    if (Boolean.TRUE.equals(interruptions.poll())) {
      throw new InterruptedException();
    }
    pauses.add(time);
  }

  @AfterEach
  void closeAuthority() {
    gate.close();
  }

  private IssuedToken issue() throws Exception {
    return tokens.issue(ADA, TokenRequest.of("CI", "write:app"));
  }

  @Test
  void rotate_valueIsAtHandBeforeAnythingIsWaitedFor() throws Exception {
    IssuedToken old = issue();
    Rotation rotation = tokens.rotate(ADA, old.info().id());
    assertThat(pauses).isEmpty();
    assertThat(gate.ask(rotation.token())).isEqualTo(GateReason.ALLOWED);
    assertThat(gate.ask(old)).isEqualTo(GateReason.ALLOWED);
    rotation.awaitOldValueRefused();
    assertThat(gate.ask(old)).isEqualTo(GateReason.REVOKED_TOKEN);
    assertThat(gate.ask(rotation.token())).isEqualTo(GateReason.ALLOWED);
  }

  @Test
  void await_afterItReturned_returnsAtOnce() throws Exception {
    Rotation rotation = tokens.rotate(ADA, issue().info().id());
    rotation.awaitOldValueRefused();
    rotation.awaitOldValueRefused();
    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void await_interrupted_saysWhatIsTrueAndWaitsAgain() throws Exception {
    Rotation rotation = tokens.rotate(ADA, issue().info().id());
    interruptions.add(true);
    StoreFailure failure = catchThrowableOfType(StoreFailure.class, rotation::awaitOldValueRefused);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).hasMessage(ROTATED + "the thread was interrupted; wait again");
    assertThat(pauses).isEmpty();
    rotation.awaitOldValueRefused();
    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void await_storeThatCannotBeRead_saysWhatIsTrueAndWhy() throws Exception {
    Rotation rotation = tokens.rotate(ADA, issue().info().id());
    gate.follower.close();
    assertThat(catchThrowableOfType(StoreFailure.class, rotation::awaitOldValueRefused))
        .hasMessage(ROTATED + "the follower is closed")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void revoke_waitThatFails_saysThatItIsRevoked() throws Exception {
    String id = issue().info().id();
    interruptions.add(true);
    StoreFailure failure = catchThrowableOfType(StoreFailure.class, () -> tokens.revoke(ADA, id));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure)
        .hasMessage("the token was revoked" + HEEDED + "the thread was interrupted; wait again");
    assertThat(tokens.get(ADA, id).revokedAt()).contains(NOW);
  }

  @Test
  void revokeAll_waitThatFails_saysHowManyAreRevoked() throws Exception {
    issue();
    issue();
    interruptions.add(true);
    StoreFailure failure =
        catchThrowableOfType(StoreFailure.class, () -> tokens.revokeAll(ADA, "A"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure)
        .hasMessage("2 tokens were revoked" + HEEDED + "the thread was interrupted; wait again");
  }

  @Test
  void toString_hasNothingOfTheValue() throws Exception {
    Rotation rotation = tokens.rotate(ADA, issue().info().id());
    assertThat(rotation).hasToString("rotation of token " + rotation.token().info().id());
  }
}
