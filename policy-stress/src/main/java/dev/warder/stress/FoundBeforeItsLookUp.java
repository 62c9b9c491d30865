package dev.warder.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * A thread that revokes a token may have found it where another published it and did not look it up
 * yet. What any thread verifies after that is refused.
 */
@JCStressTest
@Outcome(
    id = {"accepted, accepted, revoked, revoked", "revoked, accepted, revoked, revoked"},
    expect = Expect.ACCEPTABLE,
    desc = "what was accepted was asked before")
@Outcome(expect = Expect.FORBIDDEN, desc = "a revoked token was accepted")
@State
public class FoundBeforeItsLookUp {
  private final Revocation revocation = new Revocation();

  @Actor
  public void verify(LLLL_Result result) {
    result.r1 = Tokens.answer(revocation.verifier);
  }

  @Actor
  public void verifyAndRevoke(LLLL_Result result) {
    result.r2 = Tokens.answer(revocation.verifier);
    revocation.revoke();
    result.r3 = Tokens.answer(revocation.verifier);
  }

  @Arbiter
  public void verifyLater(LLLL_Result result) {
    result.r4 = Tokens.answer(revocation.verifier);
  }
}
