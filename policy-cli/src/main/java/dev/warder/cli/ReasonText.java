package dev.warder.cli;

import dev.warder.engine.Reason;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be said of a reason.
 *
 * @param reason the reason
 * @param means what it means, in a few words without a full stop
 * @param when when it is given
 * @param remedy what a client or an operator can do
 */
record ReasonText(Reason reason, String means, String when, String remedy) {
  /** Every reason, in the order of the decision's steps. */
  static final List<ReasonText> ALL = Stream.of(Reason.values()).map(ReasonText::of).toList();

  private static ReasonText of(Reason reason) {
    return switch (reason) {
      case ALLOWED ->
          new ReasonText(
              reason,
              "every step passed",
              "Every operation that the request asks lets the token through: the account fits, and"
                  + " the capabilities are held.",
              "Nothing is to be done.");
      case MALFORMED_REQUEST ->
          new ReasonText(
              reason,
              "the path is not canonical or the method is not a token",
              "The path is empty, does not begin with a slash, has an empty or dots-only segment, a"
                  + " slash at its end, a query, a character or a percent triple that is not"
                  + " allowed, or more than 2,048 characters or 32 segments. Nothing is decoded or"
                  + " repaired.",
              "Send the path in its canonical spelling; a gateway passes it on as received, cut at"
                  + " the first question mark.");
      case UNKNOWN_OPERATION ->
          new ReasonText(
              reason,
              "no template matches the path",
              "No operation of the catalogue has a template that matches the path, whatever the"
                  + " method. A percent triple in an account, in a resource's id or beside a"
                  + " literal matches nothing either.",
              "Look for the path with `warder operations TEXT`, and mind the base path.");
      case METHOD_NOT_ALLOWED ->
          new ReasonText(
              reason,
              "templates match the path, none with this method",
              "The path is known, but not with this method. Methods are compared as they stand:"
                  + " `get` is not `GET`, and `HEAD` is not `GET`.",
              "Use one of the methods that the answer lists as `Allow`.");
      case UNMAPPED_OPERATION ->
          new ReasonText(
              reason,
              "the provider has not said what the operation needs",
              "The catalogue names the operation, but not its requirement, so it is denied to"
                  + " everyone; or a command makes a call that no document describes.",
              "Ask the provider what the operation needs, and write it into the catalogue.");
      case WRONG_ACCOUNT ->
          new ReasonText(
              reason,
              "the resource is not known to belong to the token's account",
              "The account in the path, or the owner of the resource that the path names, is not"
                  + " the account of the token; an unknown resource and another account's are one"
                  + " answer, so that nobody can tell them apart.",
              "Check the id, and that the token belongs to the account.");
      case UNAVAILABLE ->
          new ReasonText(
              reason,
              "the owner could not be looked up",
              "The host was asked who owns the resource and could not tell, or its look-up failed."
                  + " What cannot be looked up is denied.",
              "Try again later; an operator looks at the source of owners.");
      case MISSING_CAPABILITY ->
          new ReasonText(
              reason,
              "no alternative is wholly held, or a token is needed and there is none",
              "The account fits, but of every alternative of the requirement the token lacks"
                  + " something.",
              "Give the token what the answer calls `enough`, or ask `warder needs` beforehand.");
    };
  }
}
