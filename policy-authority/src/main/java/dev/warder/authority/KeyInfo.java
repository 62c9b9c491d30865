package dev.warder.authority;

import dev.warder.gate.token.Algorithm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A signing key as those see it who manage a store: nothing of what it signs by. */
public final class KeyInfo {
  private final SigningKeyRow row;
  private final Algorithm algorithm;
  private final KeyState state;

  private KeyInfo(SigningKeyRow row, KeyState state) {
    this.row = row;
    this.algorithm = row.knownAlgorithm();
    this.state = state;
  }

  /** Returns what names it, as {@code kid} does. */
  public String id() {
    return row.id();
  }

  /** Returns the one algorithm that it is for. */
  public Algorithm algorithm() {
    return algorithm;
  }

  /** Returns when it was made. */
  public Instant createdAt() {
    return row.createdAt();
  }

  /** Returns since when it signs, or from when on. */
  public Instant signsFrom() {
    return row.signsFrom();
  }

  /** Returns when it was retired, or nothing. */
  public Optional<Instant> retiredAt() {
    return row.retiredAt();
  }

  /** Returns what it is for at the time when it was listed. */
  public KeyState state() {
    return state;
  }

  /** Returns id and state, and nothing of the key. */
  @Override
  public String toString() {
    return "key " + id() + ": " + state;
  }

  /** Returns the keys of rows in the order in which they begin to sign, as they are at a time. */
  static List<KeyInfo> of(List<SigningKeyRow> rows, Instant now) {
    String signer = signer(rows, now);
    List<KeyInfo> keys = new ArrayList<>();
    for (SigningKeyRow row : rows) {
      keys.add(new KeyInfo(row, state(row, signer, now)));
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
