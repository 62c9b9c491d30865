package dev.warder.gate.token;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.gate.revocation.TokenIdentity;
import dev.warder.gate.revocation.TokenIdentityBuilder;
import dev.warder.model.text.Identifier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a token says, well-formed and not believed: neither verified nor meant for us yet. */
record Claims(
    TokenIdentity identity,
    ImmutableList<String> audience,
    ImmutableSet<String> capabilities,
    Validity validity) {

  private static final int MOST_AUDIENCES = 64;
  private static final Splitter SPACES = Splitter.on(' ');

  static Claims read(Map<String, @Nullable Object> claims, ClaimNames names) throws TokenRejected {
    String valueId = identifier(claims.get("jti"), TokenFault.VALUE_ID);
    TokenIdentityBuilder identity =
        TokenIdentity.builder()
            .valueId(valueId)
            .issuer(identifier(claims.get("iss"), TokenFault.ISSUER));
    ImmutableList<String> audience = audience(claims.get("aud"));
    identity
        .user(identifier(claims.get("sub"), TokenFault.SUBJECT))
        .tokenId(
            claims.containsKey(names.tokenId())
                ? identifier(claims.get(names.tokenId()), TokenFault.TOKEN_ID)
                : valueId);
    if (names.isAccountOptional() && !claims.containsKey(names.account())) {
      identity.withoutAccount();
    } else {
      identity.account(identifier(claims.get(names.account()), TokenFault.ACCOUNT));
    }
    ImmutableSet<String> capabilities = capabilities(claims, names);
    Validity validity = Validity.read(claims);
    return new Claims(validity.setOn(identity).build(), audience, capabilities, validity);
  }

  private static ImmutableList<String> audience(@Nullable Object value) throws TokenRejected {
    if (value instanceof List<?> list && !list.isEmpty() && list.size() <= MOST_AUDIENCES) {
      ImmutableList.Builder<String> audience = ImmutableList.builder();
      for (Object one : list) {
        audience.add(identifier(one, TokenFault.AUDIENCE));
      }
      return audience.build();
    }
    return ImmutableList.of(identifier(value, TokenFault.AUDIENCE));
  }

  private static ImmutableSet<String> capabilities(
      Map<String, @Nullable Object> claims, ClaimNames names) throws TokenRejected {
    if (claims.containsKey(ClaimNames.SCOPE) && claims.containsKey(ClaimNames.CAPABILITIES)) {
      throw TokenRejected.of(TokenFault.TWO_CAPABILITY_CLAIMS);
    }
    Object value = claims.get(names.capabilities());
    List<?> raw =
        names.isScope() && value instanceof String scope
            ? SPACES.splitToList(scope)
            : !names.isScope() && value instanceof List<?> list ? list : null;
    if (raw == null || raw.size() > TokenLimits.MOST_CAPABILITIES) {
      throw TokenRejected.of(TokenFault.CAPABILITIES);
    }
    ImmutableSet.Builder<String> capabilities = ImmutableSet.builderWithExpectedSize(raw.size());
    for (Object one : raw) {
      capabilities.add(capability(one));
    }
    return capabilities.build();
  }

  /** A scope-token of RFC 6749, section 3.3, which every name of a catalogue is. */
  private static String capability(@Nullable Object value) throws TokenRejected {
    if (value instanceof String raw && Identifier.hasLength(raw) && isScopeToken(raw)) {
      return raw;
    }
    throw TokenRejected.of(TokenFault.CAPABILITIES);
  }

  private static boolean isScopeToken(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= 0x20 || c >= 0x7F || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** Returns a value that is an identifier. */
  static String identifier(@Nullable Object value, TokenFault otherwise) throws TokenRejected {
    if (value instanceof String text && Identifier.isOne(text)) {
      return text;
    }
    throw TokenRejected.of(otherwise);
  }
}
