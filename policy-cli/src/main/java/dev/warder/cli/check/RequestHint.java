package dev.warder.cli.check;

import dev.warder.engine.Decision;
import dev.warder.model.Catalogue;
import java.util.Optional;

/**
 * The common slips in writing a request, for the person whose request is refused before anything is
 * asked.
 */
final class RequestHint {
  private RequestHint() {}

  static Optional<String> of(Catalogue catalogue, String method, String path, Decision decision) {
    return switch (decision.reason()) {
      case MALFORMED_REQUEST -> malformed(path);
      case UNKNOWN_OPERATION -> unknown(catalogue.basePath(), path);
      case METHOD_NOT_ALLOWED ->
          decision.allow().stream()
              .filter(method::equalsIgnoreCase)
              .findFirst()
              .map(allowed -> "a method is compared letter by letter: " + allowed);
      default -> Optional.empty();
    };
  }

  private static Optional<String> malformed(String path) {
    if (!path.startsWith("/")) {
      return Optional.of("a path begins with /");
    }
    if (path.indexOf('?') >= 0) {
      return Optional.of("a path is judged without its query");
    }
    return path.contains("//") ? Optional.of("no path has //") : Optional.empty();
  }

  private static Optional<String> unknown(String basePath, String path) {
    if (!path.startsWith(basePath + "/")) {
      return Optional.of("all paths of this catalogue begin with " + basePath);
    }
    return path.endsWith("/")
        ? Optional.of("a slash at the end of a path counts")
        : Optional.empty();
  }
}
