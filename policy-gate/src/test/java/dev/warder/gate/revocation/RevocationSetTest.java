package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.RevocationAnswer.CLEAR;
import static dev.warder.gate.revocation.RevocationAnswer.REVOKED;
import static dev.warder.gate.revocation.RevocationAnswer.UNKNOWN;
import static dev.warder.gate.revocation.Tokens.ISSUED;
import static dev.warder.gate.revocation.Tokens.ISSUER;
import static dev.warder.gate.revocation.Tokens.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import dev.warder.gate.revocation.Revocation.OfAccount;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.Revocation.OfUser;
import dev.warder.gate.revocation.Revocation.OfValue;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RevocationSetTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Instant now = ISSUED;
  private final RevocationSet set = RevocationSet.create(() -> now, new Random(1));

  private static Instant instant(String text) {
    return Instant.parse(text);
  }

  @Test
  void check_nothingRevoked_clear() {
    assertThat(set.check(TOKEN)).isEqualTo(CLEAR);
    assertThat(set.isCurrent()).isTrue();
    assertThat(set.size()).isZero();
  }

  @Test
  void revoke_value_thatOneAlone() {
    set.revoke(Revocation.ofValue(TOKEN));
    assertThat(set.check(TOKEN)).isEqualTo(REVOKED);
    assertThat(set.check(Tokens.token("t-1", "v-2"))).isEqualTo(CLEAR);
  }

  @Test
  void revoke_token_allItsValues() {
    set.revoke(Revocation.ofToken(TOKEN));
    assertThat(set.check(Tokens.token("t-1", "v-9"))).isEqualTo(REVOKED);
    assertThat(set.check(Tokens.token("t-2", "v-1"))).isEqualTo(CLEAR);
  }

  @Test
  void revoke_idOfOneKind_noOtherKindOfThatName() {
    set.revoke(new OfToken(ISSUER, "x"));
    assertThat(set.check(Tokens.token("t", "x"))).isEqualTo(CLEAR);
    set.revoke(new OfValue(ISSUER, "y", null));
    assertThat(set.check(Tokens.token("y", "v"))).isEqualTo(CLEAR);
    set.revoke(new OfAccount(ISSUER, "z", Instant.MAX));
    assertThat(set.check(Tokens.of("a", "z"))).isEqualTo(CLEAR);
    set.revoke(new OfUser(ISSUER, "w", Instant.MAX));
    assertThat(set.check(Tokens.of("w", "u"))).isEqualTo(CLEAR);
  }

  @Test
  void revoke_anything_noOtherIssuers() {
    set.revoke(Revocation.ofToken(Tokens.ofIssuer("other")));
    set.revoke(Revocation.ofValue(Tokens.ofIssuer("other")));
    set.revoke(new OfAccount("other", "a-1", Instant.MAX));
    set.revoke(new OfUser("other", "u-1", Instant.MAX));
    assertThat(set.check(TOKEN)).isEqualTo(CLEAR);
    set.revoke(Revocation.ofToken(Tokens.ofIssuer("third")));
    assertThat(set.check(TOKEN)).isEqualTo(CLEAR);
    set.revoke(new OfToken(ISSUER, "t-2"));
    assertThat(set.check(TOKEN)).isEqualTo(CLEAR);
  }

  @Test
  void revoke_account_whatWasIssuedEarlier() {
    set.revoke(new OfAccount(ISSUER, "a-1", ISSUED));
    assertThat(set.check(Tokens.issuedAt(ISSUED.minusSeconds(1)))).isEqualTo(REVOKED);
    assertThat(set.check(Tokens.issuedAt(ISSUED))).isEqualTo(CLEAR);
  }

  @Test
  void revoke_account_noTokenWithoutAccount() {
    TokenIdentity without = Tokens.of(null, "u-1");
    set.revoke(new OfAccount(ISSUER, "a-1", Instant.MAX));
    assertThat(set.check(without)).isEqualTo(RevocationAnswer.CLEAR);
    set.revoke(new OfUser(ISSUER, "u-1", Instant.MAX));
    assertThat(set.check(without)).isEqualTo(RevocationAnswer.REVOKED);
  }

  @Test
  void revoke_user_whatWasIssuedEarlier() {
    set.revoke(new OfUser(ISSUER, "u-1", ISSUED));
    assertThat(set.check(Tokens.issuedAt(ISSUED.minusSeconds(1)))).isEqualTo(REVOKED);
    assertThat(set.check(Tokens.issuedAt(ISSUED))).isEqualTo(CLEAR);
  }

  @Test
  void revoke_accountWithinASecond_whatWasIssuedInThatSecond() {
    set.revoke(new OfAccount(ISSUER, "a-1", ISSUED.plusNanos(1)));
    assertThat(set.check(Tokens.issuedAt(ISSUED))).isEqualTo(REVOKED);
  }

  @Test
  void revoke_anEarlierCutOffLater_theGreatestStays() {
    set.revoke(new OfUser(ISSUER, "u-1", ISSUED.plusSeconds(1)));
    set.revoke(new OfUser(ISSUER, "u-1", ISSUED));
    assertThat(set.check(TOKEN)).isEqualTo(REVOKED);
    set.revoke(new OfUser(ISSUER, "u-1", ISSUED.plusSeconds(2)));
    assertThat(set.check(Tokens.issuedAt(ISSUED.plusSeconds(1)))).isEqualTo(REVOKED);
    assertThat(set.size()).isEqualTo(1);
  }

  @Test
  void revoke_valueOfAnotherExpiry_sameDayOnly() {
    set.revoke(Revocation.ofValue(Tokens.expiring("2026-12-25T00:00:00Z")));
    assertThat(set.check(Tokens.expiring("2026-12-25T23:59:59Z"))).isEqualTo(REVOKED);
    assertThat(set.check(Tokens.expiring("2026-12-24T23:59:59Z"))).isEqualTo(CLEAR);
    assertThat(set.check(Tokens.expiring("2026-12-26T00:00:00Z"))).isEqualTo(CLEAR);
    assertThat(set.check(Tokens.neverExpiring())).isEqualTo(CLEAR);
  }

  @Test
  void revoke_valueOfUnknownExpiry_whateverItIs() {
    set.revoke(new OfValue(ISSUER, "v-1", null));
    assertThat(set.check(Tokens.neverExpiring())).isEqualTo(REVOKED);
    assertThat(set.check(TOKEN)).isEqualTo(REVOKED);
  }

  @Test
  void revoke_twice_heldOnce() {
    set.revoke(Revocation.ofValue(TOKEN));
    set.revoke(Revocation.ofValue(TOKEN));
    set.revoke(Revocation.ofToken(TOKEN));
    set.revoke(Revocation.ofToken(TOKEN));
    set.revoke(new OfAccount(ISSUER, "a", ISSUED));
    assertThat(set.size()).isEqualTo(3);
  }

  @Test
  void dropExpired_aWholeDayAfterTheDay_unknownFromThenOn() {
    TokenIdentity token = Tokens.expiring("2026-12-01T00:00:00Z");
    set.revoke(Revocation.ofValue(token));
    now = instant("2026-12-02T23:59:59.999999999Z");
    set.dropExpired();
    assertThat(set.check(token)).isEqualTo(REVOKED);
    now = instant("2026-12-03T00:00:00Z");
    set.dropExpired();
    assertThat(set.size()).isZero();
    assertThat(set.check(token)).isEqualTo(UNKNOWN);
  }

  @Test
  void dropExpired_clockSetBack_revivesNothingThatExpiresNoLater() {
    set.revoke(Revocation.ofValue(Tokens.expiring("2026-12-01T12:00:00Z")));
    now = instant("2030-01-01T00:00:00Z");
    set.dropExpired();
    now = ISSUED;
    set.revoke(Revocation.ofToken(Tokens.token("t-2", "v-2")));
    assertThat(set.check(Tokens.expiring("2026-12-01T12:00:00Z"))).isEqualTo(UNKNOWN);
    assertThat(set.check(Tokens.expiring("2026-11-30T12:00:00Z"))).isEqualTo(UNKNOWN);
    assertThat(set.check(Tokens.expiring("2026-12-01T23:59:59Z"))).isEqualTo(UNKNOWN);
    assertThat(set.check(Tokens.expiring("2026-12-02T00:00:00Z"))).isEqualTo(CLEAR);
    assertThat(set.check(Tokens.neverExpiring())).isEqualTo(CLEAR);
  }

  @Test
  void dropExpired_anEarlierDayLater_theGreatestStays() {
    TokenIdentity late = Tokens.expiring("2026-12-09T12:00:00Z");
    set.revoke(Revocation.ofValue(late));
    now = instant("2027-01-01T00:00:00Z");
    set.dropExpired();
    TokenIdentity early = Tokens.expiring("2026-12-05T12:00:00Z");
    set.revoke(Revocation.ofValue(early));
    assertThat(set.check(early)).isEqualTo(REVOKED);
    set.dropExpired();
    assertThat(set.check(early)).isEqualTo(UNKNOWN);
    assertThat(set.check(late)).isEqualTo(UNKNOWN);
  }

  @Test
  void revoke_whenTheDayTurned_dropsOnItsOwn() {
    set.revoke(Revocation.ofValue(Tokens.expiring("2026-12-01T12:00:00Z")));
    set.revoke(Revocation.ofValue(Tokens.expiring("2026-12-03T12:00:00Z")));
    set.revoke(Revocation.ofValue(Tokens.expiring("2026-12-02T12:00:00Z")));
    now = instant("2026-12-04T00:00:00Z");
    set.revoke(Revocation.ofToken(Tokens.token("t-9", "v-9")));
    assertThat(set.size()).isEqualTo(2);
    assertThat(set.check(Tokens.expiring("2026-12-03T12:00:00Z"))).isEqualTo(REVOKED);
    assertThat(set.check(Tokens.expiring("2026-12-02T12:00:00Z"))).isEqualTo(UNKNOWN);
  }

  @Test
  void dropExpired_whatDoesNotExpire_staysRevoked() {
    set.revoke(Revocation.ofToken(TOKEN));
    set.revoke(new OfValue(ISSUER, "v-2", null));
    set.revoke(new OfAccount(ISSUER, "a-3", ISSUED.plusSeconds(1)));
    set.revoke(new OfUser(ISSUER, "u-4", ISSUED.plusSeconds(1)));
    now = Instant.MAX;
    set.dropExpired();
    assertThat(set.size()).isEqualTo(4);
    assertThat(set.check(TOKEN)).isEqualTo(REVOKED);
    assertThat(set.check(Tokens.token("t", "v-2"))).isEqualTo(REVOKED);
    assertThat(set.check(Tokens.of("a-3", "u"))).isEqualTo(REVOKED);
    assertThat(set.check(Tokens.of("a", "u-4"))).isEqualTo(REVOKED);
  }

  @Test
  void onRevoked_toldAfterTheAnswerIsThere() {
    List<RevocationAnswer> seen = new ArrayList<>();
    set.onRevoked(
        revoked -> {
          assertThat(revoked.test(TOKEN)).isTrue();
          assertThat(revoked.test(Tokens.token("t-2", "v-2"))).isFalse();
          seen.add(set.check(TOKEN));
        });
    set.revoke(Revocation.ofValue(TOKEN));
    set.revoke(Revocation.ofToken(TOKEN));
    assertThat(seen).containsExactly(REVOKED, REVOKED);
  }

  @Test
  void onRevoked_listenerThatThrows_othersAreToldAndItIsRevoked() {
    List<Predicate<? super TokenIdentity>> told = new ArrayList<>();
    set.onRevoked(
        revoked -> {
          throw new IllegalStateException("first");
        });
    set.onRevoked(told::add);
    set.onRevoked(
        revoked -> {
          throw new IllegalArgumentException("second");
        });
    assertThatIllegalStateException()
        .isThrownBy(() -> set.revoke(Revocation.ofValue(TOKEN)))
        .withMessage("first")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(told).hasSize(1);
    assertThat(set.check(TOKEN)).isEqualTo(REVOKED);
  }

  @Test
  void check_clearOrRevoked_allocatesNothing() {
    set.revoke(Revocation.ofValue(TOKEN));
    set.revoke(new OfAccount(ISSUER, "a-1", ISSUED));
    TokenIdentity clear = Tokens.token("t-2", "v-2");
    checkOften(clear);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    checkOften(clear);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  private void checkOften(TokenIdentity clear) {
    for (int i = 0; i < 100_000; i++) {
      if (set.check(clear) != CLEAR || set.check(TOKEN) != REVOKED) {
        throw new AssertionError(i);
      }
    }
  }

  @Test
  void revoke_clockFails_revokedAndToldAllTheSame() {
    RevocationSet set =
        RevocationSet.create(
            () -> {
              throw new IllegalStateException("no time");
            },
            new Random(1));
    List<Predicate<? super TokenIdentity>> told = new ArrayList<>();
    set.onRevoked(told::add);
    assertThatIllegalStateException().isThrownBy(() -> set.revoke(new OfToken(ISSUER, "t-1")));
    assertThat(set.check(TOKEN)).isEqualTo(REVOKED);
    assertThat(told).hasSize(1);
  }

  @Test
  void onRevoked_closed_isToldOfNothingMore() {
    RevocationSet set = RevocationSet.create(() -> Tokens.ISSUED, new Random(1));
    List<Predicate<? super TokenIdentity>> told = new ArrayList<>();
    Revocations.Listening one = set.onRevoked(told::add);
    set.onRevoked(told::add);
    one.close();
    one.close();
    set.revoke(new OfToken(ISSUER, "t-1"));
    assertThat(told).hasSize(1);
  }
}
