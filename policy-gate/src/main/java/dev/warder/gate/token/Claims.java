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

/**
 * What a token says, well-formed and not believed: neither verified nor meant for us yet.
 *
 * @param identity what the issuer's revocations name, with the account as the issuer calls it
 * @param account the account as it is here, with the issuer's prefix; null for none
 */
record Claims(
    TokenIdentity identity,
    @Nullable String account,
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
    TokenIdentityBuilder identity = TokenIdentity.builder().valueId(valueId).issuer(issuer(claims));
    ImmutableList<String> audience = audience(claims, profile);
    identity.user(subject(claims, profile)).tokenId(tokenId(claims, profile, valueId));
    @Nullable String account = account(claims, profile, isAccountOptional);
    if (account == null) {
      identity.withoutAccount();
    } else {
      identity.account(account);
      account = identifier(accountPrefix + account, TokenFault.ACCOUNT);
    }
    ImmutableSet<String> capabilities = capabilities(claims, profile);
    Validity validity = Validity.read(claims);
    return new Claims(validity.setOn(identity).build(), account, audience, capabilities, validity);
  }

  static String issuer(Map<String, @Nullable Object> claims) throws TokenRejected {
    return identifier(claims.get("iss"), TokenFault.ISSUER);
  }

  static String subject(Map<String, @Nullable Object> claims, TokenProfile profile)
      throws TokenRejected {
    return identifier(profile.subject.valueIn(claims), TokenFault.SUBJECT);
  }

  static String tokenId(Map<String, @Nullable Object> claims, TokenProfile profile, String valueId)
      throws TokenRejected {
    return profile.isTokenIdOptional && !profile.tokenId.isIn(claims)
        ? valueId
        : identifier(profile.tokenId.valueIn(claims), TokenFault.TOKEN_ID);
  }

  static ImmutableSet<String> capabilities(
      Map<String, @Nullable Object> claims, TokenProfile profile) throws TokenRejected {
    if (claims.containsKey(SCOPE) && claims.containsKey(CAPABILITIES)) {
      throw TokenRejected.of(TokenFault.TWO_CAPABILITY_CLAIMS);
    }
    return profile.capabilities.in(claims);
  }

  /** A value that is derived must not be that of another token, so no token may say such a one. */
  static String valueId(
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

  /** Returns the account as the issuer calls it, or null for a token without one. */
  static @Nullable String account(
      Map<String, @Nullable Object> claims, TokenProfile profile, boolean isAccountOptional)
      throws TokenRejected {
    if (profile.constantAccount != null) {
      return profile.constantAccount;
    }
    @Nullable ClaimPath account = profile.account;
    return account == null || (isAccountOptional && !account.isIn(claims))
        ? null
        : identifier(account.valueIn(claims), TokenFault.ACCOUNT);
  }

  static ImmutableList<String> audience(Map<String, @Nullable Object> claims, TokenProfile profile)
      throws TokenRejected {
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
