package dev.warder.gate.limit;

import static dev.warder.gate.limit.LimitKind.ACCOUNT;
import static dev.warder.gate.limit.LimitKind.CLIENT;
import static dev.warder.gate.limit.LimitKind.PUBLIC;
import static dev.warder.gate.limit.LimitKind.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.model.Limits;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChargeTest {
  private static final Limits ALL = Limits.NONE.withAccount(4_000).withToken(2_000).withClient(60);
  private static final int HOUR = 500_000;

  @Test
  void admittedToken_bothLimits_saysBoth() {
    Charge charge = Charge.admittedToken(ALL, HOUR, 7, 9);
    assertThat(charge.isAdmitted()).isTrue();
    assertThat(charge.full()).isEmpty();
    assertThat(charge.counted()).containsExactly(TOKEN, ACCOUNT);
    assertThat(charge.limit(TOKEN)).isEqualTo(2_000);
    assertThat(charge.limit(ACCOUNT)).isEqualTo(4_000);
    assertThat(charge.remaining(TOKEN)).isEqualTo(7);
    assertThat(charge.remaining(ACCOUNT)).isEqualTo(9);
    assertThat(charge.resetsAt()).isEqualTo(Instant.ofEpochSecond(500_001 * 3_600L));
  }

  @Test
  void refusedToken_byEither_saysWhatTheOtherHasLeft() {
    Charge byToken = Charge.refusedToken(ALL, TOKEN, HOUR, 9);
    assertThat(byToken.isAdmitted()).isFalse();
    assertThat(byToken.full()).contains(TOKEN);
    assertThat(byToken.remaining(TOKEN)).isZero();
    assertThat(byToken.remaining(ACCOUNT)).isEqualTo(9);
    Charge byAccount = Charge.refusedToken(ALL, ACCOUNT, HOUR, 7);
    assertThat(byAccount.full()).contains(ACCOUNT);
    assertThat(byAccount.remaining(TOKEN)).isEqualTo(7);
    assertThat(byAccount.remaining(ACCOUNT)).isZero();
  }

  @Test
  void client_limited_saysClientAlone() {
    Charge admitted = Charge.admittedClient(ALL, HOUR, 59);
    assertThat(admitted.isAdmitted()).isTrue();
    assertThat(admitted.counted()).containsExactly(CLIENT);
    assertThat(admitted.limit(CLIENT)).isEqualTo(60);
    assertThat(admitted.remaining(CLIENT)).isEqualTo(59);
    Charge refused = Charge.refusedClient(ALL, HOUR);
    assertThat(refused.isAdmitted()).isFalse();
    assertThat(refused.full()).contains(CLIENT);
    assertThat(refused.counted()).containsExactly(CLIENT);
    assertThat(refused.remaining(CLIENT)).isZero();
    assertThat(refused.resetsAt()).isEqualTo(Instant.ofEpochSecond(500_001 * 3_600L));
  }

  @Test
  void publicRequest_limited_saysPublicAlone() {
    Charge admitted = Charge.admittedPublic(ALL, HOUR, 59);
    assertThat(admitted.isAdmitted()).isTrue();
    assertThat(admitted.counted()).containsExactly(PUBLIC);
    assertThat(admitted.limit(PUBLIC)).isEqualTo(60);
    assertThat(admitted.remaining(PUBLIC)).isEqualTo(59);
    Charge refused = Charge.refusedPublic(ALL, HOUR);
    assertThat(refused.full()).contains(PUBLIC);
    assertThat(refused.remaining(PUBLIC)).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> refused.limit(CLIENT));
  }

  @Test
  void publicRequest_limitNamed_isNotTheClients() {
    Limits by = Limits.NONE.withPublicRequests(7);
    assertThat(Charge.admittedPublic(by, HOUR, 6).limit(PUBLIC)).isEqualTo(7);
    assertThat(Charge.admittedClient(by, HOUR, 0).counted()).isEmpty();
    assertThat(Charge.admittedPublic(Limits.NONE, HOUR, 0).counted()).isEmpty();
  }

  @Test
  void counted_someLimits_thoseAlone() {
    Limits token = Charging.perToken(1);
    Limits account = Charging.perAccount(1);
    Limits client = Charging.perClient(1);
    assertThat(Charge.admittedToken(token, HOUR, 0, 0).counted()).containsExactly(TOKEN);
    assertThat(Charge.admittedToken(account, HOUR, 0, 0).counted()).containsExactly(ACCOUNT);
    assertThat(Charge.admittedToken(client, HOUR, 0, 0).counted()).isEmpty();
    assertThat(Charge.admittedClient(token, HOUR, 0).counted()).isEmpty();
    assertThat(Charge.admittedClient(account, HOUR, 0).counted()).isEmpty();
  }

  @Test
  void counted_tokenWithoutAccount_itsOwnLimitAlone() {
    Charge admitted = Charge.admittedTokenWithoutAccount(ALL, HOUR, 7);
    assertThat(admitted.isAdmitted()).isTrue();
    assertThat(admitted.counted()).containsExactly(TOKEN);
    assertThat(admitted.remaining(TOKEN)).isEqualTo(7);
    Charge refused = Charge.refusedTokenWithoutAccount(ALL, HOUR);
    assertThat(refused.full()).contains(TOKEN);
    assertThat(refused.counted()).containsExactly(TOKEN);
    assertThat(refused.remaining(TOKEN)).isZero();
    Limits account = Charging.perAccount(1);
    assertThat(Charge.admittedTokenWithoutAccount(account, HOUR, 0).counted()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Charge.refusedTokenWithoutAccount(account, HOUR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Charge.admittedTokenWithoutAccount(ALL, HOUR, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> admitted.remaining(ACCOUNT));
  }

  @Test
  void limitAndRemaining_kindThatIsNotCounted_refused() {
    Charge token = Charge.admittedToken(ALL, HOUR, 7, 9);
    assertThatIllegalArgumentException().isThrownBy(() -> token.limit(CLIENT));
    assertThatIllegalArgumentException().isThrownBy(() -> token.remaining(CLIENT));
    Charge client = Charge.admittedClient(ALL, HOUR, 7);
    assertThatIllegalArgumentException().isThrownBy(() -> client.limit(TOKEN));
    assertThatIllegalArgumentException().isThrownBy(() -> client.remaining(ACCOUNT));
    Charge unlimited = Charge.admittedToken(Limits.NONE, HOUR, 0, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> unlimited.limit(TOKEN));
    assertThatIllegalArgumentException().isThrownBy(() -> unlimited.remaining(TOKEN));
  }

  @Test
  void refused_byWhatIsNoLimit_isNoCharge() {
    Limits token = Charging.perToken(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Charge.refusedToken(token, ACCOUNT, HOUR, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Charge.refusedToken(ALL, CLIENT, HOUR, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Charge.refusedToken(ALL, PUBLIC, HOUR, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Charge.refusedClient(token, HOUR));
    assertThatIllegalArgumentException().isThrownBy(() -> Charge.refusedPublic(token, HOUR));
  }

  @Test
  void remaining_belowZero_isNoCharge() {
    assertThatIllegalArgumentException().isThrownBy(() -> Charge.admittedToken(ALL, HOUR, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Charge.admittedToken(ALL, HOUR, 0, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Charge.refusedToken(ALL, TOKEN, HOUR, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Charge.admittedClient(ALL, HOUR, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Charge.admittedPublic(ALL, HOUR, -1));
  }

  @Test
  void secondsUntilReset_atTheEndsOfTheHour_roundedUpAndAtLeastOne() {
    Charge charge = Charge.admittedClient(ALL, 0, 7);
    assertThat(charge.secondsUntilReset(0)).isEqualTo(3_600);
    assertThat(charge.secondsUntilReset(1)).isEqualTo(3_600);
    assertThat(charge.secondsUntilReset(1_000)).isEqualTo(3_599);
    assertThat(charge.secondsUntilReset(3_599_000)).isEqualTo(1);
    assertThat(charge.secondsUntilReset(3_599_999)).isEqualTo(1);
    assertThat(charge.secondsUntilReset(3_600_000)).isEqualTo(1);
    assertThat(charge.secondsUntilReset(9_999_999)).isEqualTo(1);
  }

  @Test
  void secondsUntilReset_hourAheadOfTheClock_upToThatHoursEnd() {
    Charge ahead = Charge.admittedClient(ALL, 1, 7);
    assertThat(ahead.secondsUntilReset(0)).isEqualTo(7_200);
    assertThat(ahead.secondsUntilReset(-1)).isEqualTo(7_201);
    Charge decades = Charge.admittedClient(ALL, 596_523, 7);
    assertThat(decades.secondsUntilReset(2_753_000)).isEqualTo(Integer.MAX_VALUE);
    assertThat(decades.secondsUntilReset(2_753_001)).isEqualTo(Integer.MAX_VALUE);
    assertThat(decades.secondsUntilReset(2_754_000)).isEqualTo(Integer.MAX_VALUE - 1);
    assertThat(decades.secondsUntilReset(0)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void hourOf_turns_roundedDown() {
    assertThat(Charge.hourOf(-3_600_001)).isEqualTo(-2);
    assertThat(Charge.hourOf(-3_600_000)).isEqualTo(-1);
    assertThat(Charge.hourOf(-1)).isEqualTo(-1);
    assertThat(Charge.hourOf(0)).isEqualTo(0);
    assertThat(Charge.hourOf(3_599_999)).isEqualTo(0);
    assertThat(Charge.hourOf(3_600_000)).isEqualTo(1);
  }

  @Test
  void hourOf_lastHour_toTheMillisecond() {
    long after = 3_600_000L * (Integer.MAX_VALUE + 1L);
    assertThat(Charge.hourOf(after - 1)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Charge.admittedClient(ALL, Integer.MAX_VALUE, 0).resetsAt())
        .isEqualTo(Instant.ofEpochMilli(after));
    assertThatThrownBy(() -> Charge.hourOf(after)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void toString_saysWhatItCameTo() {
    assertThat(Charge.refusedToken(ALL, TOKEN, 0, 9))
        .hasToString(
            "token is full, token 0 of 2000, account 9 of 4000, until 1970-01-01T01:00:00Z");
    assertThat(Charge.admittedClient(Limits.NONE, 0, 0))
        .hasToString("admitted, until 1970-01-01T01:00:00Z");
  }

  @Test
  void code_isWhatCataloguesSay() {
    assertThat(TOKEN.code()).isEqualTo("token");
    assertThat(ACCOUNT.code()).isEqualTo("account");
    assertThat(CLIENT.code()).isEqualTo("client");
    assertThat(PUBLIC.code()).isEqualTo("public");
  }
}
