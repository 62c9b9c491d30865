package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.gate.revocation.Revocations;
import dev.warder.model.text.Identifier;
import dev.warder.model.text.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verifiers of a gate: of one issuer, or of several, each with keys and a profile of its own.
 * Of several, {@code iss} chooses the verifier, by exact equality and before anything is verified;
 * nothing else of the token does (RFC 8725, section 3.8). Safe for use by many threads.
 */
public final class TokenVerifiers implements AutoCloseable {
  private final List<TokenVerifier> verifiers;

  /** By their issuers; empty for one verifier, which may trust any issuer. */
  private final ImmutableMap<String, TokenVerifier> byIssuer;

  private final int mostCharacters;

  private TokenVerifiers(List<TokenVerifier> verifiers) {
    this.verifiers = List.copyOf(verifiers);
    ImmutableMap.Builder<String, TokenVerifier> issuers = ImmutableMap.builder();
    int most = 0;
    for (TokenVerifier verifier : verifiers) {
      if (verifiers.size() > 1) {
        issuers.put(String.valueOf(verifier.rules().issuer()), verifier);
      }
      most = Math.max(most, verifier.rules().mostCharacters());
    }
    this.byIssuer = issuers.buildOrThrow();
    this.mostCharacters = most;
  }

  /** Returns whether the revocations are current, as {@link Revocations#isCurrent} has it. */
  public boolean knowRevocations() {
    return verifiers.stream().allMatch(TokenVerifier::knowsRevocations);
  }

  /**
   * Builds the verifier of one issuer.
   *
   * @throws IllegalStateException as {@link TokenVerifierBuilder#build(Revocations)} does
   */
  public static TokenVerifiers of(TokenVerifierBuilder tokens, Revocations revocations) {
    return new TokenVerifiers(List.of(tokens.build(revocations)));
  }

  /**
   * Builds the verifiers of several issuers.
   *
   * @param byPrefix the builders, each by what the accounts of its issuer shall begin with: so no
   *     two issuers' tokens ever name one account
   * @throws IllegalArgumentException when there are fewer than two, a prefix is empty, or one
   *     begins another
   * @throws IllegalStateException when a builder names no issuer, or one that another names; or as
   *     {@link TokenVerifierBuilder#build(Revocations)} does
   */
  public static TokenVerifiers ofSeveral(
      Map<String, TokenVerifierBuilder> byPrefix, Revocations revocations) {
    checkPrefixes(List.copyOf(byPrefix.keySet()));
    Map<String, String> prefixes = new LinkedHashMap<>();
    List<TokenVerifier> built = new ArrayList<>();
    try {
      for (Map.Entry<String, TokenVerifierBuilder> tokens : byPrefix.entrySet()) {
        TokenVerifier verifier = tokens.getValue().build(revocations, tokens.getKey());
        built.add(verifier);
        String issuer = String.valueOf(verifier.rules().issuer());
        String before = prefixes.putIfAbsent(issuer, tokens.getKey());
        if (before != null) {
          throw new IllegalStateException(
              "two verifiers trust the issuer " + Quoted.of(issuer) + "; each has one of its own");
        }
      }
      return new TokenVerifiers(built);
    } catch (RuntimeException e) {
      built.forEach(TokenVerifier::close);
      throw e;
    }
  }

  private static void checkPrefixes(List<String> prefixes) {
    checkArgument(prefixes.size() > 1, "several issuers are two at least; for one set tokens(…)");
    for (String prefix : prefixes) {
      checkArgument(
          Identifier.isOne(prefix),
          "with several issuers, the accounts of each have a prefix of 1 to 256 characters, not %s",
          Quoted.of(prefix));
      for (String other : prefixes) {
        checkArgument(
            prefix.equals(other) || !other.startsWith(prefix),
            "the accounts of two issuers could be one: the prefix %s begins %s",
            Quoted.of(prefix),
            Quoted.of(other));
      }
    }
  }

  /**
   * Returns the access token that the value of an {@code Authorization} field carries, as {@link
   * TokenVerifier#verify} does. Of several issuers, one that is not among them is {@link
   * TokenFault#OTHER_ISSUER}.
   *
   * @throws TokenRejected when it carries none that may be used now, or it could not be judged
   * @throws IllegalStateException when this was closed
   */
  public AccessToken verify(@Nullable String authorization, long nowMillis) throws TokenRejected {
    return byIssuer.isEmpty()
        ? verifiers.get(0).verify(authorization, nowMillis)
        : verifyOfSeveral(authorization, nowMillis);
  }

  private AccessToken verifyOfSeveral(@Nullable String authorization, long nowMillis)
      throws TokenRejected {
    int start = BearerField.start(authorization);
    if (authorization == null || start < 0) {
      throw TokenRejected.of(TokenFault.NOT_BEARER);
    }
    for (TokenVerifier verifier : verifiers) {
      AccessToken seen = verifier.findSeen(authorization, start, nowMillis);
      if (seen != null) {
        return seen;
      }
    }
    CompactToken compact = CompactToken.parse(authorization.substring(start), mostCharacters);
    return verifier(StrictJson.parse(compact.claims())).verify(authorization, nowMillis);
  }

  private TokenVerifier verifier(Map<String, @Nullable Object> claims) throws TokenRejected {
    TokenVerifier verifier = byIssuer.get(Claims.identifier(claims.get("iss"), TokenFault.ISSUER));
    if (verifier == null) {
      throw TokenRejected.of(TokenFault.OTHER_ISSUER);
    }
    return verifier;
  }

  /**
   * Returns the access token of claims that somebody else has verified: the signature, by the key
   * and the algorithm that belong to the issuer, and that it is an access token. All else is judged
   * as in {@link #verify}.
   *
   * @param claims by name. Besides what JSON has, times may be {@link java.time.Instant} or {@link
   *     java.util.Date}, whole numbers of any primitive type, and addresses {@link java.net.URI} or
   *     {@link java.net.URL}
   * @throws TokenRejected when they make no token that may be used now
   * @throws IllegalStateException when this was closed
   */
  public AccessToken acceptVerifiedElsewhere(Map<String, ?> claims, long nowMillis)
      throws TokenRejected {
    TokenVerifier verifier =
        byIssuer.isEmpty() ? verifiers.get(0) : verifier(ForeignClaims.read(claims));
    return verifier.acceptVerifiedElsewhere(claims, nowMillis);
  }

  /**
   * Returns the grant of a token that one of these verifiers made, as {@link TokenVerifier#grant}
   * does.
   *
   * @throws IllegalArgumentException when another one made it
   */
  public Grant grant(AccessToken token, PolicyEngine engine) {
    TokenVerifier verifier = byIssuer.isEmpty() ? verifiers.get(0) : byIssuer.get(token.issuer());
    checkArgument(verifier != null, "the token is another verifier's");
    return verifier.grant(token, engine);
  }

  /**
   * Returns in one line why a token was refused, and what would be right: for operators, as {@link
   * dev.warder.gate.FaultLog} writes it. Of the token it has {@code iss} and {@code kid} alone.
   *
   * @param authorization the field that was refused
   */
  public String explain(@Nullable String authorization, TokenFault fault) {
    return text(RefusalLine.of(authorization, fault));
  }

  private String text(RefusalLine line) {
    @Nullable String issuer = line.issuer();
    @Nullable TokenVerifier verifier =
        byIssuer.isEmpty() ? verifiers.get(0) : issuer == null ? null : byIssuer.get(issuer);
    return line.text(
        verifiers.stream().map(one -> String.valueOf(one.rules().issuer())).toList(),
        verifier == null ? null : verifier.rules(),
        verifier == null ? Set.of() : verifier.keyIds());
  }

  /**
   * Returns the same line for claims that somebody else has verified.
   *
   * @param claims those that were refused
   */
  public String explain(Map<String, ?> claims, TokenFault fault) {
    return text(RefusalLine.of(claims, fault));
  }

  /** Ends the verifiers. To close twice is no error. */
  @Override
  public void close() {
    verifiers.forEach(TokenVerifier::close);
  }
}
