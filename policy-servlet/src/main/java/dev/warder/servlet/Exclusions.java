package dev.warder.servlet;

import com.google.common.collect.ImmutableList;
import dev.warder.engine.Decision;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.PathTemplate;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which requests the filter passes on unjudged. All readings of a path have to agree: the path as
 * written, the path as the container decodes it, and the catalogue, which must not know it.
 */
final class Exclusions {
  private final ImmutableList<ServletMapping> mappings;
  private volatile @Nullable Usable usable;

  /**
   * What holds in a context by the catalogue of an engine.
   *
   * @param mappings those that no template lies below
   * @param shapes what paths of templates look like
   */
  private record Usable(
      PolicyEngine engine,
      String context,
      ImmutableList<ServletMapping> mappings,
      ImmutableList<Pattern> shapes) {

    boolean cover(String inContext, String uri) {
      return isMapped(mappings, inContext)
          && shapes.stream().noneMatch(shape -> shape.matcher(uri).matches());
    }
  }

  Exclusions(ImmutableList<ServletMapping> mappings) {
    this.mappings = mappings;
  }

  List<String> texts() {
    return mappings.stream().map(ServletMapping::toString).toList();
  }

  /** Returns whether a path is excluded; one with a triple never is. */
  boolean cover(PolicyEngine engine, HttpServletRequest request, DispatchPath path) {
    String inContext = path.inContext();
    return isMapped(mappings, inContext)
        && inContext.equals(DispatchPath.decoded(request))
        && path.uri().indexOf('%') < 0
        && isUnknown(engine, path.uri())
        && isUnknown(engine, withOtherEnd(path.uri()))
        && usable(engine, path.context()).cover(inContext, path.uri());
  }

  private static boolean isMapped(ImmutableList<ServletMapping> mappings, String inContext) {
    return mappings.stream().anyMatch(mapping -> mapping.matches(inContext));
  }

  /**
   * Returns what was made for the last request, where it fits. A client may write the context's
   * path in several ways, but in one that is canonical and without a triple.
   */
  @SuppressWarnings("ReferenceEquality") // an engine is compiled anew for each catalogue
  private Usable usable(PolicyEngine engine, String context) {
    Usable last = usable;
    if (last == null || last.engine != engine || !last.context.equals(context)) {
      last =
          new Usable(
              engine,
              context,
              mappings.stream()
                  .filter(mapping -> operationBelow(engine, context, mapping).isEmpty())
                  .collect(ImmutableList.toImmutableList()),
              shapes(engine));
      usable = last;
    }
    return last;
  }

  /**
   * A catalogue does not know a path whose letters differ in case, or in which a parameter stands
   * for dots only, but a framework may run the handler of the template for it.
   */
  private static ImmutableList<Pattern> shapes(PolicyEngine engine) {
    return engine.catalogue().operations().stream()
        .map(Operation::template)
        .distinct()
        .map(Exclusions::pattern)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns all paths whose segments a template's stand for, with or without a slash at the end.
   */
  private static Pattern pattern(PathTemplate template) {
    return Pattern.compile(
        template.segments().stream()
            .map(Exclusions::pattern)
            .collect(Collectors.joining("/", "/", "/?")),
        Pattern.CASE_INSENSITIVE);
  }

  private static String pattern(PathSegment segment) {
    if (segment instanceof PathSegment.Parameter parameter) {
      return Pattern.quote(parameter.before()) + "[^/]+" + Pattern.quote(parameter.after());
    }
    return segment instanceof PathSegment.Span span
        ? ".+" + Pattern.quote(span.after())
        : Pattern.quote(segment.toString());
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
