package dev.warder.gate.token;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text says that may be a token, for somebody who looks at it: read without any key, so that
 * anybody may have written it. Nothing is decided on it, and no {@link AccessToken} comes of it.
 * Immutable and safe for use by many threads.
 */
public final class UnverifiedToken {
  private static final TokenProfile WITH_SCOPE =
      TokenProfile.builder().capabilitiesAsText(ClaimPath.claim("scope")).build();
  private static final Splitter DOTS = Splitter.on('.');

  private final @Nullable String header;
  private final @Nullable String claims;
  private final ImmutableList<TokenFault> faults;
  private final ImmutableList<String> profiles;
  private final @Nullable String derivedValueId;
  private final TokenProfile profile;

  private UnverifiedToken(
      @Nullable String header,
      @Nullable String claims,
      Set<TokenFault> faults,
      List<String> profiles,
      @Nullable String derivedValueId,
      TokenProfile profile) {
    this.header = header;
    this.claims = claims;
    this.faults = ImmutableList.copyOf(faults);
    this.profiles = ImmutableList.copyOf(profiles);
    this.derivedValueId = derivedValueId;
    this.profile = profile;
  }

  /**
   * Returns what a text says, and what is wrong with it under the strict profile; but the
   * capabilities may stand in {@code scope} too. Every text is taken, whatever it is.
   *
   * @param now the time by which expiry and the like are judged, without a clock skew
   */
  public static UnverifiedToken inspect(String text, Instant now) {
    return inspectBy(text, now, null);
  }

  /**
   * Returns what a text says, and what is wrong with it under a profile. Every text is taken,
   * whatever it is.
   *
   * @param now the time by which expiry and the like are judged, without a clock skew
   */
  public static UnverifiedToken inspect(String text, Instant now, TokenProfile profile) {
    return inspectBy(text, now, profile);
  }

  private static UnverifiedToken inspectBy(String text, Instant now, @Nullable TokenProfile given) {
    Set<TokenFault> faults = new LinkedHashSet<>();
    note(
        faults,
        () -> {
          var unused = CompactToken.parse(text, TokenLimits.MOST_CHARACTERS).header();
        });
    List<String> parts = DOTS.limit(3).splitToList(text);
    byte @Nullable [] header = Base64Url.decode(parts.get(0));
    byte @Nullable [] claims = parts.size() < 3 ? null : Base64Url.decode(parts.get(1));
    boolean hasHeader = parts.size() == 3 && header != null && header.length > 0;
    boolean hasClaims = claims != null && claims.length > 0;
    @Nullable Map<String, @Nullable Object> members = hasHeader ? object(faults, header) : null;
    Set<TokenFault> faultsOfClaims = new LinkedHashSet<>();
    @Nullable Map<String, @Nullable Object> said =
        hasClaims ? object(faultsOfClaims, claims) : null;
    boolean isReadable = faults.isEmpty() && faultsOfClaims.isEmpty();
    TokenProfile profile = given == null ? profile(said) : given;
    if (members != null) {
      noteHeader(faults, members, profile);
    }
    faults.addAll(faultsOfClaims);
    if (said != null) {
      noteClaims(faults, said, profile);
      note(faults, () -> Validity.read(said).check(Validity.millis(now), 0));
    }
    return new UnverifiedToken(
        parts.size() < 3 ? null : text(header),
        text(claims),
        faults,
        isReadable && members != null && said != null ? fitting(members, said) : List.of(),
        isReadable && said != null ? derivedValueId(text, said, profile) : null,
        profile);
  }

  /** Returns the id that a profile derives, or null where it derives none of this text. */
  private static @Nullable String derivedValueId(
      String text, Map<String, @Nullable Object> claims, TokenProfile profile) {
    if (!profile.derivesValueId || profile.valueId.isIn(claims)) {
      return null;
    }
    try {
      byte[] signed = CompactToken.parse(text, TokenLimits.MOST_CHARACTERS).signingInput();
      return Claims.valueId(claims, profile, signed);
    } catch (TokenRejected e) {
      return null;
    }
  }

  private static TokenProfile profile(@Nullable Map<String, @Nullable Object> claims) {
    boolean isScope =
        claims != null && claims.containsKey("scope") && !claims.containsKey("capabilities");
    return isScope ? WITH_SCOPE : TokenProfile.strict();
  }

  private static @Nullable Map<String, @Nullable Object> object(
      Set<TokenFault> faults, byte @Nullable [] json) {
    try {
      return json == null ? null : StrictJson.parse(json);
    } catch (TokenRejected e) {
      faults.add(e.fault());
      return null;
    }
  }

  private static void noteHeader(
      Set<TokenFault> faults, Map<String, @Nullable Object> members, TokenProfile profile) {
    note(faults, () -> TokenHeader.checkMembers(members, profile));
    note(
        faults,
        () -> {
          var unused = TokenHeader.algorithm(members, profile);
        });
    note(faults, () -> TokenHeader.checkType(members, profile));
    note(
        faults,
        () -> {
          var unused = TokenHeader.keyId(members, profile);
        });
  }

  /** A value without an id is read as one with a derived id, which needs the text alone. */
  private static void noteClaims(
      Set<TokenFault> faults, Map<String, @Nullable Object> claims, TokenProfile profile) {
    List<Reading> readings =
        List.of(
            () -> {
              var unused = Claims.valueId(claims, profile, new byte[0]);
            },
            () -> {
              var unused = Claims.issuer(claims);
            },
            () -> {
              var unused = Claims.audience(claims, profile);
            },
            () -> {
              var unused = Claims.subject(claims, profile);
            },
            () -> {
              var unused = Claims.tokenId(claims, profile, "");
            },
            () -> {
              var unused = Claims.account(claims, profile, false);
            },
            () -> {
              var unused = Claims.capabilities(claims, profile);
            },
            () -> {
              var unused = Validity.read(claims);
            },
            () -> TokenRules.checkSender(claims, profile),
            () -> TokenRules.checkRequired(claims, profile),
            () ->
                TokenRules.checkAccepted(profile.acceptedClients, claims, TokenFault.OTHER_CLIENT),
            () ->
                TokenRules.checkAccepted(
                    profile.acceptedSubjects, claims, TokenFault.OTHER_SUBJECT),
            () -> TokenRules.checkLifetime(Validity.read(claims), profile));
    readings.forEach(reading -> note(faults, reading));
  }

  /** Returns the names of the profiles under which nothing is wrong but the time, if anything. */
  private static List<String> fitting(
      Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims) {
    List<String> fitting = new ArrayList<>();
    for (String name : NamedProfiles.NAMES) {
      TokenProfile profile = TokenProfileReader.named(name).buildIncomplete();
      Set<TokenFault> faults = new LinkedHashSet<>();
      noteHeader(faults, header, profile);
      noteClaims(faults, claims, profile);
      if (faults.isEmpty()) {
        fitting.add(name);
      }
    }
    return fitting;
  }

  /** One step of reading, of which only the fault is wanted. */
  @FunctionalInterface
  private interface Reading {
    void read() throws TokenRejected;
  }

  private static void note(Set<TokenFault> faults, Reading reading) {
    try {
      reading.read();
    } catch (TokenRejected e) {
      faults.add(e.fault());
    }
  }

  private static @Nullable String text(byte @Nullable [] utf8) {
    if (utf8 == null || utf8.length == 0) {
      return null;
    }
    try {
      return StrictJson.decode(utf8);
    } catch (TokenRejected e) {
      return null;
    }
  }

  /** Returns the header as it was encoded, or nothing where it is no text. It may be no JSON. */
  public Optional<String> header() {
    return Optional.ofNullable(header);
  }

  /** Returns the claims as they were encoded, or nothing where they are no text. */
  public Optional<String> claims() {
    return Optional.ofNullable(claims);
  }

  /**
   * Returns all that is wrong as far as it can be told without keys, issuer and audience, in the
   * order in which a verifier looks. None does not mean that the token is genuine.
   */
  public List<TokenFault> faults() {
    return faults;
  }

  /** Returns what is wrong, as {@link TokenProfile#message} of the profile that was judged by. */
  public String message(TokenFault fault) {
    return profile.message(fault);
  }

  /**
   * Returns the names of the profiles under which nothing is wrong, whatever its time, as far as it
   * can be told. Most of them ask for something more: {@link TokenProfiles#basedOn} has what.
   */
  public List<String> profiles() {
    return profiles;
  }

  /**
   * Returns the id by which the profile derives the token's value, which a revocation names;
   * nothing where the token says one itself, the profile derives none, or the text is no token.
   */
  public Optional<String> derivedValueId() {
    return Optional.ofNullable(derivedValueId);
  }

  /** Returns the faults, and nothing of the text. */
  @Override
  public String toString() {
    return "unverified token, faults: " + faults;
  }
}
