package dev.warder.model;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * How many requests a provider admits in one clock hour; what is absent is not limited.
 *
 * @param account requests of all tokens of one account
 * @param token requests of one token
 * @param client requests of one client that presents no valid token
 */
public record Limits(OptionalInt account, OptionalInt token, OptionalInt client) {
  /** No limits. */
  public static final Limits NONE =
      new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  /** Checks that no part is null. */
  public Limits {
    requireNonNull(account);
    requireNonNull(token);
    requireNonNull(client);
  }
}
