package dev.warder.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZL_Result;

/** Who knows that a token was revoked, and then verifies it, is refused; on any thread. */
@JCStressTest
@Outcome(
    id = {"false, accepted", "false, revoked", "true, revoked"},
    expect = Expect.ACCEPTABLE,
    desc = "accepted by none who knew")
@Outcome(expect = Expect.FORBIDDEN, desc = "a revoked token was accepted")
@State
public class RevokedBeforeVerified {
  private final Revocation revocation = new Revocation();
  private volatile boolean isDone;

  public RevokedBeforeVerified() {
    // The token is known, and clear, from before.
    Tokens.answer(revocation.verifier);
  }

  @Actor
  public void verify(ZL_Result result) {
    result.r1 = isDone;
    result.r2 = Tokens.answer(revocation.verifier);
  }

  @Actor
  public void revoke() {
    revocation.revoke();
    isDone = true;
  }
}
