package dev.warder.benchmarks;

import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.revocation.TokenIdentity;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * How many bytes does a revoked token take? The heap in use after a collection, with the set and
 * without, at sizes a tenth apart from one million to ten; and how small a heap suffices for ten
 * million, growing included: run it with less and less {@code -Xmx}.
 *
 * <pre>
 * java -XX:+UseSerialGC -Xmn8m -Xmx208m -cp policy-benchmarks/target/benchmarks.jar \
 *     dev.warder.benchmarks.RevocationMemory
 * </pre>
 */
public final class RevocationMemory {
  private static final int LEAST = 1_000_000;
  private static final int MOST = 10_000_000;

  private RevocationMemory() {}

  /**
   * Prints a line for each size.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    long before = used();
    RevocationSet set = RevocationSet.create(() -> Instant.EPOCH, new SecureRandom());
    double next = LEAST;
    for (int i = 1; i <= MOST; i++) {
      TokenIdentity token = LookUpRevocation.token(i);
      set.revoke(new OfToken(token.issuer(), token.tokenId()));
      if (i >= next || i == MOST) {
        System.out.printf("%,d entries: %.1f bytes each%n", i, (double) (used() - before) / i);
        next *= 1.1;
      }
    }
    if (set.check(LookUpRevocation.token(MOST)) != RevocationAnswer.REVOKED) {
      throw new AssertionError();
    }
  }

  /** Returns the bytes of the heap in use after collections. */
  static long used() {
    // A collection may leave some garbage where it lies, but not four in a row.
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
