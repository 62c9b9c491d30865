package dev.warder.gate.limit;

import static dev.warder.gate.limit.Charging.HOUR;
import static dev.warder.gate.limit.Charging.MILLIS_PER_HOUR;
import static dev.warder.gate.limit.Charging.perClient;
import static dev.warder.gate.limit.Charging.perToken;
import static dev.warder.gate.limit.Charging.perTokenAndAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.concurrent.Together;
import dev.warder.model.Limits;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many threads charge at once, exactly what the limits say is admitted. */
class ConcurrentChargesTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 1_000;
  private static final ChargedToken ONE = Charging.token("t-1", "a-1");
  private static final ChargedToken OTHER = Charging.token("t-2", "a-1");

  /** A charge, and which of the things that were charged it was for. */
  private record Charged(int of, Charge charge) {}

  private static long admitted(List<Charged> charges, Predicate<Charged> of) {
    return charges.stream().filter(of).filter(charged -> charged.charge.isAdmitted()).count();
  }

  @Test
  void charge_oneToken_exactlyTheLimit() throws Exception {
    try (Together together = new Together(THREADS)) {
      for (int round = 0; round < ROUNDS / 5; round++) {
        HourlyLimits limits = HourlyLimits.withSeed(round);
        List<Charged> charges =
            together.runNumbered(
                thread ->
                    IntStream.range(0, 500)
                        .mapToObj(i -> new Charged(0, limits.charge(ONE, perToken(1_500), HOUR)))
                        .toList());
        assertThat(admitted(charges, all -> true)).isEqualTo(1_500);
        assertThat(charges.stream().filter(Predicate.not(c -> c.charge.isAdmitted())))
            .hasSize(500)
            .allSatisfy(c -> assertThat(c.charge.full()).contains(LimitKind.TOKEN));
        assertThat(charges.stream().filter(c -> c.charge.isAdmitted()))
            .extracting(c -> c.charge.remaining(LimitKind.TOKEN))
            .doesNotHaveDuplicates();
      }
    }
  }

  /** The account is full before the tokens are, so tokens are taken and given back. */
  @Test
  void charge_twoTokensOfOneAccount_exactlyTheAccountsLimitAndNothingElseCounted()
      throws Exception {
    Limits by = perTokenAndAccount(3, 4);
    try (Together together = new Together(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        HourlyLimits limits = HourlyLimits.withSeed(round);
        List<Charged> charges =
            together.runNumbered(
                thread ->
                    IntStream.range(thread, thread + 6)
                        .map(i -> i % 2)
                        .mapToObj(
                            i -> new Charged(i, limits.charge(i == 0 ? ONE : OTHER, by, HOUR)))
                        .toList());
        long ofOne = admitted(charges, c -> c.of == 0);
        long ofOther = admitted(charges, c -> c.of == 1);
        assertThat(ofOne).isLessThanOrEqualTo(3);
        assertThat(ofOther).isLessThanOrEqualTo(3);
        assertThat(ofOne + ofOther).isEqualTo(4);
        assertThat(limits.charge(ONE, perToken(100), HOUR).remaining(LimitKind.TOKEN))
            .isEqualTo(99 - (int) ofOne);
        assertThat(limits.charge(OTHER, perToken(100), HOUR).remaining(LimitKind.TOKEN))
            .isEqualTo(99 - (int) ofOther);
      }
    }
  }

  /**
   * Three places and one counter that is shared, so with limit 1 four of all are admitted, whoever
   * was first: one more, and an id had two counters.
   */
  @Test
  void charge_newIdsAtOnceInASmallTable_eachEndsAtOneCounter() throws Exception {
    int ids = 10;
    List<ChargedClient> clients =
        IntStream.range(0, ids).mapToObj(i -> ChargedClient.of("192.0.2." + i)).toList();
    try (Together together = new Together(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        HourlyLimits limits = HourlyLimits.withSeed(round, 2);
        List<Charged> charges =
            together.runNumbered(
                thread ->
                    IntStream.range(0, ids)
                        .map(i -> (i * 3 + thread / 2) % ids)
                        .mapToObj(
                            i -> new Charged(i, limits.charge(clients.get(i), perClient(1), HOUR)))
                        .toList());
        assertThat(admitted(charges, all -> true)).isEqualTo(4);
        assertThat(charges.stream().filter(c -> c.charge.isAdmitted()))
            .extracting(Charged::of)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void charge_acrossTheTurn_exactlyTheLimitInEachHour() throws Exception {
    Instant turn = Instant.ofEpochMilli(HOUR);
    try (Together together = new Together(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        HourlyLimits limits = HourlyLimits.withSeed(round);
        List<Charged> charges =
            together.runNumbered(
                thread ->
                    IntStream.range(0, 12)
                        .mapToObj(i -> HOUR + i - 4 - thread)
                        .map(now -> new Charged(0, limits.charge(ONE, perToken(5), now)))
                        .toList());
        long before = admitted(charges, c -> c.charge.resetsAt().equals(turn));
        assertThat(before).isEqualTo(5);
        assertThat(admitted(charges, c -> c.charge.resetsAt().isAfter(turn))).isEqualTo(5);
        assertThat(charges)
            .extracting(c -> c.charge.resetsAt())
            .containsOnly(turn, turn.plusMillis(MILLIS_PER_HOUR));
      }
    }
  }
}
