package dev.warder.cli.check;

import dev.warder.engine.Reason;
import dev.warder.gate.token.TokenFault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The explanation of a reason.
 *
 * @param code the reason
 * @param status its HTTP status
 * @param means what it means, in a few words without a full stop
 * @param when when it is given
 * @param remedy what a client or an operator can do
 */
record ReasonText(String code, int status, String means, String when, String remedy) {
  /** Every reason: of decisions in the order of their steps, then of tokens, then of gates. */
  static final List<ReasonText> ALL =
      Stream.concat(
              Stream.of(Reason.values()).map(ReasonText::of),
              Stream.of(
                  new ReasonText(
                      "invalid-token",
                      401,
                      "the token is not valid now for this issuer and audience",
                      "The text is not a token, its key or its signature is wrong, it has another"
                          + " issuer or audience, or its time has not come. The fault says which.",
                      "Look at the token with `warder token inspect`."),
                  new ReasonText(
                      "expired-token",
                      401,
                      "the token is genuine, and its time is over",
                      "The time is the token's `exp` or later. At exactly that instant it has"
                          + " expired.",
                      "Ask an admin of the token's account to rotate it."),
                  new ReasonText(
                      "revoked-token",
                      401,
                      "the token is genuine, and was revoked",
                      "The token, or this value of it, was revoked for good.",
                      "Ask an admin of the token's account for another token."),
                  new ReasonText(
                      "missing-token",
                      401,
                      "there is no token, and without one the request is not allowed",
                      "A gate gives this answer to every request without a token, except public and"
                          + " malformed ones. So nobody learns which paths exist.",
                      "Send a token in the `Authorization` field, after `Bearer` and a space."),
                  new ReasonText(
                      "client-limit",
                      429,
                      "the client made too many requests without a valid token in this hour",
                      "A client made as many requests as are admitted without a token, or with one"
                          + " that is invalid, expired or revoked. An IPv6 client is a /64. Public"
                          + " requests have a limit of their own.",
                      "Wait until the clock hour is over; `Retry-After` says how long."),
                  new ReasonText(
                      "public-limit",
                      429,
                      "the client made too many public requests in this hour",
                      "A client made as many requests without a token to public operations as are"
                          + " admitted. An IPv6 client is a /64.",
                      "Wait until the clock hour is over; `Retry-After` says how long. `public`"
                          + " among the catalogue's limits sets how many are admitted."),
                  new ReasonText(
                      "token-limit",
                      429,
                      "the token made too many requests in this hour",
                      "All values of the token together made as many requests as are admitted,"
                          + " denied ones included.",
                      "Wait until the clock hour is over; `Retry-After` says how long."),
                  new ReasonText(
                      "account-limit",
                      429,
                      "the tokens of the account made too many requests in this hour",
                      "All tokens of the account together made as many requests as are admitted,"
                          + " denied ones included.",
                      "Wait until the clock hour is over; `Retry-After` says how long.")))
          .toList();

  /** Returns the explanation of the reason with this code, if there is one. */
  static Optional<ReasonText> of(String code) {
    return ALL.stream().filter(text -> text.code().equals(code)).findFirst();
  }

  /** Returns the explanation of a fault of a token. */
  static ReasonText of(TokenFault fault) {
    return new ReasonText(
        fault.code(),
        fault.reason().status(),
        fault.message(),
        "It is a fault of a token. A client gets only the reason, " + fault.reason() + ".",
        "Look at the token with `warder token inspect`, and at the reason with `warder explain "
            + fault.reason()
            + "`.");
  }

  private static ReasonText of(Reason reason, String means, String when, String remedy) {
    return new ReasonText(reason.code(), reason.status(), means, when, remedy);
  }

  /** Returns the explanation of the reason of a decision. */
  static ReasonText of(Reason reason) {
    return switch (reason) {
      case ALLOWED ->
          of(
              reason,
              "every step passed",
              "Every operation that the request asks lets the token through: the account fits, and"
                  + " the capabilities are held.",
              "There is nothing to do.");
      case MALFORMED_REQUEST ->
          of(
              reason,
              "the path is not canonical or the method is not a token",
              "The path is empty, does not begin with a slash, has a segment of dots only or an empty"
                  + " one before the last, a query, a character or a percent triple that is not"
                  + " allowed, or more than 2,048 characters or 32 segments. Nothing is decoded or"
                  + " repaired.",
              "Send the path in its canonical spelling; a gateway passes it on as received, cut at"
                  + " the first question mark.");
      case UNKNOWN_OPERATION ->
          of(
              reason,
              "no template matches the path",
              "No operation of the catalogue has a template that matches the path, whatever the"
                  + " method; a slash at the end counts. A percent triple in an account or a"
                  + " resource's id matches nothing either, nor does one without which the path would"
                  + " match otherwise, nor dots alone where a parameter has text beside it.",
              "Look for the path with `warder operations TEXT`, and mind the base path.");
      case METHOD_NOT_ALLOWED ->
          of(
              reason,
              "templates match the path, none with this method",
              "The path is known, but not with this method. Methods are compared as they stand:"
                  + " `get` is not `GET`. `HEAD` is `GET`, unless the template has a `HEAD` of its"
                  + " own.",
              "Use one of the methods that the answer lists as `Allow`.");
      case UNMAPPED_OPERATION ->
          of(
              reason,
              "the provider has not said what the operation needs",
              "The catalogue names the operation, but not its requirement, so it is denied to"
                  + " everyone; or a command makes a call that no document describes.",
              "Ask the provider what the operation needs, and write it into the catalogue.");
      case WRONG_ACCOUNT ->
          of(
              reason,
              "the resource is not known to belong to the token's account",
              "The account in the path, the account that comes with the request, or the owner of a"
                  + " resource that the path names, is not the account of the token. An unknown"
                  + " resource and another account's are one answer, so that nobody can tell them"
                  + " apart. A request that names no account, or a token without one, gets it too.",
              "Check the id, the account that the request names, and that the token belongs to the"
                  + " account.");
      case UNAVAILABLE ->
          of(
              reason,
              "the owner could not be looked up",
              "The host could not find out who owns the resource, or its look-up failed. What cannot be"
                  + " looked up is denied. For a token: its keys could not be read, or it was"
                  + " unknown whether it was revoked.",
              "Try again later. An operator should look at the source of owners, keys or"
                  + " revocations.");
      case MISSING_CAPABILITY ->
          of(
              reason,
              "no alternative is wholly held, or a token is needed and there is none",
              "The account fits, but the token lacks something of every alternative of the"
                  + " requirement.",
              "Give the token what the answer calls `enough`, or type `warder needs` beforehand.");
    };
  }
}
