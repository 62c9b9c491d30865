package dev.warder.gate.limit;

import dev.warder.model.Limits;

/** What the tests of this package say often. */
final class Charging {
  /** The first millisecond of an hour. */
  static final long HOUR = 1_790_000_000_000L / 3_600_000 * 3_600_000;

  static final long MILLIS_PER_HOUR = 3_600_000;
  static final long SEED = 0x5EED;

  private Charging() {}

  static Limits perToken(int token) {
    return Limits.NONE.withToken(token);
  }

  static Limits perAccount(int account) {
    return Limits.NONE.withAccount(account);
  }

  static Limits perTokenAndAccount(int token, int account) {
    return Limits.NONE.withAccount(account).withToken(token);
  }

  static Limits perClient(int client) {
    return Limits.NONE.withClient(client);
  }

  static ChargedToken token(String id, String account) {
    return ChargedToken.of("https://tokens.example.com", id, account);
  }

  /** Says what a charge came to, in short. */
  static String told(Charge charge) {
    return charge.full().map(full -> full + " full").orElse("admitted");
  }
}
