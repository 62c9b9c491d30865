package dev.warder.cli.check;

import dev.warder.cli.text.Shown;
import dev.warder.engine.Decision;
import dev.warder.engine.Match;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.AccountCheck;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.PathTemplate;
import java.util.Optional;

/**
 * The common slips in writing a request, for the person whose request is refused before
 * capabilities are looked at.
 */
final class RequestHint {
  private final PolicyEngine engine;
  private final String method;
  private final String path;

  private RequestHint(PolicyEngine engine, String method, String path) {
    this.engine = engine;
    this.method = method;
    this.path = path;
  }

  static Optional<String> of(PolicyEngine engine, String method, String path, Decision decision) {
    RequestHint hint = new RequestHint(engine, method, path);
    return switch (decision.reason()) {
      case MALFORMED_REQUEST -> hint.malformed();
      case UNKNOWN_OPERATION -> hint.unknown();
      case METHOD_NOT_ALLOWED ->
          decision.allow().stream()
              .filter(method::equalsIgnoreCase)
              .findFirst()
              .map(allowed -> "a method is compared letter by letter: type " + allowed);
      case WRONG_ACCOUNT -> decision.operation().flatMap(hint::besideText);
      default -> Optional.empty();
    };
  }

  private Optional<String> malformed() {
    if (method.startsWith("/") && !path.startsWith("/")) {
      return Optional.of("METHOD stands before PATH: type " + Shown.quoted(path + " " + method));
    }
    int scheme = path.indexOf("://");
    if (scheme > 0 && !path.startsWith("/")) {
      int slash = path.indexOf('/', scheme + "://".length());
      String rest = slash < 0 ? "/" : withoutQuery(path.substring(slash));
      return Optional.of("a path has no scheme and no host: type " + Shown.quoted(rest));
    }
    if (!path.startsWith("/")) {
      return Optional.of("a path begins with /: type " + Shown.quoted("/" + withoutQuery(path)));
    }
    if (path.indexOf('?') >= 0) {
      return Optional.of("a path has no query: type " + Shown.quoted(withoutQuery(path)));
    }
    if (path.indexOf('{') >= 0) {
      return Optional.of("a path has no braces: type the id or the account itself");
    }
    return path.contains("//") ? Optional.of("no path has //") : Optional.empty();
  }

  private static String withoutQuery(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  private Optional<String> unknown() {
    boolean hasSlash = path.endsWith("/");
    if (isKnown(hasSlash ? path.substring(0, path.length() - 1) : path + "/")) {
      return Optional.of(
          "the catalogue has this path " + (hasSlash ? "without a" : "with a") + " / at its end");
    }
    String basePath = engine.catalogue().basePath();
    if (!path.startsWith(basePath + "/")) {
      return Optional.of(
          "all paths of this catalogue begin with "
              + basePath
              + (isKnown(basePath + path) ? ": type " + Shown.quoted(basePath + path) : ""));
    }
    return path.indexOf('%') < 0
        ? Optional.empty()
        : Optional.of(
            "no percent triple may stand in an account, in a resource's id or for text of a"
                + " template");
  }

  private boolean isKnown(String other) {
    return engine
        .match(method, other)
        .refusal()
        .filter(refusal -> refusal.reason() != Reason.METHOD_NOT_ALLOWED)
        .isEmpty();
  }

  /** Returns a hint where an account or a resource shares its segment with text that hides it. */
  private Optional<String> besideText(Operation operation) {
    return engine.match(method, path).parameters(operation).stream()
        .filter(parameter -> isCompared(operation, parameter))
        .filter(parameter -> !parameter.text().chars().allMatch(PathTemplate::isUnreserved))
        .findFirst()
        .map(
            parameter ->
                "beside text, "
                    + parameter.name()
                    + " may have only A-Z a-z 0-9 - . _ ~, and has more here");
  }

  private static boolean isCompared(Operation operation, Match.Parameter parameter) {
    boolean isBesideText =
        operation.template().segments().stream()
            .anyMatch(
                segment ->
                    segment instanceof PathSegment.Parameter own
                        && own.name().equals(parameter.name())
                        && !own.isWhole());
    return isBesideText
        && operation.accountRule().checks().stream()
            .anyMatch(check -> parameterOf(check).equals(Optional.of(parameter.name())));
  }

  private static Optional<String> parameterOf(AccountCheck check) {
    if (check instanceof AccountCheck.InPath inPath) {
      return Optional.of(inPath.parameter());
    }
    return check instanceof AccountCheck.Owned owned
        ? Optional.of(owned.parameter())
        : Optional.empty();
  }
}
