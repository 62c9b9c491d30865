package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.authority.key.KeyRing;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.model.Catalogue;
import dev.warder.model.text.Identifier;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a {@link TokenAuthority}. All but the bound must be said. */
public final class TokenAuthorityBuilder {
  private @Nullable Store store;
  private @Nullable Catalogue catalogue;
  private @Nullable String issuer;
  private @Nullable String audience;
  private @Nullable Supplier<KeyRing> keys;
  private @Nullable AuditChain audit;
  private @Nullable RevocationFollower follower;
  private boolean isWithoutGate;
  private Duration bound = Duration.ofSeconds(1);

  TokenAuthorityBuilder() {}

  /** What an authority is made of. */
  record Parts(
      Store store,
      Catalogue catalogue,
      String issuer,
      String audience,
      Supplier<KeyRing> keys,
      AuditChain audit,
      FollowerWait followerWait,
      SecureRandom random) {}

  /** Says where tokens are kept. */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder store(Store store) {
    this.store = requireNonNull(store);
    return this;
  }

  /** Says which capabilities and lifetimes there are. */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder catalogue(Catalogue catalogue) {
    this.catalogue = requireNonNull(catalogue);
    return this;
  }

  /**
   * Says who issues: {@code iss}. A token keeps its issuer when it is rotated.
   *
   * @throws IllegalArgumentException unless it is 1 to 256 characters without controls
   */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder issuer(String issuer) {
    this.issuer = checkPlain("an issuer", issuer);
    return this;
  }

  /**
   * Says for whom values are that are issued from now on, those of rotated tokens too: {@code aud}.
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

  /** Says by which keys tokens are signed, asked anew for each token. */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder keys(Supplier<KeyRing> keys) {
    this.keys = requireNonNull(keys);
    return this;
  }

  /**
   * Says by which key the audit is chained; it does not belong into the store.
   *
   * @throws IllegalArgumentException for fewer than 32 bytes
   */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder auditKey(byte[] key) {
    this.audit = AuditChain.of(key);
    return this;
  }

  /** Says which follower of {@link Store#revocations} this process's gates ask. */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder follower(RevocationFollower follower) {
    this.follower = requireNonNull(follower);
    return this;
  }

  /**
   * Says, in the place of {@link #follower}, that no gate of this process lets tokens of the store
   * through: those of other processes have followers of their own.
   */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder withoutGateInThisProcess() {
    this.isWithoutGate = true;
    return this;
  }

  /** Says which bound all followers keep, in every process. One second unless said. */
  @CanIgnoreReturnValue
  public TokenAuthorityBuilder bound(Duration bound) {
    this.bound = requireNonNull(bound);
    return this;
  }

  /**
   * Returns the authority.
   *
   * @throws IllegalStateException when something was not said, or both of what excludes the other
   */
  public TokenAuthority build() {
    return build(time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()), new SecureRandom());
  }

  TokenAuthority build(FollowerWait.Pause pause, SecureRandom random) {
    checkState(store != null, "say store(…)");
    checkState(catalogue != null, "say catalogue(…)");
    checkState(issuer != null, "say issuer(…)");
    checkState(audience != null, "say audience(…)");
    checkState(keys != null, "say keys(…)");
    checkState(audit != null, "say auditKey(…)");
    checkState(
        (follower != null) != isWithoutGate, "say follower(…) or withoutGateInThisProcess()");
    return new TokenAuthority(
        new Parts(
            store,
            catalogue,
            issuer,
            audience,
            keys,
            audit,
            new FollowerWait(Optional.ofNullable(follower), bound, pause),
            random));
  }
}
