package dev.warder.authority;

import static dev.warder.gate.revocation.RevocationAnswer.CLEAR;
import static dev.warder.gate.revocation.RevocationAnswer.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.gate.revocation.FollowerTime;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.Revocation.OfAccount;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.Revocation.OfUser;
import dev.warder.gate.revocation.Revocation.OfValue;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.revocation.RevocationLog.Entry;
import dev.warder.gate.revocation.TokenIdentity;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class StoredRevocationLogTest extends WithStore {
  /** To the nanosecond, and beyond what milliseconds can count: the link is of the very instant. */
  private static final List<Revocation> EACH_KIND =
      List.of(
          new OfValue("i", "v\"\\'", NOW.plusNanos(1)),
          new OfValue("i", "\u00FC\uD83D\uDE00", null),
          new OfToken("i", "t"),
          new OfAccount("i", "a", Instant.MIN),
          new OfUser("i", "u", Instant.MAX));

  StoredRevocationLogTest(Database database) {
    super(database);
  }

  private void append(Revocation revocation) throws StoreFailure {
    store.write(rows -> rows.revocations().append(revocation));
  }

  private void append(int from, int to) throws StoreFailure {
    for (int i = from; i <= to; i++) {
      append(new OfToken("i", "t-" + i));
    }
  }

  private RevocationFollower follower() {
    return FollowerTime.by(RevocationFollower.builder(store.revocations()), () -> 0)
        .mark(folder.resolve("mark"))
        .acceptAnyLogWhenThereIsNoMark()
        .clock(() -> NOW)
        .randomness(new SecureRandom())
        .build();
  }

  private static TokenIdentity token(int i) {
    return TokenIdentity.builder()
        .issuer("i")
        .tokenId("t-" + i)
        .valueId("v-" + i)
        .account("a")
        .user("u")
        .issuedAt(NOW)
        .neverExpiring()
        .build();
  }

  @Test
  void read_eachKind_asItWas() throws Exception {
    for (Revocation revocation : EACH_KIND) {
      append(revocation);
    }
    assertThat(store.revocations().read(1, 10))
        .extracting(Entry::revocation)
        .containsExactlyElementsOf(EACH_KIND);
    try (RevocationFollower follower = follower()) {
      follower.poll();
      assertThat(follower.size()).isEqualTo(EACH_KIND.size());
    }
  }

  @Test
  void read_anyPart_thoseEntries() throws Exception {
    assertThat(store.revocations().read(1, 5)).isEmpty();
    append(1, 3);
    assertThat(store.revocations().read(1, 5))
        .extracting(Entry::position)
        .containsExactly(1L, 2L, 3L);
    assertThat(store.revocations().read(2, 1)).extracting(Entry::position).containsExactly(2L);
    assertThat(store.revocations().read(4, 5)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> store.revocations().read(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> store.revocations().read(1, 0));
  }

  @Test
  void follower_revokedAndPolled_saysSo() throws Exception {
    try (RevocationFollower follower = follower()) {
      append(1, 1);
      follower.poll();
      assertThat(follower.check(token(1))).isEqualTo(REVOKED);
      assertThat(follower.check(token(2))).isEqualTo(CLEAR);
      append(2, 2);
      follower.poll();
      assertThat(follower.check(token(2))).isEqualTo(REVOKED);
    }
    try (RevocationFollower restarted = follower()) {
      restarted.poll();
      assertThat(restarted.check(token(1))).isEqualTo(REVOKED);
    }
  }

  @Test
  void follower_rolledBackRevocation_neverSeesIt() throws Exception {
    append(1, 1);
    try {
      store.write(
          rows -> {
            rows.revocations().append(new OfToken("i", "t-2"));
            throw new IllegalStateException();
          });
    } catch (IllegalStateException e) {
      // Refused, as it was to be.
    }
    append(3, 3);
    try (RevocationFollower follower = follower()) {
      follower.poll();
      assertThat(follower.check(token(2))).isEqualTo(CLEAR);
      assertThat(follower.check(token(3))).isEqualTo(REVOKED);
    }
  }

  @Test
  void follower_entryChangedOrTakenOutOrCutOff_notices() throws Exception {
    append(1, 3);
    try (RevocationFollower follower = follower()) {
      follower.poll();
    }
    database.tamper(place, "update revocation set name = 't-9' where position = 2");
    assertFails("the link of entry 2 is wrong");
    database.tamper(place, "delete from revocation where position = 2");
    assertFails("the store has no revocation 2");
    database.tamper(place, "delete from revocation where position >= 2");
    assertFails("the log ends at 1, and must go to 3: it was rolled back or replaced");
  }

  private void assertFails(String message) {
    try (RevocationFollower follower = follower()) {
      assertThatIOException().isThrownBy(follower::poll).withMessage(message);
      assertThat(follower.check(token(3))).isNotEqualTo(CLEAR);
    }
  }

  @Test
  void read_entryThatCanBeNone_anErrorThatNamesIt() throws Exception {
    append(1, 1);
    append(new OfUser("i", "u", NOW));
    List<String> changes = List.of("instant = null", "instant = 'x'", "issuer = ''", "name = ''");
    for (String change : changes) {
      database.tamper(
          place,
          "create table kept as select * from revocation",
          "update revocation set " + change + " where position = 2");
      assertThatIOException()
          .isThrownBy(() -> store.revocations().read(1, 5))
          .withMessageContaining("revocation 2");
      database.tamper(
          place,
          "delete from revocation",
          "insert into revocation select * from kept order by position",
          "drop table kept");
    }
    assertThat(store.revocations().read(1, 5)).hasSize(2);
  }

  @Test
  void read_storeThatFails_anIOException() throws Exception {
    database.tamper(place, "alter table revocation rename to gone");
    assertThatIOException()
        .isThrownBy(() -> store.revocations().read(1, 1))
        .withMessageContaining("the store")
        .withCauseInstanceOf(StoreFailure.class)
        .isInstanceOf(IOException.class);
  }
}
