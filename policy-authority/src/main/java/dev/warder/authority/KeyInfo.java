package dev.warder.authority;

import dev.warder.gate.token.Algorithm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A signing key as those see it who manage a store: nothing of what it signs by.
 *
 * @param id names it, as {@code kid} does
 * @param algorithm the one that it is for
 * @param createdAt when it was made
 * @param signsFrom since when it signs, or from when on
 * @param retiredAt when it was retired, or nothing
 * @param state what it is for at the time it was asked for
 */
public record KeyInfo(
    String id,
    Algorithm algorithm,
    Instant createdAt,
    Instant signsFrom,
    Optional<Instant> retiredAt,
    KeyState state) {

  /** Returns the keys of rows in the order in which they begin to sign, as they are at a time. */
  static List<KeyInfo> of(List<SigningKeyRow> rows, Instant now) {
    String signer = signer(rows, now);
    List<KeyInfo> keys = new ArrayList<>();
    for (SigningKeyRow row : rows) {
      keys.add(
          new KeyInfo(
              row.id(),
              StoredKeys.algorithm(row.algorithm()),
              row.createdAt(),
              row.signsFrom(),
              row.retiredAt(),
              state(row, signer, now)));
    }
    return List.copyOf(keys);
  }

  private static KeyState state(SigningKeyRow row, String signer, Instant now) {
    if (row.retiredAt().isPresent()) {
      return KeyState.RETIRED;
    }
    if (row.id().equals(signer)) {
      return KeyState.SIGNING;
    }
    return now.isBefore(row.signsFrom()) ? KeyState.WAITING : KeyState.VERIFYING;
  }

  /** Of those that have begun the last, or the first where none has; see {@code KeyRing}. */
  private static String signer(List<SigningKeyRow> rows, Instant now) {
    String signer = "";
    for (SigningKeyRow row : rows) {
      boolean isInUse = row.retiredAt().isEmpty();
      if (isInUse && (signer.isEmpty() || !now.isBefore(row.signsFrom()))) {
        signer = row.id();
      }
    }
    return signer;
  }
}
