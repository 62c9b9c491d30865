package dev.warder.gate.limit;

import dev.warder.model.Limits;
import java.util.OptionalInt;

/** What the tests of this package say often. */
final class Charging {
  /** The first millisecond of an hour. */
  static final long HOUR = 1_790_000_000_000L / 3_600_000 * 3_600_000;

  static final long MILLIS_PER_HOUR = 3_600_000;
  static final long SEED = 0x5EED;

  private Charging() {}

  static Limits perToken(int token) {
    return new Limits(OptionalInt.empty(), OptionalInt.of(token), OptionalInt.empty());
  }

  static Limits perAccount(int account) {
    return new Limits(OptionalInt.of(account), OptionalInt.empty(), OptionalInt.empty());
  }

  static Limits perTokenAndAccount(int token, int account) {
    return new Limits(OptionalInt.of(account), OptionalInt.of(token), OptionalInt.empty());
  }

  static Limits perClient(int client) {
    return new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(client));
  }

  static ChargedToken token(String id, String account) {
    return ChargedToken.of("https://tokens.example.com", id, account);
  }

  /** Says what a charge came to, in short. */
  static String told(Charge charge) {
    return charge.full().map(full -> full + " full").orElse("admitted");
  }
}
