package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.concurrent.Together;
import dev.warder.gate.revocation.Revocation.OfAccount;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What was revoked stays so on every thread, while two revoke, tables grow and days are dropped.
 */
class ConcurrentRevocationTest {
  private static final int TOKENS = 60_000;

  private final RevocationSet set = RevocationSet.create(() -> Tokens.ISSUED, new Random(1));

  /** How many of the even and of the odd tokens were revoked. */
  private final AtomicInteger[] revoked = {new AtomicInteger(), new AtomicInteger()};

  /** Of ten kinds in turn, each with a name of its own; they expire on eighty days. */
  private static TokenIdentity token(int i) {
    String name = "n-" + i;
    Instant expiry = Tokens.EXPIRES.plusSeconds(86_400L * (i / 10 % 80));
    return new TokenIdentity(Tokens.ISSUER, name, name, name, name, Tokens.ISSUED, expiry);
  }

  private void revoke(int i) {
    switch (i % 10) {
      case 0 -> set.revoke(Revocation.ofToken(token(i)));
      case 1 -> set.revoke(new OfAccount(Tokens.ISSUER, "n-" + i, Tokens.ISSUED.plusSeconds(1)));
      default -> set.revoke(Revocation.ofValue(token(i)));
    }
  }

  private Callable<Boolean> revoker(int parity) {
    return () -> {
      for (int i = 0; i < TOKENS / 2; i++) {
        revoke(2 * i + parity);
        revoked[parity].incrementAndGet();
      }
      return true;
    };
  }

  private Callable<Boolean> checker(int seed) {
    return () -> {
      Random random = new Random(seed);
      int known = 0;
      while (known < TOKENS / 2) {
        int parity = random.nextInt(2);
        known = revoked[parity].get();
        for (int i = 1; i <= 20 && known > 0; i++) {
          int one = i == 1 ? known - 1 : random.nextInt(known);
          TokenIdentity token = token(2 * one + parity);
          assertThat(set.check(token)).isEqualTo(RevocationAnswer.REVOKED);
        }
      }
      return true;
    };
  }

  @Test
  void check_onceRevokeReturned_revokedOnEveryThread() throws Exception {
    try (Together threads = new Together(4)) {
      threads.run(revoker(0), revoker(1), checker(2), checker(3));
    }
    assertThat(set.size()).isEqualTo(TOKENS);
    for (int i = 0; i < TOKENS; i++) {
      assertThat(set.check(token(i))).isEqualTo(RevocationAnswer.REVOKED);
      assertThat(set.check(token(TOKENS + i))).isEqualTo(RevocationAnswer.CLEAR);
    }
  }

  /** Days are dropped one by one: a value is revoked, and then unknown, and never clear between. */
  @Test
  void check_whileDaysAreDropped_neverClear() throws Exception {
    AtomicInteger day = new AtomicInteger();
    RevocationSet dropping =
        RevocationSet.create(() -> Tokens.ISSUED.plusSeconds(86_400L * day.get()), new Random(1));
    TokenIdentity[] tokens = new TokenIdentity[800];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = token(i);
      dropping.revoke(Revocation.ofValue(tokens[i]));
    }
    try (Together threads = new Together(2)) {
      threads.run(
          () -> {
            while (dropping.size() > 0) {
              day.incrementAndGet();
              dropping.dropExpired();
            }
            return true;
          },
          () -> {
            for (int i = 0; dropping.size() > 0; i++) {
              assertThat(dropping.check(tokens[i % tokens.length]))
                  .isNotEqualTo(RevocationAnswer.CLEAR);
            }
            return true;
          });
    }
    for (TokenIdentity token : tokens) {
      assertThat(dropping.check(token)).isEqualTo(RevocationAnswer.UNKNOWN);
    }
  }
}
