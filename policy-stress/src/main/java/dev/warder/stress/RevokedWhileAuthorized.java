package dev.warder.stress;

import dev.warder.gate.Gate;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.revocation.RevocationSet;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A token is let through by a gate while it is revoked, and not afterwards. */
@JCStressTest
@Outcome(
    id = {"allowed, revoked-token", "revoked-token, revoked-token"},
    expect = Expect.ACCEPTABLE,
    desc = "the request was earlier, or later")
@Outcome(expect = Expect.FORBIDDEN, desc = "a token was let through after it was revoked")
@State
public class RevokedWhileAuthorized {
  private final RevocationSet revocations = Gates.nothingRevoked();
  private final Gate gate = Gates.gate(revocations);

  @Actor
  public void authorize(LL_Result result) {
    result.r1 = Gates.reason(gate);
  }

  @Actor
  public void revoke(LL_Result result) {
    revocations.revoke(new Revocation.OfToken("i", "v"));
    result.r2 = Gates.reason(gate);
  }
}
