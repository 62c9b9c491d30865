package dev.warder.gate.token;

/**
 * What is wrong with a token, for whoever looks after it: tests, logs, {@code warder token
 * inspect}. A client is told the {@link #reason} alone. More faults may be added.
 */
public enum TokenFault {
  /** The {@code Authorization} field is not {@code Bearer}, spaces and a token. */
  NOT_BEARER("not-bearer", "the Authorization field is not `Bearer` and a token"),
  /** More characters than the verifier takes. */
  TOO_LONG("too-long", "the token has more characters than are accepted"),
  /** Not three non-empty parts between two dots (RFC 7515, section 7.1). */
  NOT_COMPACT("not-compact", "the token is not three non-empty parts with dots between"),
  /** A part has padding, another alphabet's character, or bits beyond its last byte. */
  NOT_BASE64URL("not-base64url", "a part is not canonical base64url without padding"),
  /** Header or claims are not well-formed UTF-8. */
  NOT_UTF8("not-utf8", "what is encoded is not well-formed UTF-8"),
  /** Header or claims are not one JSON object of Unicode text (RFC 8259) and nothing else. */
  NOT_JSON("not-json", "what is encoded is not one JSON object"),
  /** An object, at any depth, has one name twice. */
  DUPLICATE_MEMBER("duplicate-member", "a JSON object has one name twice"),
  /** Objects and arrays stand in each other deeper than is accepted. */
  TOO_DEEP("too-deep", "JSON objects and arrays are nested deeper than 16 levels"),
  /** The header has a member besides {@code alg}, {@code kid} and {@code typ}. */
  HEADER_MEMBER("header-member", "the header has a member besides `alg`, `kid` and `typ`"),
  /** The header's {@code alg} is missing, not known, or not accepted. */
  ALGORITHM("algorithm", "`alg` is missing or not among the algorithms accepted"),
  /** The header's {@code kid} is missing or not 1 to 256 characters. */
  KEY_ID("key-id", "`kid` is missing or not text of 1 to 256 characters"),
  /** The header's {@code typ} does not say that this is an access token (RFC 9068, section 4). */
  TYPE("type", "`typ` is neither `at+jwt` nor `application/at+jwt`"),
  /** The key set has no key of this id. */
  UNKNOWN_KEY("unknown-key", "no key has the id that `kid` names"),
  /** The key of this id is for another algorithm. */
  OTHER_ALGORITHM("other-algorithm", "the key that `kid` names is for another algorithm"),
  /** The key did not make this signature of these bytes. */
  SIGNATURE("signature", "the signature is not the key's"),
  /** {@code iss} is missing or not a proper identifier. */
  ISSUER("issuer", "`iss` is missing or not text of 1 to 256 characters"),
  /** {@code iss} is another issuer. */
  OTHER_ISSUER("other-issuer", "`iss` is not the issuer that is trusted"),
  /** {@code aud} is missing, or neither an identifier nor a list of them. */
  AUDIENCE("audience", "`aud` is missing, or neither text nor a list of texts"),
  /** {@code aud} does not name this audience. */
  OTHER_AUDIENCE("other-audience", "`aud` does not name this audience"),
  /** {@code sub} is missing or not a proper identifier. */
  SUBJECT("subject", "`sub` is missing or not text of 1 to 256 characters"),
  /** {@code jti} is missing or not a proper identifier. */
  VALUE_ID("value-id", "`jti` is missing or not text of 1 to 256 characters"),
  /** The token's id is there and not a proper identifier. */
  TOKEN_ID("token-id", "the token's id is not text of 1 to 256 characters"),
  /** The account is missing or not a proper identifier. */
  ACCOUNT("account", "the account is missing or not text of 1 to 256 characters"),
  /** The capabilities are missing or not what they should be. */
  CAPABILITIES("capabilities", "the capabilities are missing or malformed"),
  /** There are both a list of capabilities and a {@code scope}. */
  TWO_CAPABILITY_CLAIMS("two-capability-claims", "capabilities stand in two claims"),
  /** {@code iat} is missing or not whole seconds. */
  ISSUED_AT("issued-at", "`iat` is missing or not whole seconds"),
  /** {@code nbf} is there and not whole seconds. */
  NOT_BEFORE("not-before", "`nbf` is not whole seconds"),
  /** {@code exp} is missing or not whole seconds after {@code iat}, or there is a second expiry. */
  EXPIRY("expiry", "`exp` is missing or not whole seconds after `iat`, or stands beside `expires`"),
  /** The token says that it never expires, and the verifier does not accept that. */
  NEVER_EXPIRES("never-expires", "the token never expires, which is not accepted"),
  /** From {@code iat} to {@code exp} is longer than is accepted. */
  LIFETIME("lifetime", "the token's lifetime is longer than is accepted"),
  /** {@code iat} is later than now. */
  ISSUED_LATER("issued-later", "`iat` is later than now"),
  /** {@code nbf} is later than now. */
  NOT_YET("not-yet", "`nbf` is later than now"),
  /** Now is {@code exp} or later. */
  EXPIRED("expired", "the token has expired", TokenReason.EXPIRED_TOKEN),
  /** The token, or this value of it, was revoked. */
  REVOKED("revoked", "the token was revoked", TokenReason.REVOKED_TOKEN),
  /** The keys were never loaded, or are older than is tolerated. */
  KEYS_UNAVAILABLE("keys-unavailable", "the keys could not be had", TokenReason.UNAVAILABLE),
  /** Nobody can tell whether the token was revoked. */
  REVOCATIONS_UNAVAILABLE(
      "revocations-unavailable",
      "it could not be told whether the token was revoked",
      TokenReason.UNAVAILABLE);

  private final String code;
  private final String message;
  private final TokenReason reason;

  TokenFault(String code, String message) {
    this(code, message, TokenReason.INVALID_TOKEN);
  }

  TokenFault(String code, String message, TokenReason reason) {
    this.code = code;
    this.message = message;
    this.reason = reason;
  }

  /** Returns the fault as it is written in vectors and logs. */
  public String code() {
    return code;
  }

  /** Returns what is wrong, in fixed words: nothing of the token stands in them. */
  public String message() {
    return message;
  }

  /** Returns the reason that this is a case of. */
  public TokenReason reason() {
    return reason;
  }

  /** Returns the code. */
  @Override
  public String toString() {
    return code;
  }
}
