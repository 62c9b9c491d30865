package dev.warder.gate.token;

import dev.warder.model.text.EnumCode;

/**
 * What is wrong with a token, for operators: tests, logs, {@code warder token inspect}. A client
 * gets the {@link #reason} alone. More faults may be added.
 */
public enum TokenFault {
  /** The {@code Authorization} field is not {@code Bearer}, spaces and a token. */
  NOT_BEARER("the Authorization field is not `Bearer` and a token"),
  /** More characters than the verifier takes. */
  TOO_LONG("the token has more characters than are accepted"),
  /** Not three non-empty parts between two dots (RFC 7515, section 7.1). */
  NOT_COMPACT("the token is not three non-empty parts with dots between"),
  /** A part has padding, another alphabet's character, or bits beyond its last byte. */
  NOT_BASE64URL("a part is not canonical base64url without padding"),
  /** Header or claims are not well-formed UTF-8. */
  NOT_UTF8("what is encoded is not well-formed UTF-8"),
  /** Header or claims are not one JSON object of Unicode text (RFC 8259) and nothing else. */
  NOT_JSON("what is encoded is not one JSON object"),
  /** An object, at any depth, has one name twice. */
  DUPLICATE_MEMBER("a JSON object has one name twice"),
  /** Objects and arrays stand in each other deeper than is accepted. */
  TOO_DEEP("JSON objects and arrays are nested deeper than 16 levels"),
  /** The header has a member besides {@code alg}, {@code kid} and {@code typ}. */
  HEADER_MEMBER("the header has a member besides `alg`, `kid`, `typ` and those of the profile"),
  /** The header's {@code alg} is missing, not known, or not accepted. */
  ALGORITHM("`alg` is missing or not among the algorithms accepted"),
  /** The header's {@code kid} is missing or not 1 to 256 characters. */
  KEY_ID("`kid` is missing or not text of 1 to 256 characters"),
  /** The header's {@code typ} does not say that this is an access token (RFC 9068, section 4). */
  TYPE("`typ` is not that of an access token, `at+jwt`, nor another of the profile"),
  /** The key set has no key of this id. */
  UNKNOWN_KEY("no key has the id that `kid` names"),
  /** The key of this id is for another algorithm. */
  OTHER_ALGORITHM("the key that `kid` names is for another algorithm"),
  /** The key did not make this signature of these bytes. */
  SIGNATURE("the signature is not the key's"),
  /** {@code iss} is missing or not a proper identifier. */
  ISSUER("`iss` is missing or not text of 1 to 256 characters"),
  /** {@code iss} is another issuer. */
  OTHER_ISSUER("`iss` is not the issuer that is trusted"),
  /** {@code aud} is missing, or neither an identifier nor a list of them. */
  AUDIENCE("`aud` is missing, or neither text nor a list of texts"),
  /** {@code aud} does not name this audience. */
  OTHER_AUDIENCE("`aud` does not name this audience"),
  /** The token is bound to a key of its sender ({@code cnf}: RFC 8705, RFC 9449). */
  SENDER_BOUND("the token is bound to a key of its sender (`cnf`), which nobody checks here"),
  /** A claim that the profile requires is missing, or has another value. */
  REQUIRED_CLAIM("a claim that the profile requires is missing or has another value"),
  /** The token is that of a client that the profile does not accept. */
  OTHER_CLIENT("the token's client is not among the accepted ones"),
  /** The token is that of a subject or owner that the profile does not accept. */
  OTHER_SUBJECT("the token's subject or owner is not among the accepted ones"),
  /** {@code sub}, or the profile's other claim, is missing or not a proper identifier. */
  SUBJECT("the user is missing or not text of 1 to 256 characters"),
  /**
   * {@code jti}, or the profile's other claim, is missing or not a proper identifier, or says that
   * it was derived.
   */
  VALUE_ID("the value's id is missing or not text of 1 to 256 characters"),
  /** The token's id is not a proper identifier, or missing where the profile requires it. */
  TOKEN_ID("the token's id is missing or not text of 1 to 256 characters"),
  /** The account is missing or not a proper identifier. */
  ACCOUNT("the account is missing or not text of 1 to 256 characters"),
  /** The capabilities are missing or not what they should be. */
  CAPABILITIES("the capabilities are missing or malformed"),
  /** There are both a list of capabilities and a {@code scope}. */
  TWO_CAPABILITY_CLAIMS("capabilities stand in two claims"),
  /** {@code iat} is missing or not whole seconds. */
  ISSUED_AT("`iat` is missing or not whole seconds"),
  /** {@code nbf} is there and not whole seconds. */
  NOT_BEFORE("`nbf` is not whole seconds"),
  /** {@code exp} is missing or not whole seconds after {@code iat}, or there is a second expiry. */
  EXPIRY("`exp` is missing or not whole seconds after `iat`, or stands beside `expires`"),
  /** The token says that it never expires, and the verifier does not accept that. */
  NEVER_EXPIRES("the token never expires, which is not accepted"),
  /** From {@code iat} to {@code exp} is longer than is accepted. */
  LIFETIME("the token's lifetime is longer than is accepted"),
  /** {@code iat} is later than now. */
  ISSUED_LATER("`iat` is later than now"),
  /** {@code nbf} is later than now. */
  NOT_YET("`nbf` is later than now"),
  /** Now is {@code exp} or later. */
  EXPIRED("the token has expired", TokenReason.EXPIRED_TOKEN),
  /** The token, or this value of it, was revoked. */
  REVOKED("the token was revoked", TokenReason.REVOKED_TOKEN),
  /** The keys were never loaded, or are older than is tolerated. */
  KEYS_UNAVAILABLE("the keys could not be had", TokenReason.UNAVAILABLE),
  /** The keys lack the one that {@code kid} names, and could not be read anew yet. */
  KEY_NOT_LOOKED_FOR(
      "the key that `kid` names is not among the keys, which could not be read anew yet",
      TokenReason.UNAVAILABLE),
  /** Nobody can tell whether the token was revoked. */
  REVOCATIONS_UNAVAILABLE("it is unknown whether the token was revoked", TokenReason.UNAVAILABLE);

  private final String code = EnumCode.of(this);
  private final String message;
  private final TokenReason reason;

  TokenFault(String message) {
    this(message, TokenReason.INVALID_TOKEN);
  }

  TokenFault(String message, TokenReason reason) {
    this.message = message;
    this.reason = reason;
  }

  /** Returns the fault as it is written in vectors and logs. */
  public String code() {
    return code;
  }

  /**
   * Returns what is wrong, in fixed words: nothing of the token stands in them. {@link
   * TokenProfile#message} names the claim, where a profile can read another one.
   */
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
