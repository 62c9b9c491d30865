package dev.warder.gate.revocation;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.gate.revocation.Revocation.OfAccount;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.Revocation.OfUser;
import dev.warder.gate.revocation.Revocation.OfValue;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What was revoked, in memory, for one process that revokes by itself. After {@link #revoke}
 * returns, every {@link #check} on every thread says so. Nothing is ever taken back: values are
 * forgotten one whole day after the day (UTC) on which they expire, and what expires no later than
 * anything forgotten is {@link RevocationAnswer#UNKNOWN}, so that a clock set back revives nothing;
 * tokens, values that never expire, accounts and users are kept for good.
 *
 * <p>Values and tokens are kept as fingerprints of 64 bits, 11 to 15 bytes each, 26 while growing.
 * So a clear one is never missed, and one that was not revoked is taken for a revoked one with a
 * probability of less than 2 n / 2<sup>64</sup> where n are held: with ten million, one token in
 * 10<sup>12</sup>. The fingerprints are keyed, so that nobody can look for such a token. Accounts
 * and users are kept by name.
 *
 * <p>Readers neither wait nor allocate. A thread that revokes waits for others that revoke.
 */
public final class RevocationSet implements Revocations {
  private static final int VALUE = 1;
  private static final int TOKEN = 2;

  private final InstantSource clock;
  private final SipHash hash;
  private final ConcurrentMap<String, Issuer> issuers = new ConcurrentHashMap<>();
  private final FingerprintTable kept = new FingerprintTable();
  private final ExpiryDays expiring = new ExpiryDays();
  private final Listeners listeners = new Listeners();

  /** An issuer of whom anything was revoked; its number stands for it in fingerprints. */
  private record Issuer(int number, CutOffs accounts, CutOffs users) {}

  private RevocationSet(InstantSource clock, SipHash hash) {
    this.clock = clock;
    this.hash = hash;
  }

  /**
   * Returns an empty set.
   *
   * @param clock tells when what expired can be forgotten; no answer depends on it otherwise
   * @param randomness makes the key of the fingerprints
   */
  public static RevocationSet create(InstantSource clock, SecureRandom randomness) {
    return create(clock, (RandomGenerator) randomness);
  }

  static RevocationSet create(InstantSource clock, RandomGenerator randomness) {
    return new RevocationSet(requireNonNull(clock), SipHash.withKeyOf(randomness));
  }

  /**
   * Revokes, for good. Once this has returned, {@link #check} answers so on every thread, and the
   * listeners were notified. To revoke twice is no error.
   *
   * @throws RuntimeException what a listener threw, or the clock; the others were notified, and it
   *     is revoked
   */
  public void revoke(Revocation revocation) {
    try {
      dropExpired();
    } finally {
      add(revocation);
      listeners.tell(revocation::covers);
    }
  }

  /** Adds without telling anybody, and without forgetting anything. */
  synchronized void add(Revocation revocation) {
    Issuer issuer = issuer(revocation.issuer());
    if (revocation instanceof OfValue value) {
      long fingerprint = fingerprint(VALUE, issuer, value.valueId());
      Optional<Instant> expiresAt = value.expiresAt();
      if (expiresAt.isPresent()) {
        expiring.add(ExpiryDays.day(expiresAt.get()), fingerprint);
      } else {
        kept.add(fingerprint);
      }
    } else if (revocation instanceof OfToken token) {
      kept.add(fingerprint(TOKEN, issuer, token.tokenId()));
    } else if (revocation instanceof OfAccount account) {
      issuer.accounts.add(account.account(), account.issuedBefore());
    } else if (revocation instanceof OfUser user) {
      issuer.users.add(user.user(), user.issuedBefore());
    }
  }

  private Issuer issuer(String name) {
    Issuer issuer = issuers.get(name);
    if (issuer == null) {
      issuer = new Issuer(issuers.size(), new CutOffs(), new CutOffs());
      issuers.put(name, issuer);
    }
    return issuer;
  }

  private long fingerprint(int kind, Issuer issuer, String id) {
    return hash.hash((long) issuer.number << 8 | kind, id);
  }

  @Override
  public RevocationAnswer check(TokenIdentity token) {
    Issuer issuer = issuers.get(token.issuer());
    if (issuer != null && isRevoked(token, issuer)) {
      return RevocationAnswer.REVOKED;
    }
    // After the look-up: what is dropped meanwhile is either found there or known here.
    @Nullable Instant expiresAt = token.expiresAt().orElse(null);
    return expiresAt != null && expiring.isDropped(ExpiryDays.day(expiresAt))
        ? RevocationAnswer.UNKNOWN
        : RevocationAnswer.CLEAR;
  }

  private boolean isRevoked(TokenIdentity token, Issuer issuer) {
    long value = fingerprint(VALUE, issuer, token.valueId());
    @Nullable Instant expiresAt = token.expiresAt().orElse(null);
    return (expiresAt != null && expiring.contains(ExpiryDays.day(expiresAt), value))
        || kept.contains(value)
        || kept.contains(fingerprint(TOKEN, issuer, token.tokenId()))
        || isAccountRevoked(token, issuer)
        || issuer.users.covers(token.user(), token.issuedAt());
  }

  private static boolean isAccountRevoked(TokenIdentity token, Issuer issuer) {
    @Nullable String account = token.account().orElse(null);
    return account != null && issuer.accounts.covers(account, token.issuedAt());
  }

  /** Returns true: all revocations are made here. */
  @Override
  public boolean isCurrent() {
    return true;
  }

  @Override
  @CanIgnoreReturnValue
  public Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> listener) {
    return listeners.add(listener);
  }

  /**
   * Forgets the values that expired on a day (UTC) that is over for a whole day. Each {@link
   * #revoke} does so too.
   */
  public synchronized void dropExpired() {
    expiring.drop(clock.instant());
  }

  /** Returns how many values, tokens, accounts and users are held. */
  public synchronized long size() {
    long size = expiring.size() + kept.size();
    for (Issuer issuer : issuers.values()) {
      size += issuer.accounts.size() + issuer.users.size();
    }
    return size;
  }
}
