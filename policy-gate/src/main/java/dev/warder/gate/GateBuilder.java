package dev.warder.gate;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.engine.PathLimits;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.limit.HourlyLimits;
import dev.warder.gate.limit.RateLimits;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.gate.token.TokenVerifiers;
import dev.warder.model.Catalogue;
import dev.warder.model.Limits;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Gate}. Catalogue with owners, tokens and revocations must be set, or waived by
 * name; all else has a default.
 */
public final class GateBuilder {
  private static final int DEFAULT_WAITING = 8 * 1024;
  private static final int MOST_WAITING = 16 * 1024 * 1024;

  private @Nullable Catalogue catalogue;
  private @Nullable ResourceOwners owners;
  private @Nullable TokenVerifierBuilder tokens;
  private final Map<String, TokenVerifierBuilder> issuers = new LinkedHashMap<>();
  private @Nullable Revocations revocations;
  private @Nullable RateLimits rateLimits;
  private @Nullable Limits limits;
  private PathLimits pathLimits = PathLimits.DEFAULT;
  private @Nullable String realm;
  private @Nullable String resourceMetadata;
  private @Nullable FaultLog faultLog;
  private Disclosure disclosure = Disclosure.CAPABILITIES;
  private boolean isReportOnly;
  private InstantSource clock = InstantSource.system();
  private final ImmutableList.Builder<DecisionListener> listeners = ImmutableList.builder();
  private int mostWaiting = DEFAULT_WAITING;

  GateBuilder() {}

  /** What a gate is made of. */
  record Parts(
      Catalogue catalogue,
      ResourceOwners owners,
      PathLimits pathLimits,
      Supplier<TokenVerifiers> verifiers,
      RateLimits rateLimits,
      @Nullable Limits ownLimits,
      AnswerSettings answers,
      InstantSource clock,
      @Nullable FaultLog faultLog,
      Supplier<@Nullable DecisionFeed> feed) {}

  /**
   * Sets the catalogue that decides requests, and the source of owners.
   *
   * @param owners tell who owns the resources that paths name; {@link
   *     ResourceOwners#checkedByCaller} waives them
   */
  @CanIgnoreReturnValue
  public GateBuilder catalogue(Catalogue catalogue, ResourceOwners owners) {
    checkState(this.catalogue == null, "the catalogue is set already");
    this.catalogue = requireNonNull(catalogue);
    this.owners = requireNonNull(owners);
    return this;
  }

  /**
   * Sets how tokens are verified: all but their revocations, which {@link #revocations} sets or
   * {@link #acceptTokensThatWereRevoked} waives. The gate builds the verifier by this builder.
   */
  @CanIgnoreReturnValue
  public GateBuilder tokens(TokenVerifierBuilder tokens) {
    checkState(this.tokens == null, "the tokens are set already");
    this.tokens = requireNonNull(tokens);
    return this;
  }

  /**
   * Adds one of several issuers whose tokens are accepted, each with keys and a profile of its own.
   * The issuer that {@code iss} names chooses them. Used in place of {@link #tokens}, for two
   * issuers or more.
   *
   * @param accountPrefix what stands before each account that this issuer's tokens name, such as
   *     {@code okta/}: neither empty nor the beginning of another's
   * @throws IllegalStateException when the prefix is given already
   */
  @CanIgnoreReturnValue
  public GateBuilder issuer(String accountPrefix, TokenVerifierBuilder tokens) {
    checkState(
        issuers.putIfAbsent(requireNonNull(accountPrefix), requireNonNull(tokens)) == null,
        "the accounts of two issuers have the prefix %s",
        accountPrefix);
    return this;
  }

  /**
   * Sets the revocations. A {@link dev.warder.gate.revocation.RevocationSet} alone knows what this
   * process revokes by it, and hears nothing of what an authority revokes or rotates in its store:
   * for the tokens of a store, take the gate of its {@code TokenService}.
   */
  @CanIgnoreReturnValue
  public GateBuilder revocations(Revocations revocations) {
    checkState(this.revocations == null, "the revocations are set already");
    this.revocations = requireNonNull(revocations);
    return this;
  }

  /** Accepts tokens until they expire, also revoked ones. */
  @CanIgnoreReturnValue
  public GateBuilder acceptTokensThatWereRevoked() {
    return revocations(Revocations.acceptTokensThatWereRevoked());
  }

  /** Sets the counters of requests. By default a gate counts its own requests, in memory. */
  @CanIgnoreReturnValue
  public GateBuilder rateLimits(RateLimits rateLimits) {
    this.rateLimits = requireNonNull(rateLimits);
    return this;
  }

  /** Sets the limits of requests, instead of each catalogue's limits. */
  @CanIgnoreReturnValue
  public GateBuilder limits(Limits limits) {
    this.limits = requireNonNull(limits);
    return this;
  }

  /** Sets how long paths may be: {@link PathLimits#DEFAULT} unless set. */
  @CanIgnoreReturnValue
  public GateBuilder pathLimits(PathLimits pathLimits) {
    this.pathLimits = requireNonNull(pathLimits);
    return this;
  }

  /**
   * Sets the realm that denials name (RFC 9110, section 11.5): the name of the first catalogue
   * unless set.
   *
   * @throws IllegalArgumentException when it is not of printable ASCII characters, or has a
   *     quotation mark or backslash
   */
  @CanIgnoreReturnValue
  public GateBuilder realm(String realm) {
    checkArgument(
        realm.chars().allMatch(c -> c >= 0x20 && c < 0x7F && c != '"' && c != '\\'),
        "a realm is printable ASCII without quotation mark and backslash");
    this.realm = realm;
    return this;
  }

  /**
   * Sets where clients find the API's metadata, which every challenge then names (RFC 9728, section
   * 5.1): none unless set.
   *
   * @throws IllegalArgumentException when it is no {@code https} address, or an {@code http} one,
   *     without fragment, in printable ASCII
   */
  @CanIgnoreReturnValue
  public GateBuilder resourceMetadata(URI address) {
    String text = address.toString();
    boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    checkArgument(
        isWeb
            && address.getHost() != null
            && address.getRawFragment() == null
            && text.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '"' && c != '\\'),
        "metadata is at an https or http address without fragment: %s",
        address);
    this.resourceMetadata = text;
    return this;
  }

  /** Sets where it is written why tokens are refused: nowhere unless set. */
  @CanIgnoreReturnValue
  public GateBuilder faultLog(FaultLog faultLog) {
    this.faultLog = requireNonNull(faultLog);
    return this;
  }

  /** Sets what denials tell verified callers: {@link Disclosure#CAPABILITIES} unless set. */
  @CanIgnoreReturnValue
  public GateBuilder disclosure(Disclosure disclosure) {
    this.disclosure = requireNonNull(disclosure);
    return this;
  }

  /** Lets every request through, and only reports what would have been denied. */
  @CanIgnoreReturnValue
  public GateBuilder allowEveryRequestAndOnlyReportDenials() {
    this.isReportOnly = true;
    return this;
  }

  /** Sets the clock: {@link InstantSource#system} unless set. */
  @CanIgnoreReturnValue
  public GateBuilder clock(InstantSource clock) {
    this.clock = requireNonNull(clock);
    return this;
  }

  /** Adds a listener, which gets every outcome later, on another thread. */
  @CanIgnoreReturnValue
  public GateBuilder listener(DecisionListener listener) {
    this.listeners.add(listener);
    return this;
  }

  /**
   * Sets how many outcomes may wait for the listeners: 8,192 unless set. Others are dropped and
   * counted.
   *
   * @throws IllegalArgumentException for less than one, or more than 16 mebi
   */
  @CanIgnoreReturnValue
  public GateBuilder mostWaiting(int outcomes) {
    checkArgument(
        outcomes > 0 && outcomes <= MOST_WAITING,
        "from 1 to %s outcomes may wait: %s",
        MOST_WAITING,
        outcomes);
    this.mostWaiting = outcomes;
    return this;
  }

  /**
   * Returns the gate.
   *
   * @throws IllegalStateException when catalogue, tokens or revocations are neither set nor waived,
   *     or revocations are set on the builder of the tokens
   * @throws IllegalArgumentException when the catalogue cannot be compiled, or the accounts of two
   *     issuers could be one
   */
  public Gate build() {
    return build(System::nanoTime, new SecureRandom());
  }

  private Supplier<TokenVerifiers> verifiers(Revocations asked) {
    TokenVerifierBuilder one = tokens;
    Map<String, TokenVerifierBuilder> several = new LinkedHashMap<>(issuers);
    return () ->
        one == null ? TokenVerifiers.ofSeveral(several, asked) : TokenVerifiers.of(one, asked);
  }

  /** Returns the gate, with another monotonic clock and source of randomness. */
  Gate build(LongSupplier nanos, RandomGenerator random) {
    checkState(catalogue != null && owners != null, "set catalogue(…)");
    checkState(
        tokens == null ? !issuers.isEmpty() : issuers.isEmpty(),
        "set tokens(…) for one issuer, or issuer(…) for each of several");
    checkState(revocations != null, "set revocations(…), or acceptTokensThatWereRevoked()");
    AnswerSettings answers =
        new AnswerSettings(
            realm == null ? catalogue.name() : realm, resourceMetadata, disclosure, isReportOnly);
    ImmutableList<DecisionListener> told = listeners.build();
    return new Gate(
        new Parts(
            catalogue,
            owners,
            pathLimits,
            verifiers(revocations),
            rateLimits == null ? HourlyLimits.create(new SecureRandom()) : rateLimits,
            limits,
            answers,
            clock,
            faultLog,
            () ->
                told.isEmpty()
                    ? null
                    : new DecisionFeed(told, mostWaiting, clock, nanos, random.nextLong())));
  }
}
