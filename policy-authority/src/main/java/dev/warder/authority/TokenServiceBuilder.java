package dev.warder.authority;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateBuilder;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.revocation.RevocationFollowerBuilder;
import dev.warder.gate.revocation.RevocationHead;
import dev.warder.gate.revocation.RevocationLog;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens a {@link TokenService}. Store, encryption key, audit key, mark, catalogue, issuer and
 * audience must be set; all else has a default.
 */
public final class TokenServiceBuilder {
  private static final int SEEN_TOKENS = 10_000;

  @Nullable String place;
  Algorithm algorithm = Algorithm.ES256;
  Duration bound = Duration.ofSeconds(1);
  InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private @Nullable KeyWrapping wrapping;
  private byte @Nullable [] auditKey;
  private @Nullable Path mark;
  private @Nullable RevocationHead head;
  private boolean acceptsAnyLog;
  private @Nullable Catalogue catalogue;
  private @Nullable ResourceOwners owners;
  private @Nullable String issuer;
  private @Nullable String audience;
  private Duration clockSkew = TokenAuthorityBuilder.CLOCK_SKEW;
  private @Nullable Consumer<GateBuilder> gateSettings;

  TokenServiceBuilder() {}

  /** Sets the store that keeps the tokens, as {@link Store#open} takes it. */
  @CanIgnoreReturnValue
  public TokenServiceBuilder store(String place) {
    this.place = requireNonNull(place);
    return this;
  }

  /**
   * Sets the key that encrypts the keys that sign; it does not belong into the store. Where they
   * are stored unencrypted, others than its owner lose their permissions of the store's file.
   */
  @CanIgnoreReturnValue
  public TokenServiceBuilder encryptionKey(KeyWrapping wrapping) {
    this.wrapping = requireNonNull(wrapping);
    return this;
  }

  /**
   * Sets the key that chains the audit, of 32 bytes at least; it does not belong into the store.
   */
  @CanIgnoreReturnValue
  public TokenServiceBuilder auditKey(byte[] key) {
    this.auditKey = key.clone();
    return this;
  }

  /** Sets the mark of this service, as {@link RevocationFollowerBuilder#mark} takes it. */
  @CanIgnoreReturnValue
  public TokenServiceBuilder mark(Path file) {
    this.mark = requireNonNull(file);
    return this;
  }

  /** Sets what the store must have, as {@link RevocationFollowerBuilder#head} takes it. */
  @CanIgnoreReturnValue
  public TokenServiceBuilder head(RevocationHead head) {
    this.head = requireNonNull(head);
    return this;
  }

  /**
   * As {@link RevocationFollowerBuilder#acceptAnyLogWhenThereIsNoMark}: for the first start. Where
   * the mark is lost at each start, set {@link #head} in its place.
   */
  @CanIgnoreReturnValue
  public TokenServiceBuilder acceptAnyLogWhenThereIsNoMark() {
    this.acceptsAnyLog = true;
    return this;
  }

  /**
   * Sets the catalogue that decides requests and has the capabilities and lifetimes of tokens.
   *
   * @throws IllegalStateException when the catalogue is set already
   */
  @CanIgnoreReturnValue
  public TokenServiceBuilder catalogue(Catalogue catalogue, ResourceOwners owners) {
    checkState(this.catalogue == null, "the catalogue is set already");
    this.catalogue = requireNonNull(catalogue);
    this.owners = requireNonNull(owners);
    return this;
  }

  /** Sets the issuer of new tokens, which the gate accepts: {@code iss}. */
  @CanIgnoreReturnValue
  public TokenServiceBuilder issuer(String issuer) {
    this.issuer = requireNonNull(issuer);
    return this;
  }

  /** Sets the audience of new tokens, which the gate accepts: {@code aud}. */
  @CanIgnoreReturnValue
  public TokenServiceBuilder audience(String audience) {
    this.audience = requireNonNull(audience);
    return this;
  }

  /** Sets the algorithm of the first key, where the store has none: {@link Algorithm#ES256}. */
  @CanIgnoreReturnValue
  public TokenServiceBuilder algorithm(Algorithm algorithm) {
    this.algorithm = requireNonNull(algorithm);
    return this;
  }

  /**
   * Sets the bound that all followers of the store keep, in every process: one second. Nothing
   * checks that they agree: a gate with a longer bound than the authority that revokes accepts a
   * token after {@link TokenAuthority#revoke} returned.
   */
  @CanIgnoreReturnValue
  public TokenServiceBuilder bound(Duration bound) {
    this.bound = requireNonNull(bound);
    return this;
  }

  /**
   * Sets by how much clocks of services of one store may differ: five seconds unless set. The
   * service accepts a token for that much longer, and that much earlier, as {@link
   * TokenVerifierBuilder#clockSkew} has it. What was revoked is refused all the same.
   *
   * @throws IllegalArgumentException for a negative one, or more than ten minutes
   */
  @CanIgnoreReturnValue
  public TokenServiceBuilder clockSkew(Duration skew) {
    // Checked here, where it is set, and not when the service is opened.
    TokenVerifierBuilder unused = TokenVerifier.builder().clockSkew(skew);
    this.clockSkew = skew;
    return this;
  }

  /** Sets the clock of all parts: {@link InstantSource#system}. */
  @CanIgnoreReturnValue
  public TokenServiceBuilder clock(InstantSource clock) {
    this.clock = requireNonNull(clock);
    return this;
  }

  /**
   * Sets what else the gate needs, such as limits and listeners. Catalogue, tokens and revocations
   * are set before; to set them again fails when the service is opened.
   *
   * @throws IllegalStateException when the gate is set already: the first settings would be lost
   */
  @CanIgnoreReturnValue
  public TokenServiceBuilder gate(Consumer<GateBuilder> settings) {
    checkState(this.gateSettings == null, "the gate is set already");
    this.gateSettings = requireNonNull(settings);
    return this;
  }

  /**
   * Opens the store, reads its keys and revocations, and returns the service.
   *
   * @throws IllegalStateException when something is not set
   * @throws IllegalArgumentException when something that is set is not as it should be
   * @throws UnreadableKey when the keys that sign are encrypted by another key, or damaged
   * @throws StoreFailure when the store cannot be opened, read or written
   * @throws IOException when the revocations or the mark cannot be read or written
   */
  public TokenService open() throws UnreadableKey, StoreFailure, IOException {
    checkState(place != null, "set store(…)");
    checkState(wrapping != null, "set encryptionKey(…)");
    checkState(auditKey != null, "set auditKey(…)");
    checkState(mark != null, "set mark(…)");
    checkState(catalogue != null && owners != null, "set catalogue(…)");
    checkState(issuer != null, "set issuer(…)");
    checkState(audience != null, "set audience(…)");
    return TokenService.open(this);
  }

  byte[] auditKey() {
    return requireNonNull(auditKey);
  }

  StoredKeys storedKeys(Store store) {
    return StoredKeys.of(store, requireNonNull(wrapping), auditKey(), random);
  }

  RevocationFollower follower(RevocationLog log) {
    RevocationFollowerBuilder builder =
        RevocationFollower.builder(log)
            .mark(requireNonNull(mark))
            .clock(clock)
            .randomness(random)
            .bound(bound);
    if (head != null) {
      builder.head(head);
    }
    if (acceptsAnyLog) {
      builder.acceptAnyLogWhenThereIsNoMark();
    }
    return builder.build();
  }

  TokenAuthority authority(Store store, FollowedKeys keys, RevocationFollower follower) {
    return TokenAuthority.builder()
        .store(store)
        .catalogue(requireNonNull(catalogue))
        .issuer(requireNonNull(issuer))
        .audience(requireNonNull(audience))
        .keys(keys)
        .clockSkew(clockSkew)
        .auditKey(auditKey())
        .follower(follower)
        .bound(bound)
        .build();
  }

  Gate gate(Store store, FollowedKeys keys, RevocationFollower follower) {
    GateBuilder builder =
        Gate.builder()
            .catalogue(requireNonNull(catalogue), requireNonNull(owners))
            .tokens(
                TokenVerifier.builder()
                    .issuer(requireNonNull(issuer))
                    .audience(requireNonNull(audience))
                    .keys(keys.source())
                    .clockSkew(clockSkew)
                    .acceptTokensThatNeverExpire()
                    .keepSeenTokens(SEEN_TOKENS))
            .revocations(follower)
            .clock(clock)
            .listener(LastUsed.of(store));
    if (gateSettings != null) {
      gateSettings.accept(builder);
    }
    return builder.build();
  }
}
