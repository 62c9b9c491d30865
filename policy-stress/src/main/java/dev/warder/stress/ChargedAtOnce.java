package dev.warder.stress;

import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.model.Limits;
import java.security.SecureRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A token that nobody charged before is charged by two threads, in an hour that nobody saw before,
 * and its limit is one: one of both is admitted.
 */
@JCStressTest
@Outcome(
    id = {"true, false", "false, true"},
    expect = Expect.ACCEPTABLE,
    desc = "one was first")
@Outcome(expect = Expect.FORBIDDEN, desc = "the limit admitted two, or none")
@State
public class ChargedAtOnce {
  private static final ChargedToken TOKEN = ChargedToken.of("i", "t", "a");
  private static final Limits ONE = Limits.NONE.withToken(1);

  private static final SecureRandom RANDOMNESS = new SecureRandom();

  private final HourlyLimits limits = HourlyLimits.create(RANDOMNESS, 2);

  @Actor
  public void charge(ZZ_Result result) {
    result.r1 = limits.charge(TOKEN, ONE, 0).isAdmitted();
  }

  @Actor
  public void chargeToo(ZZ_Result result) {
    result.r2 = limits.charge(TOKEN, ONE, 0).isAdmitted();
  }
}
