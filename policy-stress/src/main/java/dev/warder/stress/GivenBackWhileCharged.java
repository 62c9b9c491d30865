package dev.warder.stress;

import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.gate.limit.LimitKind;
import dev.warder.model.Limits;
import java.security.SecureRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Two requests of a token come at once to an account that has one left: one is admitted, and what
 * was taken of the token for the other is given back, so that eight of ten remain after a third.
 */
@JCStressTest
@Outcome(
    id = {"true, false, 8", "false, true, 8"},
    expect = Expect.ACCEPTABLE,
    desc = "one was first")
@Outcome(expect = Expect.FORBIDDEN, desc = "one too many was admitted, or counted")
@State
public class GivenBackWhileCharged {
  private static final ChargedToken TOKEN = ChargedToken.of("i", "t", "a");
  private static final Limits ONE = Limits.NONE.withAccount(1).withToken(10);
  private static final Limits MORE = Limits.NONE.withAccount(10).withToken(10);

  private static final SecureRandom RANDOMNESS = new SecureRandom();

  private final HourlyLimits limits = HourlyLimits.create(RANDOMNESS, 2);

  @Actor
  public void charge(ZZI_Result result) {
    result.r1 = limits.charge(TOKEN, ONE, 0).isAdmitted();
  }

  @Actor
  public void chargeToo(ZZI_Result result) {
    result.r2 = limits.charge(TOKEN, ONE, 0).isAdmitted();
  }

  @Arbiter
  public void chargeLater(ZZI_Result result) {
    result.r3 = limits.charge(TOKEN, MORE, 0).remaining(LimitKind.TOKEN);
  }
}
