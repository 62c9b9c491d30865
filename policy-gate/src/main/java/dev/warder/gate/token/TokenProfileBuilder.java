package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.text.Identifier;
import dev.warder.model.text.Quoted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link TokenProfile}. What is not set stays as in the profile that it began with. A
 * profile that loosens what tells access tokens from others, or for whom a token is, is built only
 * with requirements in return: {@link #build} says which are lacking.
 */
public final class TokenProfileBuilder {
  /** Members that choose a key, or change what the signature covers; and those with a meaning. */
  private static final ImmutableSet<String> NEVER_IGNORED =
      ImmutableSet.of("alg", "kid", "typ", "crit", "jku", "jwk", "x5u", "x5c", "b64", "zip", "cty");

  String name = "custom";
  ImmutableSet<String> types = ImmutableSet.of("at+jwt");
  boolean acceptsNoType;
  ImmutableSet<String> ignoredHeaders = ImmutableSet.of();
  boolean acceptsNoKeyId;
  @Nullable ClaimPath account = ClaimPath.claim("account");
  @Nullable String constantAccount;
  ClaimPath subject = ClaimPath.claim("sub");
  ClaimPath tokenId = ClaimPath.claim("token_id");
  boolean isTokenIdOptional = true;
  ClaimPath valueId = ClaimPath.claim("jti");
  boolean derivesValueId;
  CapabilityClaim capabilities =
      new CapabilityClaim(ClaimPath.claim("capabilities"), CapabilityClaim.Form.LIST, null, false);
  final List<RequiredClaim> required = new ArrayList<>();
  final AcceptedSenders senders = new AcceptedSenders();
  boolean acceptsOtherTokens;
  boolean isAudienceOptional;
  boolean isAudienceChosen;
  boolean acceptsSenderBound;
  ImmutableSet<Algorithm> algorithms = KeyRules.STRICT.algorithms();
  boolean acceptsKeysWithoutAlgorithm;
  Duration longestLifetime = TokenLimits.LONGEST_LIFETIME;

  TokenProfileBuilder() {}

  @CanIgnoreReturnValue
  TokenProfileBuilder named(String name) {
    this.name = name;
    return this;
  }

  /**
   * Sets the values of {@code typ} that are accepted: {@code at+jwt} unless set. They are media
   * types: letters of either case, with or without {@code application/} before.
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder types(String first, String... others) {
    return types(ImmutableList.<String>builder().add(first).add(others).build());
  }

  @CanIgnoreReturnValue
  TokenProfileBuilder types(ImmutableList<String> all) {
    all.forEach(type -> checkArgument(Identifier.isOne(type), "a type has 1 to 256 characters"));
    types = all.stream().map(TokenProfile::normalizedType).collect(ImmutableSet.toImmutableSet());
    acceptsNoType = false;
    return this;
  }

  /** Accepts tokens without {@code typ} too. Comes after {@link #types}. */
  @CanIgnoreReturnValue
  public TokenProfileBuilder acceptTokensWithoutType() {
    acceptsNoType = true;
    return this;
  }

  /**
   * Ignores members of the header besides {@code alg}, {@code kid} and {@code typ}: none unless
   * set.
   *
   * @throws IllegalArgumentException for a member that chooses a key or changes what is signed
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder ignoreHeaders(String... members) {
    for (String member : members) {
      checkArgument(
          !NEVER_IGNORED.contains(member) && Identifier.isOne(member),
          "the header member %s is never ignored",
          Quoted.of(member));
    }
    ignoredHeaders = ImmutableSet.copyOf(members);
    return this;
  }

  /** Accepts a token without {@code kid}, by a key without one that is the only key of its set. */
  @CanIgnoreReturnValue
  public TokenProfileBuilder acceptTokensAndKeysWithoutKeyId() {
    acceptsNoKeyId = true;
    return this;
  }

  /** Sets which claim names the account: {@code account} unless set. */
  @CanIgnoreReturnValue
  public TokenProfileBuilder account(ClaimPath claim) {
    account = claim;
    constantAccount = null;
    return this;
  }

  /**
   * Gives all tokens one account, whatever they say. Asks for {@link #acceptedClients} or {@link
   * #acceptedSubjects}.
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder constantAccount(String account) {
    checkArgument(Identifier.isOne(account), "an account is text of 1 to 256 characters");
    constantAccount = account;
    this.account = null;
    return this;
  }

  /** Names no account: the profile's user has to. */
  void noAccount() {
    account = null;
    constantAccount = null;
  }

  /** Sets which claim names the user: {@code sub} unless set. */
  @CanIgnoreReturnValue
  public TokenProfileBuilder subject(ClaimPath claim) {
    subject = claim;
    return this;
  }

  /**
   * Sets which claim names the token for revocation and limits, whatever its value. It must be in
   * each token. Unless set it is {@code token_id}, or the value's id where there is none.
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder tokenId(ClaimPath claim) {
    tokenId = claim;
    isTokenIdOptional = false;
    return this;
  }

  /** Sets which claim names the token, and the value's id stands for one that is not there. */
  @CanIgnoreReturnValue
  public TokenProfileBuilder tokenIdOrValueId(ClaimPath claim) {
    tokenId = claim;
    isTokenIdOptional = true;
    return this;
  }

  /** Sets which claim names the value of a token: {@code jti} unless set. */
  @CanIgnoreReturnValue
  public TokenProfileBuilder valueId(ClaimPath claim) {
    valueId = claim;
    derivesValueId = false;
    return this;
  }

  /**
   * Gives a token without {@code jti} the id {@code derived:} and the SHA-256 of what was signed.
   * Such a value cannot be named before it was seen, so this asks for a {@link #tokenId}.
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder deriveValueId() {
    valueId = ClaimPath.claim("jti");
    derivesValueId = true;
    return this;
  }

  /**
   * Sets which claim carries the capabilities, as a list, or as one text with single spaces
   * between.
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder capabilities(ClaimPath claim) {
    capabilities = capabilities.at(claim, CapabilityClaim.Form.LIST_OR_TEXT);
    return this;
  }

  /** Sets which claim carries the capabilities, as a list alone. */
  @CanIgnoreReturnValue
  public TokenProfileBuilder capabilitiesAsList(ClaimPath claim) {
    capabilities = capabilities.at(claim, CapabilityClaim.Form.LIST);
    return this;
  }

  /** Sets which claim carries the capabilities, as one text alone (RFC 9068, section 2.2.3). */
  @CanIgnoreReturnValue
  public TokenProfileBuilder capabilitiesAsText(ClaimPath claim) {
    capabilities = capabilities.at(claim, CapabilityClaim.Form.TEXT);
    return this;
  }

  /**
   * Sets what the values of that claim stand for, and drops all others. A value that is dropped may
   * be any text.
   *
   * @param raws for each value the raw strings of capabilities
   * @throws IllegalArgumentException when one is no raw string of a capability
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder map(Map<String, List<String>> raws) {
    capabilities = capabilities.mapping(raws, false);
    return this;
  }

  /** Sets what some values of that claim stand for; others are raw strings themselves. */
  @CanIgnoreReturnValue
  public TokenProfileBuilder mapAndKeepOthers(Map<String, List<String>> raws) {
    capabilities = capabilities.mapping(raws, true);
    return this;
  }

  /**
   * Requires a claim. What is required more than once must be met each time.
   *
   * @param values the values accepted, compared letter by letter ({@code true} and {@code false}
   *     stand for the truth values too); none for any value but null
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder require(ClaimPath claim, String... values) {
    required.add(new RequiredClaim(claim, ImmutableSet.copyOf(values)));
    return this;
  }

  /**
   * Accepts other tokens of the issuer as well, such as ID tokens: they are meant. Otherwise a
   * profile of tokens whose type does not say what they are asks for {@link #require}.
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder acceptOtherTokensOfTheIssuer() {
    acceptsOtherTokens = true;
    return this;
  }

  /**
   * Accepts tokens of some clients alone, by a claim that the issuer sets, such as {@code azp}.
   *
   * @throws IllegalArgumentException for no client, an empty one, or a claim that is given already
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder acceptedClients(ClaimPath claim, String... clients) {
    senders.acceptClients(claim, ImmutableSet.copyOf(clients));
    return this;
  }

  /**
   * Accepts tokens of some subjects or owners alone, by a claim that the issuer sets and whose
   * values never change or change hands.
   *
   * @throws IllegalArgumentException for no subject, an empty one, or a claim that is given already
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder acceptedSubjects(ClaimPath claim, String... subjects) {
    senders.acceptSubjects(claim, ImmutableSet.copyOf(subjects));
    return this;
  }

  /**
   * Accepts tokens without {@code aud}. Asks for {@link #acceptedClients} or {@link
   * #acceptedSubjects}.
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder acceptTokensWithoutAudience() {
    isAudienceOptional = true;
    return this;
  }

  /**
   * Says that who asks for a token chooses its audience, so that the audience proves nothing. Asks
   * for {@link #acceptedClients} or {@link #acceptedSubjects}.
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder audienceIsChosenByTheRequester() {
    isAudienceChosen = true;
    return this;
  }

  /**
   * Accepts tokens that are bound to a key of their sender ({@code cnf}: RFC 8705, RFC 9449) from
   * anybody who presents them, as if they were not bound.
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder acceptSenderBoundTokensAsBearerTokens() {
    acceptsSenderBound = true;
    return this;
  }

  /** Sets which algorithms are accepted: all that there are unless set. */
  @CanIgnoreReturnValue
  public TokenProfileBuilder algorithms(Algorithm first, Algorithm... others) {
    algorithms = Sets.immutableEnumSet(first, others);
    return this;
  }

  /** Uses keys without {@code alg}, where one alone of the algorithms is for keys like them. */
  @CanIgnoreReturnValue
  public TokenProfileBuilder acceptKeysWithoutAlgorithm() {
    acceptsKeysWithoutAlgorithm = true;
    return this;
  }

  /**
   * Sets how long the time from {@code iat} to {@code exp} may be: 36,500 days unless set.
   *
   * @throws IllegalArgumentException for less than a second, or more than 36,500 days
   */
  @CanIgnoreReturnValue
  public TokenProfileBuilder longestLifetime(Duration lifetime) {
    checkArgument(
        lifetime.toSeconds() > 0 && lifetime.compareTo(TokenLimits.LONGEST_LIFETIME) <= 0,
        "a lifetime is from a second to 36500 days: %s",
        lifetime);
    longestLifetime = lifetime;
    return this;
  }

  /**
   * Returns the profile.
   *
   * @throws IllegalStateException when a requirement is lacking, or a claim would mean two things
   */
  public TokenProfile build() {
    List<ProfileLack> lacks = lacks();
    if (!lacks.isEmpty()) {
      throw new IllegalStateException(lacks.get(0).message());
    }
    return new TokenProfile(this);
  }

  /** Returns the profile even where a required list is missing. No verifier may use it. */
  TokenProfile buildIncomplete() {
    return new TokenProfile(this);
  }

  /** Returns all that is lacking. */
  List<ProfileLack> lacks() {
    List<ProfileLack> lacks = new ArrayList<>();
    senders.lack().ifPresent(lacks::add);
    boolean isTypeTelling = !acceptsNoType && types.equals(ImmutableSet.of("at+jwt"));
    boolean isClaimTelling = required.stream().anyMatch(RequiredClaim::isTelling);
    if (!isTypeTelling && !isClaimTelling && !acceptsOtherTokens) {
      lacks.add(ProfileLack.OF_TYPES);
    }
    if (senders.areAll() && (isAudienceOptional || isAudienceChosen)) {
      lacks.add(ProfileLack.OF_AUDIENCE);
    }
    if (senders.areAll() && constantAccount != null) {
      lacks.add(ProfileLack.OF_CONSTANT_ACCOUNT);
    }
    lacks.addAll(
        new ProfileClaims(account, tokenId, isTokenIdOptional, derivesValueId, capabilities)
            .lacks());
    return lacks;
  }
}
