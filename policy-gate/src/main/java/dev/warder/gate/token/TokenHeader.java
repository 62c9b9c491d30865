package dev.warder.gate.token;

import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token's header says: the algorithm and the key, of which neither is believed yet. */
record TokenHeader(Algorithm algorithm, String keyId) {
  private static final ImmutableSet<String> MEMBERS = ImmutableSet.of("alg", "kid", "typ");
  private static final ImmutableSet<String> TYPES = ImmutableSet.of("at+jwt", "application/at+jwt");

  static TokenHeader parse(byte[] json, Set<Algorithm> accepted) throws TokenRejected {
    Map<String, @Nullable Object> members = StrictJson.parse(json);
    if (!MEMBERS.containsAll(members.keySet())) {
      throw TokenRejected.of(TokenFault.HEADER_MEMBER);
    }
    Algorithm algorithm =
        members.get("alg") instanceof String code ? Algorithm.ofCode(code).orElse(null) : null;
    if (algorithm == null || !accepted.contains(algorithm)) {
      throw TokenRejected.of(TokenFault.ALGORITHM);
    }
    if (!(members.get("typ") instanceof String type && TYPES.contains(type))) {
      throw TokenRejected.of(TokenFault.TYPE);
    }
    return new TokenHeader(algorithm, Claims.identifier(members.get("kid"), TokenFault.KEY_ID));
  }
}
