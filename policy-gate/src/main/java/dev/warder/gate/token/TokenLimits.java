package dev.warder.gate.token;

import dev.warder.model.text.Identifier;
import java.time.Duration;
import java.time.Instant;

/**
 * The limits that a verifier sets for a token, unless its host sets others. An issuer that keeps to
 * them issues tokens that are accepted.
 */
public final class TokenLimits {
  /** How many characters a token has at most. */
  public static final int MOST_CHARACTERS = 8 * 1024;

  /** How many capabilities a token carries at most. */
  public static final int MOST_CAPABILITIES = 1_024;

  /** How many UTF-16 units an identifier, or a capability, has at most. */
  public static final int MOST_OF_AN_IDENTIFIER = Identifier.MOST_UNITS;

  /** How long it is at most from a token's issue to its expiry. */
  public static final Duration LONGEST_LIFETIME = Duration.ofDays(36_500);

  /** The last second that a token can name, and the last that RFC 3339 can write. */
  public static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private TokenLimits() {}
}
