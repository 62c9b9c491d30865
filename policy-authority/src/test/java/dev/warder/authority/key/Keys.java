package dev.warder.authority.key;

import dev.warder.gate.token.Algorithm;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys and contents to test with. RSA keys are dear, so one of each kind serves all tests. */
final class Keys {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final SecureRandom RANDOM = new SecureRandom();

  /** What {@link #PLANTED} draws: each byte is this one. */
  static final byte PLANTED_BYTE = (byte) 0xA7;

  static final SecureRandom PLANTED = new FixedRandom();

  private static final Map<Algorithm, SigningKey> SHARED = new EnumMap<>(Algorithm.class);

  private Keys() {}

  static synchronized SigningKey shared(Algorithm algorithm) {
    return SHARED.computeIfAbsent(algorithm, Keys::fresh);
  }

  static SigningKey fresh(Algorithm algorithm) {
    return SigningKey.generate(algorithm, RANDOM, NOW);
  }

  static byte[] bytes(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  static TokenContent content() {
    return content(Optional.of(NOW.plus(Duration.ofDays(30))));
  }

  static TokenContent content(Optional<Instant> expiresAt) {
    return new TokenContent(
        "https://issuer.example",
        "https://api.example",
        "user-1",
        "value-1",
        "token-1",
        "account-1",
        List.of("write:app", "read:app"),
        NOW,
        expiresAt.orElse(null));
  }

  private static final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1;

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, PLANTED_BYTE);
    }
  }
}
