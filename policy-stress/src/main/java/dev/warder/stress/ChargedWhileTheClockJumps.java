package dev.warder.stress;

import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.model.Limits;
import java.security.SecureRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/**
 * A token of limit two was charged once in an hour. One thread charges it once more in that hour,
 * while another has a clock that is decades ahead: both are admitted, and then the hour is full.
 */
@JCStressTest
@Outcome(id = "true, true, false", expect = Expect.ACCEPTABLE, desc = "each hour has its counts")
@Outcome(expect = Expect.FORBIDDEN, desc = "an hour lost its counts, or counted another's")
@State
public class ChargedWhileTheClockJumps {
  private static final long AHEAD_MILLIS = 3_600_000L * 600_000;
  private static final ChargedToken TOKEN = ChargedToken.of("i", "t", "a");
  private static final Limits TWO = Limits.NONE.withToken(2);

  private static final SecureRandom RANDOMNESS = new SecureRandom();

  private final HourlyLimits limits = HourlyLimits.create(RANDOMNESS, 2);

  /** Charges once, in the hour that goes on. */
  public ChargedWhileTheClockJumps() {
    if (!limits.charge(TOKEN, TWO, 0).isAdmitted()) {
      throw new AssertionError();
    }
  }

  @Actor
  public void charge(ZZZ_Result result) {
    result.r1 = limits.charge(TOKEN, TWO, 0).isAdmitted();
  }

  @Actor
  public void chargeAhead(ZZZ_Result result) {
    result.r2 = limits.charge(TOKEN, TWO, AHEAD_MILLIS).isAdmitted();
  }

  @Arbiter
  public void chargeLater(ZZZ_Result result) {
    result.r3 = limits.charge(TOKEN, TWO, 0).isAdmitted();
  }
}
