package dev.warder.stress;

import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.token.ReplaceableKeys;
import dev.warder.gate.token.TokenVerifier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A token is verified while its key is removed: what is kept of it serves nobody afterwards. */
@JCStressTest
@Outcome(
    id = {"accepted, unknown-key", "unknown-key, unknown-key"},
    expect = Expect.ACCEPTABLE,
    desc = "the verification was earlier, or later")
@Outcome(expect = Expect.FORBIDDEN, desc = "a key that was gone accepted a token")
@State
public class KeyRemovedWhileVerified {
  private final ReplaceableKeys keys = new ReplaceableKeys(Tokens.WITH_KEY);
  private final TokenVerifier verifier =
      Tokens.verifier(keys, Revocations.acceptTokensThatWereRevoked());

  @Actor
  public void verify(LL_Result result) {
    result.r1 = Tokens.answer(verifier);
  }

  @Actor
  public void remove() {
    keys.replace(Tokens.WITHOUT_KEY);
  }

  @Arbiter
  public void verifyLater(LL_Result result) {
    result.r2 = Tokens.answer(verifier);
  }
}
