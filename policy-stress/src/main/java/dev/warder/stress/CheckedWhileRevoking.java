package dev.warder.stress;

import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.revocation.TokenIdentity;
import java.security.SecureRandom;
import java.time.Instant;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZLL_Result;

/**
 * More is revoked, and the table grows, while others look: what was revoked before is found in the
 * old table and in the new one, and what is revoked now is found by a thread that knows of it.
 */
@JCStressTest
@Outcome(
    id = {"false, REVOKED, CLEAR", "false, REVOKED, REVOKED", "true, REVOKED, REVOKED"},
    expect = Expect.ACCEPTABLE,
    desc = "clear for none who knew")
@Outcome(expect = Expect.FORBIDDEN, desc = "a revoked token was clear")
@State
public class CheckedWhileRevoking {
  private static final TokenIdentity EARLIER = token("earlier");
  private static final TokenIdentity NOW = token("now");

  private final RevocationSet set = RevocationSet.create(() -> Instant.EPOCH, new SecureRandom());
  private volatile boolean isDone;

  public CheckedWhileRevoking() {
    set.revoke(new OfToken("i", "earlier"));
    // Sixteen places take twelve, so the next makes the table grow.
    for (int i = 1; i < 12; i++) {
      set.revoke(new OfToken("i", "t-" + i));
    }
  }

  private static TokenIdentity token(String id) {
    return TokenIdentity.builder()
        .issuer("i")
        .tokenId(id)
        .valueId("v")
        .account("a")
        .user("u")
        .issuedAt(Instant.EPOCH)
        .neverExpiring()
        .build();
  }

  @Actor
  public void revoke() {
    set.revoke(new OfToken("i", "now"));
    isDone = true;
  }

  @Actor
  public void check(ZLL_Result result) {
    result.r1 = isDone;
    RevocationAnswer earlier = set.check(EARLIER);
    result.r2 = earlier.name();
    result.r3 = set.check(NOW).name();
  }
}
