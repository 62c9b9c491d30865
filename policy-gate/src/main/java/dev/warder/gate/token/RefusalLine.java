package dev.warder.gate.token;

import dev.warder.model.text.Quoted;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line why a token was refused, and what would be right. Of the token it shows {@code
 * iss} and {@code kid} alone, shortened and harmless: anybody may have written them.
 */
final class RefusalLine {
  private static final int MOST_CHARACTERS = 100;
  private static final int MOST_LISTED = 10;

  private final TokenFault fault;
  private final Map<String, @Nullable Object> header;
  private final Map<String, @Nullable Object> claims;

  private RefusalLine(
      TokenFault fault,
      Map<String, @Nullable Object> header,
      Map<String, @Nullable Object> claims) {
    this.fault = fault;
    this.header = header;
    this.claims = claims;
  }

  /** Reads what can be read of the token in a field. */
  static RefusalLine of(@Nullable String authorization, TokenFault fault) {
    int start = BearerField.start(authorization);
    if (authorization == null || start < 0 || fault == TokenFault.TOO_LONG) {
      return new RefusalLine(fault, Map.of(), Map.of());
    }
    try {
      CompactToken token =
          CompactToken.parse(authorization.substring(start), authorization.length());
      return new RefusalLine(fault, object(token.header()), object(token.claims()));
    } catch (TokenRejected e) {
      return new RefusalLine(fault, Map.of(), Map.of());
    }
  }

  /** Returns the line of claims that somebody else has verified. */
  static RefusalLine of(Map<String, ?> claims, TokenFault fault) {
    try {
      return new RefusalLine(fault, Map.of(), ForeignClaims.read(claims));
    } catch (TokenRejected e) {
      return new RefusalLine(fault, Map.of(), Map.of());
    }
  }

  private static Map<String, @Nullable Object> object(byte[] json) {
    try {
      return StrictJson.parse(json);
    } catch (TokenRejected e) {
      return Map.of();
    }
  }

  /** Returns the issuer that the token names, or null where it names none. */
  @Nullable String issuer() {
    return claims.get("iss") instanceof String text ? text : null;
  }

  /**
   * Returns the line.
   *
   * @param issuers the issuers trusted; none for any
   * @param rules of the verifier that refused the token, or null where it came to none
   * @param keys the ids of its keys, as far as there are some at hand
   */
  String text(Collection<String> issuers, @Nullable TokenRules rules, Set<String> keys) {
    String message = rules == null ? fault.message() : rules.profile().message(fault);
    StringBuilder line = new StringBuilder(fault.code()).append(": ").append(message);
    append(line, "iss", claims.get("iss"));
    append(line, "kid", header.get("kid"));
    String right = fault == TokenFault.OTHER_ISSUER ? trusted(issuers) : right(rules, keys);
    return right.isEmpty() ? line.toString() : line.append("; ").append(right).toString();
  }

  private static void append(StringBuilder line, String name, @Nullable Object value) {
    if (value instanceof String text) {
      line.append("; ").append(name).append(" `");
      line.append(Quoted.atMost(MOST_CHARACTERS, text)).append('`');
    }
  }

  private static String trusted(Collection<String> issuers) {
    return "trusted: " + listed(issuers);
  }

  private String right(@Nullable TokenRules rules, Set<String> keys) {
    if (rules == null) {
      return "";
    }
    TokenProfile profile = rules.profile();
    return switch (fault) {
      case HEADER_MEMBER ->
          profile.ignoredHeaders.isEmpty()
              ? "the profile ignores no other member"
              : "ignored: " + listed(profile.ignoredHeaders);
      case ALGORITHM -> "accepted: " + profile.keys.algorithms();
      case UNKNOWN_KEY, KEY_NOT_LOOKED_FOR -> "keys: " + listed(keys);
      case OTHER_AUDIENCE -> "expected `aud`: " + Quoted.of(String.valueOf(rules.audience()));
      case REQUIRED_CLAIM -> "required: " + unmet(profile);
      case OTHER_CLIENT -> "accepted clients are named by " + profile.acceptedClients.keySet();
      case OTHER_SUBJECT -> "accepted subjects are named by " + profile.acceptedSubjects.keySet();
      case LIFETIME -> "at most " + profile.longestLifetimeSeconds + " seconds";
      default -> "";
    };
  }

  private String unmet(TokenProfile profile) {
    List<String> unmet =
        profile.required.stream()
            .filter(required -> !required.isMetBy(claims))
            .map(RequiredClaim::toString)
            .toList();
    return String.join(", ", unmet);
  }

  private static String listed(Collection<String> texts) {
    if (texts.isEmpty()) {
      return "none";
    }
    String all = String.join(", ", texts.stream().limit(MOST_LISTED).map(Quoted::of).toList());
    return texts.size() > MOST_LISTED ? all + ", …" : all;
  }
}
