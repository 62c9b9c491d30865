package dev.warder.servlet;

import com.google.common.collect.ImmutableList;
import dev.warder.engine.Decision;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which requests the filter passes on unjudged. All readings of a path have to agree: the path as
 * written, the path as the container decodes it, and the catalogue, which must not know it.
 */
final class Exclusions {
  private final ImmutableList<ServletMapping> mappings;
  private volatile @Nullable Usable usable;

  /** The mappings that no template lies below, in a context, by the catalogue of an engine. */
  private record Usable(
      PolicyEngine engine, String context, ImmutableList<ServletMapping> mappings) {}

  Exclusions(ImmutableList<ServletMapping> mappings) {
    this.mappings = mappings;
  }

  /** Returns whether a path is excluded; one with a triple never is. */
  boolean cover(PolicyEngine engine, HttpServletRequest request, DispatchPath path) {
    if (mappings.isEmpty()) {
      return false;
    }
    String inContext = path.inContext();
    return usable(engine, path.context()).stream().anyMatch(mapping -> mapping.matches(inContext))
        && inContext.equals(DispatchPath.decoded(request))
        && path.uri().indexOf('%') < 0
        && isUnknown(engine, path.uri())
        && isUnknown(engine, withOtherEnd(path.uri()));
  }

  @SuppressWarnings("ReferenceEquality") // an engine is compiled anew for each catalogue
  private ImmutableList<ServletMapping> usable(PolicyEngine engine, String context) {
    Usable last = usable;
    if (last == null || last.engine != engine || !last.context.equals(context)) {
      last =
          new Usable(
              engine,
              context,
              mappings.stream()
                  .filter(mapping -> operationBelow(engine, context, mapping).isEmpty())
                  .collect(ImmutableList.toImmutableList()));
      usable = last;
    }
    return last.mappings;
  }

  /**
   * Checks that no exclusion is of operations.
   *
   * @throws IllegalStateException naming an exclusion that is
   */
  void check(PolicyEngine engine, String context) {
    for (ServletMapping mapping : mappings) {
      operationBelow(engine, context, mapping)
          .ifPresent(
              operation -> {
                throw new IllegalStateException(
                    "the exclusion %s is of the operation %s (%s %s); exclude paths of no operation"
                        .formatted(
                            mapping, operation.id(), operation.method(), operation.template()));
              });
    }
  }

  private static Optional<Operation> operationBelow(
      PolicyEngine engine, String context, ServletMapping mapping) {
    return engine.catalogue().operations().stream()
        .filter(operation -> mapping.isAbove(context, literals(operation.template().toString())))
        .findFirst();
  }

  /** Returns the segments before the first parameter. */
  private static String literals(String template) {
    int parameter = template.indexOf('{');
    return parameter < 0 ? template : template.substring(0, template.lastIndexOf('/', parameter));
  }

  /** Many frameworks run the same handler with a slash at the end of the path as without. */
  private static String withOtherEnd(String uri) {
    return uri.length() > 1 && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri + "/";
  }

  /** Returns whether a path is canonical, and no template of the catalogue matches it. */
  static boolean isUnknown(PolicyEngine engine, String uri) {
    return engine
        .match("GET", uri)
        .refusal()
        .map(Decision::reason)
        .filter(Reason.UNKNOWN_OPERATION::equals)
        .isPresent();
  }
}
