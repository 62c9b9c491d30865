package dev.warder.analysis.openapi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which path stands before the paths of an OpenAPI document. A catalogue's templates are compared
 * whole, base path included. Immutable.
 */
public final class ServerPaths {
  private static final ServerPaths AS_DOCUMENTED = new ServerPaths(null);

  private final @Nullable String basePath;

  private ServerPaths(@Nullable String basePath) {
    this.basePath = basePath;
  }

  /**
   * Returns that the document's {@code servers} say it: the path of their addresses, variables
   * replaced by their defaults, a slash at the end left out. Servers of a path or an operation
   * stand before the document's. Where several servers have different paths, the document is
   * refused, and no server is the empty path.
   */
  public static ServerPaths asDocumented() {
    return AS_DOCUMENTED;
  }

  /**
   * Returns that this path stands before all, whatever servers the document names.
   *
   * @param basePath a path such as {@code /v1}, or the empty text
   * @throws IllegalArgumentException when it does not begin with a slash, or ends with one
   */
  public static ServerPaths replacedBy(String basePath) {
    if (!basePath.isEmpty() && (!basePath.startsWith("/") || basePath.endsWith("/"))) {
      throw new IllegalArgumentException(
          "a base path begins with a slash and does not end with one");
    }
    return new ServerPaths(basePath);
  }

  Optional<String> replacement() {
    return Optional.ofNullable(basePath);
  }

  /** Returns the path, or that the document says it. */
  @Override
  public String toString() {
    return basePath == null ? "as documented" : basePath;
  }
}
