package dev.warder.gate.token;

import com.google.common.collect.ImmutableSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a token's header says: the algorithm and the key, of which neither is believed yet. */
record TokenHeader(Algorithm algorithm, String keyId) {
  private static final ImmutableSet<String> MEMBERS = ImmutableSet.of("alg", "kid", "typ");

  static TokenHeader parse(byte[] json, TokenProfile profile) throws TokenRejected {
    Map<String, @Nullable Object> members = StrictJson.parse(json);
    checkMembers(members, profile);
    Algorithm algorithm = algorithm(members, profile);
    checkType(members, profile);
    return new TokenHeader(algorithm, keyId(members, profile));
  }

  static void checkMembers(Map<String, @Nullable Object> members, TokenProfile profile)
      throws TokenRejected {
    for (String member : members.keySet()) {
      if (!MEMBERS.contains(member) && !profile.ignoredHeaders.contains(member)) {
        throw TokenRejected.of(TokenFault.HEADER_MEMBER);
      }
    }
  }

  static Algorithm algorithm(Map<String, @Nullable Object> members, TokenProfile profile)
      throws TokenRejected {
    Algorithm algorithm =
        members.get("alg") instanceof String code ? Algorithm.ofCode(code).orElse(null) : null;
    if (algorithm == null || !profile.keys.algorithms().contains(algorithm)) {
      throw TokenRejected.of(TokenFault.ALGORITHM);
    }
    return algorithm;
  }

  static void checkType(Map<String, @Nullable Object> members, TokenProfile profile)
      throws TokenRejected {
    if (!profile.acceptsType(members)) {
      throw TokenRejected.of(TokenFault.TYPE);
    }
  }

  static String keyId(Map<String, @Nullable Object> members, TokenProfile profile)
      throws TokenRejected {
    return profile.keys.isWithoutId() && !members.containsKey("kid")
        ? KeyEntry.NO_ID
        : Claims.identifier(members.get("kid"), TokenFault.KEY_ID);
  }
}
