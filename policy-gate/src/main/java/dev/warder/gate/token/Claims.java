package dev.warder.gate.token;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
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
  private static final String SCOPE = "scope";
  private static final String CAPABILITIES = "capabilities";

  private static final BaseEncoding BASE64URL = BaseEncoding.base64Url().omitPadding();

  /** What the id of a value begins with that was derived, and no other one. */
  private static final String DERIVED = "derived:";

  /**
   * Reads claims.
   *
   * @param isAccountOptional whether the claim of the account may be missing
   * @param accountPrefix what each account begins with
   * @param signed what was signed, of which the id of a value without one is derived; null where
   *     nobody knows
   */
  static Claims read(
      Map<String, @Nullable Object> claims,
      TokenProfile profile,
      boolean isAccountOptional,
      String accountPrefix,
      byte @Nullable [] signed)
      throws TokenRejected {
    String valueId = valueId(claims, profile, signed);
    TokenIdentityBuilder identity =
        TokenIdentity.builder()
            .valueId(valueId)
            .issuer(identifier(claims.get("iss"), TokenFault.ISSUER));
    ImmutableList<String> audience = audience(claims, profile);
    identity
        .user(identifier(profile.subject.valueIn(claims), TokenFault.SUBJECT))
        .tokenId(
            profile.isTokenIdOptional && !profile.tokenId.isIn(claims)
                ? valueId
                : identifier(profile.tokenId.valueIn(claims), TokenFault.TOKEN_ID));
    setAccount(claims, profile, isAccountOptional, accountPrefix, identity);
    if (claims.containsKey(SCOPE) && claims.containsKey(CAPABILITIES)) {
      throw TokenRejected.of(TokenFault.TWO_CAPABILITY_CLAIMS);
    }
    ImmutableSet<String> capabilities = profile.capabilities.in(claims);
    Validity validity = Validity.read(claims);
    return new Claims(validity.setOn(identity).build(), audience, capabilities, validity);
  }

  /** A value that is derived must not be that of another token, so no token may say such a one. */
  private static String valueId(
      Map<String, @Nullable Object> claims, TokenProfile profile, byte @Nullable [] signed)
      throws TokenRejected {
    if (profile.derivesValueId && signed != null && !profile.valueId.isIn(claims)) {
      return DERIVED + BASE64URL.encode(Hashing.sha256().hashBytes(signed).asBytes());
    }
    String id = identifier(profile.valueId.valueIn(claims), TokenFault.VALUE_ID);
    if (profile.derivesValueId && id.startsWith(DERIVED)) {
      throw TokenRejected.of(TokenFault.VALUE_ID);
    }
    return id;
  }

  private static void setAccount(
      Map<String, @Nullable Object> claims,
      TokenProfile profile,
      boolean isAccountOptional,
      String accountPrefix,
      TokenIdentityBuilder identity)
      throws TokenRejected {
    @Nullable ClaimPath account = profile.account;
    if (profile.constantAccount != null) {
      identity.account(identifier(accountPrefix + profile.constantAccount, TokenFault.ACCOUNT));
    } else if (account == null || (isAccountOptional && !account.isIn(claims))) {
      identity.withoutAccount();
    } else {
      String id = identifier(account.valueIn(claims), TokenFault.ACCOUNT);
      identity.account(identifier(accountPrefix + id, TokenFault.ACCOUNT));
    }
  }

  private static ImmutableList<String> audience(
      Map<String, @Nullable Object> claims, TokenProfile profile) throws TokenRejected {
    return profile.isAudienceOptional && !claims.containsKey("aud")
        ? ImmutableList.of()
        : audience(claims.get("aud"));
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

  /** Returns a value that is an identifier. */
  static String identifier(@Nullable Object value, TokenFault otherwise) throws TokenRejected {
    if (value instanceof String text && Identifier.isOne(text)) {
      return text;
    }
    throw TokenRejected.of(otherwise);
  }
}
