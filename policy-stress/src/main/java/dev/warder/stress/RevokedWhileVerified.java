package dev.warder.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A token is verified for the first time while it is revoked: afterwards nobody accepts it. */
@JCStressTest
@Outcome(
    id = {"accepted, revoked", "revoked, revoked"},
    expect = Expect.ACCEPTABLE,
    desc = "the verification was earlier, or later")
@Outcome(expect = Expect.FORBIDDEN, desc = "a revoked token was accepted")
@State
public class RevokedWhileVerified {
  private final Revocation revocation = new Revocation();

  @Actor
  public void verify(LL_Result result) {
    result.r1 = Tokens.answer(revocation.verifier);
  }

  @Actor
  public void revoke() {
    revocation.revoke();
  }

  @Arbiter
  public void verifyLater(LL_Result result) {
    result.r2 = Tokens.answer(revocation.verifier);
  }
}
