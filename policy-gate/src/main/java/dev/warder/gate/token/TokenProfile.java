package dev.warder.gate.token;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.text.Quoted;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of one issuer look like, and what they must say to be access tokens for us. A
 * profile loosens the {@linkplain #strict strict} form by name, and states requirements in return.
 * Some things no profile loosens: canonical base64url, JSON without a name twice, one algorithm for
 * each key, header members that choose a key, and sizes.
 *
 * <p>A profile is made in code ({@link #builder}), or by {@link TokenProfiles}: from one that has a
 * name, or from a file of YAML. Immutable and safe for use by many threads.
 */
public final class TokenProfile {
  private static final TokenProfile STRICT = builder().named("strict").build();
  private static final String MISSING = " is missing or not text of 1 to 256 characters";

  final String name;

  /** In lower case, without {@code application/} before. */
  final ImmutableSet<String> types;

  final boolean acceptsNoType;
  final ImmutableSet<String> ignoredHeaders;
  final @Nullable ClaimPath account;
  final @Nullable String constantAccount;
  final ClaimPath subject;
  final ClaimPath tokenId;

  /** Whether the value's id stands for a token id that is not there. */
  final boolean isTokenIdOptional;

  final ClaimPath valueId;
  final boolean derivesValueId;
  final CapabilityClaim capabilities;
  final ImmutableList<RequiredClaim> required;
  final ImmutableMap<ClaimPath, ImmutableSet<String>> acceptedClients;
  final ImmutableMap<ClaimPath, ImmutableSet<String>> acceptedSubjects;
  final boolean isAudienceOptional;
  final boolean acceptsSenderBound;
  final long longestLifetimeSeconds;
  final KeyRules keys;

  TokenProfile(TokenProfileBuilder from) {
    this.name = from.name;
    this.types = from.types;
    this.acceptsNoType = from.acceptsNoType;
    this.ignoredHeaders = from.ignoredHeaders;
    this.account = from.account;
    this.constantAccount = from.constantAccount;
    this.subject = from.subject;
    this.tokenId = from.tokenId;
    this.isTokenIdOptional = from.isTokenIdOptional;
    this.valueId = from.valueId;
    this.derivesValueId = from.derivesValueId;
    this.capabilities = from.capabilities;
    this.required = ImmutableList.copyOf(from.required);
    this.acceptedClients = from.senders.clients();
    this.acceptedSubjects = from.senders.subjects();
    this.isAudienceOptional = from.isAudienceOptional;
    this.acceptsSenderBound = from.acceptsSenderBound;
    this.longestLifetimeSeconds = from.longestLifetime.toSeconds();
    this.keys =
        new KeyRules(from.algorithms, from.acceptsKeysWithoutAlgorithm, from.acceptsNoKeyId, false);
  }

  /** Returns the profile of the tokens that Warder's own authority issues. */
  public static TokenProfile strict() {
    return STRICT;
  }

  /** Returns a builder that begins with the strict profile. */
  public static TokenProfileBuilder builder() {
    return new TokenProfileBuilder();
  }

  /** Returns the name: of the profile that this one is based on, or {@code custom}. */
  public String name() {
    return name;
  }

  /** Returns how long it may be from a token's issue to its expiry. */
  public Duration longestLifetime() {
    return Duration.ofSeconds(longestLifetimeSeconds);
  }

  /**
   * Returns what is wrong with a token of this profile: {@link TokenFault#message}, with the name
   * of each claim that the profile reads or requires, and the types that it accepts.
   */
  public String message(TokenFault fault) {
    return switch (fault) {
      case TYPE -> "`typ` is not one that the profile accepts: " + typesAccepted();
      case SUBJECT -> subject + MISSING;
      case VALUE_ID -> valueId + MISSING;
      case TOKEN_ID -> tokenId + MISSING;
      case ACCOUNT -> account == null ? fault.message() : account + MISSING;
      case CAPABILITIES -> capabilities.claim() + " is missing or malformed";
      case REQUIRED_CLAIM -> requirements();
      default -> fault.message();
    };
  }

  private String typesAccepted() {
    String all = String.join(", ", types.stream().map(Quoted::of).toList());
    return acceptsNoType ? all.isEmpty() ? "none" : all + ", or none" : all;
  }

  private String requirements() {
    if (required.size() == 1 && required.get(0).values().size() == 1) {
      String value = required.get(0).values().asList().get(0);
      return required.get(0).claim() + " is not " + Quoted.of(value);
    }
    String all = String.join(", ", required.stream().map(RequiredClaim::toString).toList());
    return "a claim that the profile requires is missing or has another value: " + all;
  }

  /** Media types have no case, and may be without {@code application/} (RFC 7515, 4.1.9). */
  static String normalizedType(String type) {
    String lower = Ascii.toLowerCase(type);
    String prefix = "application/";
    return lower.startsWith(prefix) && lower.indexOf('/', prefix.length()) < 0
        ? lower.substring(prefix.length())
        : lower;
  }

  boolean acceptsType(Map<String, @Nullable Object> header) {
    return header.containsKey("typ")
        ? header.get("typ") instanceof String type && types.contains(normalizedType(type))
        : acceptsNoType;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
