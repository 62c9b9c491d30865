package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.token.Algorithm;
import dev.warder.model.Catalogue;
import dev.warder.model.text.Identifier;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link TokenAuthority} for a process without a gate, such as a command or a dashboard.
 * All but the bound must be set. In a process with a gate a {@link TokenService} makes both, so
 * that the gate refuses what the authority revokes.
 */
public final class TokenAuthorityBuilder {
  /** By how much clocks may differ, unless a service sets it. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

  private static final Duration MAX_BOUND = Duration.ofHours(1);

  private @Nullable Store store;
  private @Nullable Catalogue catalogue;
  private @Nullable String issuer;
  private @Nullable String audience;
  private @Nullable Supplier<KeyRing> keys;
  private @Nullable AuditChain audit;
  private @Nullable RevocationFollower follower;
  private boolean isWithoutGate;
  private Duration clockSkew = CLOCK_SKEW;
  private Duration bound = Duration.ofSeconds(1);

  TokenAuthorityBuilder() {}

  /** What an authority is made of. */
  record Parts(
      Store store,
      Catalogue catalogue,
      String issuer,
      String audience,
      Supplier<KeyRing> keys,
      Duration clockSkew,
      AuditChain audit,
      FollowerWait followerWait,
      SecureRandom random) {}

  /** Sets the store that keeps the tokens. */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder store(Store store) {
    this.store = requireNonNull(store);
    return this;
  }

  /** Sets the catalogue, which has the capabilities and lifetimes. */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder catalogue(Catalogue catalogue) {
    this.catalogue = requireNonNull(catalogue);
    return this;
  }

  /**
   * Sets the issuer: {@code iss}. A token keeps its issuer when it is rotated.
   *
   * @throws IllegalArgumentException unless it is 1 to 256 characters without controls
   */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder issuer(String issuer) {
    this.issuer = checkPlain("an issuer", issuer);
    return this;
  }

  /**
   * Sets the audience of values that are issued from now on, also of rotated tokens: {@code aud}.
   *
   * @throws IllegalArgumentException unless it is 1 to 256 characters without controls
   */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder audience(String audience) {
    this.audience = checkPlain("an audience", audience);
    return this;
  }

  private static String checkPlain(String what, String text) {
    checkArgument(
        Identifier.isOne(text), "%s has 1 to 256 characters, none of them a control", what);
    return text;
  }

  /** Sets the keys that sign, as they are read last when a token is signed. */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder keys(FollowedKeys keys) {
    return keys(keys::ring);
  }

  /**
   * Reads the keys that sign now and sets them, for a program that ends soon: it does not follow
   * what other processes rotate.
   *
   * @param first the algorithm of the first key, which is made where the store has none
   * @throws UnreadableKey when they are encrypted by another key, or damaged
   * @throws StoreFailure when the store cannot be read or written
   */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder keysAsTheyAreNow(StoredKeys keys, Algorithm first)
      throws UnreadableKey, StoreFailure {
    KeyRing ring = keys.ring(first);
    return keys(() -> ring);
  }

  /** Builds an authority without keys, which neither signs nor reads tokens' values. */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder withoutKeys() {
    return keys(
        () -> {
          throw new IllegalStateException("this authority was made withoutKeys()");
        });
  }

  /** Sets the keys that sign, read anew for each token. */
  @CanIgnoreReturnValue
  TokenAuthorityBuilder keys(Supplier<KeyRing> keys) {
    this.keys = requireNonNull(keys);
    return this;
  }

  /**
   * Sets the key that chains the audit; it does not belong into the store.
   *
   * @throws IllegalArgumentException for fewer than 32 bytes
   */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder auditKey(byte[] key) {
    this.audit = AuditChain.of(key);
    return this;
  }

  /** Sets by how much clocks may differ where this authority reads a token's value. */
  @CanIgnoreReturnValue
  TokenAuthorityBuilder clockSkew(Duration skew) {
    this.clockSkew = skew;
    return this;
  }

  /** Sets the follower of the store's revocations that the gate of this service asks. */
  @CanIgnoreReturnValue
  TokenAuthorityBuilder follower(RevocationFollower follower) {
    this.follower = requireNonNull(follower);
    return this;
  }

  /**
   * Sets that no gate of this process accepts tokens of the store. Gates of other processes have
   * followers of their own, and a change waits for their bound.
   */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder withoutGateInThisProcess() {
    this.isWithoutGate = true;
    return this;
  }

  /**
   * Sets the bound that all followers keep, in every process: one second unless it is set, and zero
   * where no other process has a gate. Nothing checks that they keep it: a gate with a longer bound
   * accepts a token after {@link TokenAuthority#revoke} returned.
   *
   * @throws IllegalArgumentException when it is negative, or longer than an hour
   */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder bound(Duration bound) {
    checkArgument(
        !bound.isNegative() && bound.compareTo(MAX_BOUND) <= 0,
        "a bound is from 0 seconds to an hour, not %s",
        bound);
    this.bound = requireNonNull(bound);
    return this;
  }

  /**
   * Returns the authority.
   *
   * @throws IllegalStateException when something is not set
   */
  public TokenAuthority build() {
    return build(time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()), new SecureRandom());
  }

  TokenAuthority build(FollowerWait.Pause pause, SecureRandom random) {
    checkState(store != null, "set store(…)");
    checkState(catalogue != null, "set catalogue(…)");
    checkState(issuer != null, "set issuer(…)");
    checkState(audience != null, "set audience(…)");
    checkState(keys != null, "set keys(…)");
    checkState(audit != null, "set auditKey(…)");
    checkState(
        (follower != null) != isWithoutGate,
        "set withoutGateInThisProcess(), or open a TokenService, which has a gate");
    return new TokenAuthority(
        new Parts(
            store,
            catalogue,
            issuer,
            audience,
            keys,
            clockSkew,
            audit,
            new FollowerWait(Optional.ofNullable(follower), bound, pause),
            random));
  }
}
