package dev.warder.gate;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.warder.engine.Reason;
import dev.warder.gate.limit.LimitKind;
import dev.warder.gate.token.TokenReason;
import dev.warder.model.text.EnumCode;
import java.util.Arrays;

/**
 * Why a gate let a request through or did not: the reasons of decisions and of tokens, and those of
 * the gate itself. Callers branch on this; more reasons may be added, so a {@code switch} needs a
 * default, which denies.
 */
public enum GateReason {
  /** Every step passed. */
  ALLOWED(200, "the request is allowed"),
  /** The path is not canonical, or the method is not a token. */
  MALFORMED_REQUEST(400, "the path or the method is malformed"),
  /** There is no token, and without one the request is not allowed. */
  MISSING_TOKEN(401, "an access token is needed"),
  /** It is no token of this issuer for this audience, or not one that may be used now. */
  INVALID_TOKEN(401, "the access token is not valid"),
  /** The token is genuine, and its time is over. */
  EXPIRED_TOKEN(401, "the access token has expired"),
  /** The token is genuine, and was revoked. */
  REVOKED_TOKEN(401, "the access token was revoked"),
  /** The client made as many denied requests without a valid token as are admitted in this hour. */
  CLIENT_LIMIT(429, "too many requests without a valid access token in this hour"),
  /** The client made as many requests to public operations as are admitted in this hour. */
  PUBLIC_LIMIT(429, "too many public requests in this hour"),
  /** The token has made as many requests as are admitted in this hour. */
  TOKEN_LIMIT(429, "too many requests of this token in this hour"),
  /** The account has made as many requests as are admitted in this hour. */
  ACCOUNT_LIMIT(429, "too many requests of this account in this hour"),
  /** No template matches the path. */
  UNKNOWN_OPERATION(404, "there is no such operation"),
  /** Templates match the path, none with this method. */
  METHOD_NOT_ALLOWED(405, "the path does not have this method"),
  /** The catalogue names the operation, but nobody said what it needs. */
  UNMAPPED_OPERATION(403, "it is not known what the operation needs, so nobody may ask it"),
  /** The resource is not known to belong to the token's account. A client learns less. */
  WRONG_ACCOUNT(404, "not found"),
  /** Something is unknown that a decision needs: keys, revocations, an owner, a count. */
  UNAVAILABLE(503, "it cannot be told whether this is allowed"),
  /** No alternative is wholly held. */
  MISSING_CAPABILITY(403, "the access token does not carry what the operation needs");

  private static final ImmutableMap<String, GateReason> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), GateReason::code);
  private static final ImmutableMap<Reason, GateReason> OF_DECISION =
      Maps.immutableEnumMap(
          Maps.toMap(
              Arrays.asList(Reason.values()),
              reason -> BY_CODE.getOrDefault(reason.code(), UNAVAILABLE)));

  private final String code = EnumCode.of(this);
  private final int status;
  private final String detail;

  GateReason(int status, String detail) {
    this.status = status;
    this.detail = detail;
  }

  static GateReason of(Reason reason) {
    return OF_DECISION.getOrDefault(reason, UNAVAILABLE);
  }

  static GateReason of(TokenReason reason) {
    return BY_CODE.getOrDefault(reason.code(), UNAVAILABLE);
  }

  static GateReason of(LimitKind full) {
    return switch (full) {
      case TOKEN -> TOKEN_LIMIT;
      case ACCOUNT -> ACCOUNT_LIMIT;
      case CLIENT -> CLIENT_LIMIT;
      case PUBLIC -> PUBLIC_LIMIT;
    };
  }

  /** Returns the reason as it is written in vectors and logs. */
  public String code() {
    return code;
  }

  /** Returns the HTTP status (RFC 9110, section 15) for an answer with this reason. */
  public int status() {
    return status;
  }

  /** Returns the status in words, as RFC 9110 has it. */
  String phrase() {
    return switch (status) {
      case 200 -> "OK";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> throw new AssertionError(status);
    };
  }

  /** Returns the text for a client: fixed printable ASCII without quotation marks. */
  String detail() {
    return detail;
  }

  /** Returns the reason to show to a client, which reveals nothing of what exists. */
  String told() {
    return this == WRONG_ACCOUNT ? "not-found" : code;
  }

  /** Returns the code. */
  @Override
  public String toString() {
    return code;
  }
}
