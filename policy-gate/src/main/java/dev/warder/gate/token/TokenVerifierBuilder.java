package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.gate.revocation.Revocations;
import dev.warder.model.text.Identifier;
import dev.warder.model.text.Quoted;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link TokenVerifier}. Issuer, audience, keys, clock skew and revocations are each set,
 * or waived by name, exactly once; all else has a default.
 */
public final class TokenVerifierBuilder {
  private static final int MOST_CHARACTERS = 1024 * 1024;
  private static final int MOST_SEEN_TOKENS = 16 * 1024 * 1024;
  private static final Duration MOST_SKEW = Duration.ofMinutes(10);

  private @Nullable String issuer;
  private boolean isIssuerSet;
  private @Nullable String audience;
  private boolean isAudienceSet;
  private @Nullable KeySource keys;
  private boolean isWithoutKeys;
  private String accountPrefix = "";
  private @Nullable Duration skew;
  private boolean acceptsNeverExpiring;
  private int mostCharacters = TokenLimits.MOST_CHARACTERS;
  private TokenProfile profile = TokenProfile.strict();
  private boolean acceptsWithoutAccount;
  private @Nullable Revocations revocations;
  private int seenTokens;

  TokenVerifierBuilder() {}

  /** Sets the expected issuer: {@code iss}, compared letter by letter. */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder issuer(String issuer) {
    checkArgument(Identifier.isOne(issuer), "an issuer is text of 1 to 256 characters");
    checkState(!isIssuerSet, "the issuer is set already");
    this.issuer = issuer;
    this.isIssuerSet = true;
    return this;
  }

  /**
   * Accepts tokens whatever their {@code iss}, as long as a key of ours signed them. Ids of tokens
   * then mean something with their issuer alone; but a decision compares accounts by name, so
   * issuers whose keys are in one set must mean one account by one name.
   */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder acceptTokensOfAnyIssuer() {
    checkState(!isIssuerSet, "the issuer is set already");
    this.isIssuerSet = true;
    return this;
  }

  /** Sets the expected audience: one of {@code aud}, compared letter by letter. */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder audience(String audience) {
    checkArgument(Identifier.isOne(audience), "an audience is text of 1 to 256 characters");
    checkState(!isAudienceSet, "the audience is set already");
    this.audience = audience;
    this.isAudienceSet = true;
    return this;
  }

  /** Accepts any audience: also tokens that a client got for another service. */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder acceptTokensForAnyAudience() {
    checkState(!isAudienceSet, "the audience is set already");
    this.isAudienceSet = true;
    return this;
  }

  /** Sets the keys that verify tokens. They stay the same. */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder keys(KeySet keys) {
    return keys(KeySource.of(keys));
  }

  /** Sets the source of the keys that verify tokens. */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder keys(KeySource keys) {
    checkState(this.keys == null, "the keys are set already");
    this.keys = requireNonNull(keys);
    return this;
  }

  /**
   * Verifies no token: all come as claims that somebody else has verified, by {@code
   * Gate.authorizeClaimsVerifiedElsewhere}. A token in an {@code Authorization} field is refused as
   * one of an unknown key.
   */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder acceptOnlyClaimsVerifiedElsewhere() {
    isWithoutKeys = true;
    return keys(KeySource.none());
  }

  /**
   * Sets by how much the issuer's clock may differ from ours. A token is accepted for that much
   * longer, and that much earlier.
   *
   * @throws IllegalArgumentException for a negative one, or more than ten minutes
   */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder clockSkew(Duration skew) {
    checkState(this.skew == null, "the clock skew is set already");
    checkArgument(
        !skew.isNegative() && skew.compareTo(MOST_SKEW) <= 0,
        "the clock skew is from 0 to %s: %s",
        MOST_SKEW,
        skew);
    this.skew = skew;
    return this;
  }

  /** Takes the issuer's clock for ours: a token has expired exactly at its {@code exp}. */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder withoutClockSkew() {
    return clockSkew(Duration.ZERO);
  }

  /** Accepts tokens without {@code exp} that say {@code "expires": "never"}. */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder acceptTokensThatNeverExpire() {
    this.acceptsNeverExpiring = true;
    return this;
  }

  /**
   * Sets how many characters a token may have: 8,192 unless set.
   *
   * @throws IllegalArgumentException for less than one, or more than a mebi
   */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder mostCharacters(int characters) {
    checkArgument(
        characters > 0 && characters <= MOST_CHARACTERS,
        "a token has from 1 to %s characters: %s",
        MOST_CHARACTERS,
        characters);
    this.mostCharacters = characters;
    return this;
  }

  /**
   * Sets what the issuer's tokens look like: {@link TokenProfile#strict} unless set. Keys that are
   * read by a profile are read by the same one.
   */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder profile(TokenProfile profile) {
    this.profile = requireNonNull(profile);
    return this;
  }

  /**
   * Accepts tokens without the claim that names the account, and a profile that names none. Such a
   * token is allowed only what checks no account: its grant fails every check, and no owner is
   * looked up. No account is charged for it, and no revocation of an account covers it. A claim
   * that is there and is not an account is refused all the same.
   */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder acceptTokensWithoutAccount() {
    this.acceptsWithoutAccount = true;
    return this;
  }

  /**
   * Sets the revocations. A gate is the exception: its builder takes the revocations, and refuses a
   * builder of tokens on which they are set.
   */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder revocations(Revocations revocations) {
    checkState(this.revocations == null, "the revocations are set already");
    this.revocations = requireNonNull(revocations);
    return this;
  }

  /** Accepts tokens until they expire, also revoked ones. */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder acceptTokensThatWereRevoked() {
    return revocations(Revocations.acceptTokensThatWereRevoked());
  }

  /**
   * Keeps the tokens verified last, so that one that is seen again costs no signature. Their texts
   * are then in memory until others take their place. None are kept unless set.
   *
   * @param tokens how many, rounded up to eight times a power of two
   * @throws IllegalArgumentException for less than one, or more than 16 mebi
   */
  @CanIgnoreReturnValue
  public TokenVerifierBuilder keepSeenTokens(int tokens) {
    checkArgument(
        tokens > 0 && tokens <= MOST_SEEN_TOKENS,
        "from 1 to %s tokens are kept: %s",
        MOST_SEEN_TOKENS,
        tokens);
    this.seenTokens = tokens;
    return this;
  }

  /**
   * Returns the verifier.
   *
   * @throws IllegalStateException when issuer, audience, keys, clock skew, revocations or the
   *     account are neither set nor waived
   */
  public TokenVerifier build() {
    return buildWith(revocations);
  }

  /**
   * Returns a verifier with these revocations, as a gate builds it. The builder stays as it is.
   *
   * @throws IllegalStateException as above, or when revocations are set on this builder
   */
  public TokenVerifier build(Revocations revocations) {
    checkState(
        this.revocations == null,
        "set the revocations on the gate's builder alone, not on that of its tokens");
    return buildWith(requireNonNull(revocations));
  }

  /** Returns a verifier as above, for one issuer of several. */
  TokenVerifier build(Revocations revocations, String prefix) {
    checkState(issuer != null, "with several issuers each is named: set issuer(…)");
    checkState(
        profile.constantAccount == null || Identifier.isOne(prefix + profile.constantAccount),
        "the account of all tokens has more than 256 characters with the prefix %s",
        Quoted.of(prefix));
    accountPrefix = prefix;
    try {
      return build(revocations);
    } finally {
      accountPrefix = "";
    }
  }

  private TokenVerifier buildWith(@Nullable Revocations asked) {
    checkState(isIssuerSet, "set issuer(…), or acceptTokensOfAnyIssuer()");
    checkState(isAudienceSet, "set audience(…), or acceptTokensForAnyAudience()");
    checkState(keys != null, "set keys(…), or acceptOnlyClaimsVerifiedElsewhere()");
    checkState(skew != null, "set clockSkew(…), or withoutClockSkew()");
    checkState(asked != null, "set revocations(…), or acceptTokensThatWereRevoked()");
    checkState(
        profile.account != null || profile.constantAccount != null || acceptsWithoutAccount,
        "the profile %s names no account: set account(…) or constantAccount(…) in it, or"
            + " acceptTokensWithoutAccount() here",
        profile);
    checkState(
        isWithoutKeys || !keys.rules().leavesOutMoreThan(profile.keys),
        "read the keys by the profile %s too: KeySet.read(file, profile), or profile(…) of"
            + " RemoteKeys",
        profile);
    TokenRules rules =
        new TokenRules(
            issuer,
            audience,
            skew.toMillis(),
            acceptsNeverExpiring,
            acceptsWithoutAccount,
            accountPrefix,
            mostCharacters,
            profile);
    return new TokenVerifier(
        rules, keys, asked, seenTokens == 0 ? null : new SeenTokens(seenTokens));
  }
}
