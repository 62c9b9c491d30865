package dev.warder.gate.limit;

import static dev.warder.gate.limit.Charging.HOUR;
import static dev.warder.gate.limit.Charging.MILLIS_PER_HOUR;
import static dev.warder.gate.limit.Charging.SEED;
import static dev.warder.gate.limit.Charging.perAccount;
import static dev.warder.gate.limit.Charging.perClient;
import static dev.warder.gate.limit.Charging.perToken;
import static dev.warder.gate.limit.Charging.perTokenAndAccount;
import static dev.warder.gate.limit.Charging.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.model.Limits;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HourlyLimitsTest {
  private static final ChargedToken TOKEN = Charging.token("t-1", "a-1");
  private static final ChargedToken SIBLING = Charging.token("t-2", "a-1");
  private static final ChargedToken STRANGER = Charging.token("t-3", "a-2");

  private final HourlyLimits limits = HourlyLimits.withSeed(SEED);

  private String charge(ChargedToken token, Limits by) {
    return told(limits.charge(token, by, HOUR));
  }

  private String charge(String client, Limits by) {
    return told(limits.charge(ChargedClient.of(client), by, HOUR));
  }

  @Test
  void charge_tokenLimitOfThree_admitsExactlyThree() {
    assertThat(charge(TOKEN, perToken(3))).isEqualTo("admitted");
    assertThat(charge(TOKEN, perToken(3))).isEqualTo("admitted");
    assertThat(charge(TOKEN, perToken(3))).isEqualTo("admitted");
    assertThat(charge(TOKEN, perToken(3))).isEqualTo("token full");
    assertThat(charge(TOKEN, perToken(3))).isEqualTo("token full");
    assertThat(charge(SIBLING, perToken(3))).isEqualTo("admitted");
  }

  @Test
  void charge_accountLimitOfTwo_admitsTwoOfAllItsTokens() {
    assertThat(charge(TOKEN, perAccount(2))).isEqualTo("admitted");
    assertThat(charge(SIBLING, perAccount(2))).isEqualTo("admitted");
    assertThat(charge(TOKEN, perAccount(2))).isEqualTo("account full");
    assertThat(charge(SIBLING, perAccount(2))).isEqualTo("account full");
    assertThat(charge(STRANGER, perAccount(2))).isEqualTo("admitted");
  }

  @Test
  void charge_clientLimitOfOne_admitsExactlyOne() {
    assertThat(charge("192.0.2.7", perClient(1))).isEqualTo("admitted");
    assertThat(charge("192.0.2.7", perClient(1))).isEqualTo("client full");
    assertThat(charge("::ffff:192.0.2.7", perClient(1))).isEqualTo("client full");
    assertThat(charge("192.0.2.8", perClient(1))).isEqualTo("admitted");
  }

  @Test
  void chargePublic_limitOfOne_admitsOneBesideTheClientsOther() {
    ChargedClient client = ChargedClient.of("192.0.2.7");
    assertThat(told(limits.chargePublic(client, perClient(1), HOUR))).isEqualTo("admitted");
    assertThat(told(limits.chargePublic(client, perClient(1), HOUR))).isEqualTo("public full");
    assertThat(charge("192.0.2.7", perClient(1))).isEqualTo("admitted");
    assertThat(charge("192.0.2.7", perClient(1))).isEqualTo("client full");
    Limits more = Limits.NONE.withClient(1).withPublicRequests(3);
    assertThat(limits.chargePublic(client, more, HOUR).remaining(LimitKind.PUBLIC)).isEqualTo(1);
    assertThat(told(limits.chargePublic(client, Limits.NONE, HOUR))).isEqualTo("admitted");
  }

  @Test
  void charge_limitOfNone_admitsNone() {
    assertThat(charge(TOKEN, perToken(0))).isEqualTo("token full");
    assertThat(charge(TOKEN, perAccount(0))).isEqualTo("account full");
    assertThat(charge("192.0.2.7", perClient(0))).isEqualTo("client full");
  }

  @Test
  void charge_greatestLimit_leavesOneLess() {
    Charge charge = limits.charge(TOKEN, perToken(Integer.MAX_VALUE), HOUR);
    assertThat(charge.remaining(LimitKind.TOKEN)).isEqualTo(Integer.MAX_VALUE - 1);
  }

  @Test
  void charge_bothFull_tokenIsTheReason() {
    assertThat(charge(TOKEN, perTokenAndAccount(1, 1))).isEqualTo("admitted");
    assertThat(charge(TOKEN, perTokenAndAccount(1, 1))).isEqualTo("token full");
    assertThat(charge(SIBLING, perTokenAndAccount(1, 1))).isEqualTo("account full");
  }

  @Test
  void charge_tokenFull_accountNotCharged() {
    Limits by = perTokenAndAccount(1, 3);
    limits.charge(TOKEN, by, HOUR);
    Charge refused = limits.charge(TOKEN, by, HOUR);
    assertThat(told(refused)).isEqualTo("token full");
    assertThat(refused.remaining(LimitKind.TOKEN)).isZero();
    assertThat(refused.remaining(LimitKind.ACCOUNT)).isEqualTo(2);
    assertThat(limits.charge(SIBLING, by, HOUR).remaining(LimitKind.ACCOUNT)).isEqualTo(1);
  }

  @Test
  void charge_accountFull_tokenNotCharged() {
    limits.charge(TOKEN, perTokenAndAccount(3, 1), HOUR);
    Charge refused = limits.charge(TOKEN, perTokenAndAccount(3, 1), HOUR);
    assertThat(told(refused)).isEqualTo("account full");
    assertThat(refused.remaining(LimitKind.TOKEN)).isEqualTo(2);
    assertThat(refused.remaining(LimitKind.ACCOUNT)).isZero();
    Charge later = limits.charge(TOKEN, perTokenAndAccount(3, 9), HOUR);
    assertThat(later.remaining(LimitKind.TOKEN)).isEqualTo(1);
    assertThat(later.remaining(LimitKind.ACCOUNT)).isEqualTo(7);
  }

  @Test
  void charge_noLimits_admittedAndNotCounted() {
    assertThat(charge(TOKEN, Limits.NONE)).isEqualTo("admitted");
    assertThat(charge("192.0.2.7", Limits.NONE)).isEqualTo("admitted");
    assertThat(limits.charge(TOKEN, perToken(2), HOUR).remaining(LimitKind.TOKEN)).isEqualTo(1);
    assertThat(limits.charge(TOKEN, perAccount(2), HOUR).remaining(LimitKind.ACCOUNT)).isEqualTo(1);
    Charge client = limits.charge(ChargedClient.of("192.0.2.7"), perClient(2), HOUR);
    assertThat(client.remaining(LimitKind.CLIENT)).isEqualTo(1);
  }

  @Test
  void charge_accountFullWithoutTokenLimit_refusedAndSaysNothingOfTheToken() {
    limits.charge(TOKEN, perAccount(1), HOUR);
    Charge refused = limits.charge(TOKEN, perAccount(1), HOUR);
    assertThat(told(refused)).isEqualTo("account full");
    assertThat(refused.counted()).containsExactly(LimitKind.ACCOUNT);
    assertThat(limits.charge(TOKEN, perToken(2), HOUR).remaining(LimitKind.TOKEN)).isEqualTo(1);
  }

  @Test
  void charge_limitLowered_belowTheCountIsFull() {
    charge(TOKEN, perToken(5));
    charge(TOKEN, perToken(5));
    charge(TOKEN, perToken(5));
    Charge refused = limits.charge(TOKEN, perToken(2), HOUR);
    assertThat(told(refused)).isEqualTo("token full");
    assertThat(refused.limit(LimitKind.TOKEN)).isEqualTo(2);
    assertThat(refused.remaining(LimitKind.TOKEN)).isZero();
    assertThat(charge(TOKEN, perToken(3))).isEqualTo("token full");
    assertThat(charge(TOKEN, perToken(4))).isEqualTo("admitted");
    assertThat(charge(TOKEN, perToken(4))).isEqualTo("token full");
  }

  @Test
  void charge_accountLimitLowered_nothingRemainsWhenTheTokenIsFull() {
    limits.charge(TOKEN, perTokenAndAccount(2, 5), HOUR);
    limits.charge(TOKEN, perTokenAndAccount(2, 5), HOUR);
    Charge refused = limits.charge(TOKEN, perTokenAndAccount(2, 1), HOUR);
    assertThat(told(refused)).isEqualTo("token full");
    assertThat(refused.remaining(LimitKind.ACCOUNT)).isZero();
  }

  @Test
  void charge_sameIdsOfAnotherIssuer_countedApart() {
    assertThat(charge(TOKEN, perTokenAndAccount(1, 1))).isEqualTo("admitted");
    ChargedToken other = ChargedToken.of("https://other.example.com", "t-1", "a-1");
    assertThat(charge(other, perTokenAndAccount(1, 1))).isEqualTo("admitted");
  }

  @Test
  void charge_withoutAccount_byTheTokenAloneAndNoAccountIsCounted() {
    ChargedToken without = ChargedToken.withoutAccount("https://tokens.example.com", "t-9");
    assertThat(charge(TOKEN, perTokenAndAccount(5, 1))).isEqualTo("admitted");
    assertThat(charge(without, perTokenAndAccount(2, 1))).isEqualTo("admitted");
    assertThat(charge(without, perTokenAndAccount(2, 1))).isEqualTo("admitted");
    assertThat(charge(without, perTokenAndAccount(2, 1))).isEqualTo("token full");
    assertThat(charge(without, Charging.perAccount(1))).isEqualTo("admitted");
    assertThat(charge(without, Charging.perAccount(1))).isEqualTo("admitted");
  }

  @Test
  void charge_sameTextInEachKind_countedApart() {
    Limits by = Limits.NONE.withAccount(1).withToken(1).withClient(1);
    assertThat(charge(Charging.token("x", "x"), by)).isEqualTo("admitted");
    assertThat(charge("x", by)).isEqualTo("admitted");
  }

  @Test
  void charge_turnOfTheHour_toTheMillisecond() {
    long turn = HOUR + MILLIS_PER_HOUR;
    assertThat(told(limits.charge(TOKEN, perToken(1), HOUR))).isEqualTo("admitted");
    Charge last = limits.charge(TOKEN, perToken(1), turn - 1);
    assertThat(told(last)).isEqualTo("token full");
    assertThat(last.resetsAt()).isEqualTo(Instant.ofEpochMilli(turn));
    Charge first = limits.charge(TOKEN, perToken(1), turn);
    assertThat(told(first)).isEqualTo("admitted");
    assertThat(first.resetsAt()).isEqualTo(Instant.ofEpochMilli(turn + MILLIS_PER_HOUR));
  }

  @Test
  void charge_turnOfTheHour_everyKindStartsAtZero() {
    Limits by = Limits.NONE.withAccount(1).withToken(1).withClient(1);
    charge(TOKEN, by);
    charge("192.0.2.7", by);
    long turn = HOUR + MILLIS_PER_HOUR;
    Charge token = limits.charge(TOKEN, by, turn);
    assertThat(token.remaining(LimitKind.ACCOUNT)).isZero();
    assertThat(told(token)).isEqualTo("admitted");
    assertThat(told(limits.charge(ChargedClient.of("192.0.2.7"), by, turn))).isEqualTo("admitted");
  }

  @Test
  void charge_clockBackWithinTheHour_noFreshAllowance() {
    assertThat(told(limits.charge(TOKEN, perToken(1), HOUR + 5_000))).isEqualTo("admitted");
    assertThat(told(limits.charge(TOKEN, perToken(1), HOUR + 4_000))).isEqualTo("token full");
  }

  /** Charges a token until it is refused, and returns how often it was admitted. */
  private int admitted(int limit, long nowMillis) {
    int admitted = 0;
    while (limits.charge(TOKEN, perToken(limit), nowMillis).isAdmitted()) {
      admitted++;
    }
    return admitted;
  }

  @Test
  void charge_clockBackAcrossTheTurn_bothHoursGoOn() {
    assertThat(admitted(2, HOUR - 1)).isEqualTo(2);
    assertThat(told(limits.charge(TOKEN, perToken(2), HOUR))).isEqualTo("admitted");
    Charge back = limits.charge(TOKEN, perToken(2), HOUR - 1);
    assertThat(told(back)).isEqualTo("token full");
    assertThat(back.resetsAt()).isEqualTo(Instant.ofEpochMilli(HOUR));
    assertThat(admitted(2, HOUR)).isEqualTo(1);
    assertThat(admitted(2, HOUR - 1)).isZero();
  }

  @Test
  void charge_oneLookAtTheYear2100_theHourGoesOnAndTheNextBegins() {
    long inTheYear2100 = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
    assertThat(told(limits.charge(TOKEN, perToken(3), HOUR))).isEqualTo("admitted");
    assertThat(told(limits.charge(TOKEN, perToken(3), inTheYear2100))).isEqualTo("admitted");
    assertThat(admitted(3, HOUR)).isEqualTo(2);
    assertThat(admitted(3, inTheYear2100)).isEqualTo(2);
    assertThat(admitted(3, HOUR)).isZero();
    assertThat(admitted(3, HOUR + MILLIS_PER_HOUR)).isEqualTo(3);
    assertThat(admitted(3, HOUR)).isZero();
  }

  @Test
  void charge_clockAheadByAnHourAndBack_theHourGoesOn() {
    assertThat(admitted(3, HOUR)).isEqualTo(3);
    assertThat(admitted(3, HOUR + MILLIS_PER_HOUR)).isEqualTo(3);
    assertThat(admitted(3, HOUR)).isZero();
    assertThat(admitted(3, HOUR + MILLIS_PER_HOUR)).isZero();
  }

  /** The bound: as much as the limit for each other hour, and once more for the right one. */
  @Test
  void charge_clockThatShowsManyHours_costsOneLimitEachAndOneMore() {
    int hours = 20;
    assertThat(admitted(3, HOUR)).isEqualTo(3);
    int more = 0;
    for (int i = 1; i <= hours; i++) {
      more += admitted(3, HOUR + i * 7L * MILLIS_PER_HOUR);
    }
    more += admitted(3, HOUR);
    assertThat(more).isEqualTo(3 * hours + 3);
    assertThat(admitted(3, HOUR + hours * 7L * MILLIS_PER_HOUR)).isZero();
    assertThat(admitted(3, HOUR)).isZero();
  }

  @Test
  void charge_beforeAndAt1970_hoursOfTheirOwn() {
    assertThat(told(limits.charge(TOKEN, perToken(1), -1))).isEqualTo("admitted");
    assertThat(told(limits.charge(TOKEN, perToken(1), -1))).isEqualTo("token full");
    assertThat(told(limits.charge(TOKEN, perToken(1), 0))).isEqualTo("admitted");
  }

  @Test
  void charge_timeBeyondAllHours_throwsAndChargesNothing() {
    assertThatThrownBy(() -> limits.charge(TOKEN, perToken(1), Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
    assertThat(told(limits.charge(TOKEN, perToken(1), HOUR))).isEqualTo("admitted");
  }

  @Test
  void create_noIdsOrTooMany_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> HourlyLimits.withSeed(SEED, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> HourlyLimits.withSeed(SEED, 67_108_865));
    assertThat(told(HourlyLimits.withSeed(SEED, 67_108_864).charge(TOKEN, perToken(1), HOUR)))
        .isEqualTo("admitted");
    assertThat(told(HourlyLimits.withSeed(SEED, 1).charge(TOKEN, perToken(1), HOUR)))
        .isEqualTo("admitted");
  }
}
