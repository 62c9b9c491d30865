package dev.warder.spring;

import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Where controllers and a catalogue differ: mappings without an operation, to which every request
 * is denied, and operations without a mapping. Names of parameters do not count.
 */
final class MappingReport {
  private final Catalogue catalogue;
  private final String contextPath;
  private final List<String> exclusions;
  private final Set<Operation> unmapped;
  private final List<String> unguarded = new ArrayList<>();

  /**
   * Begins a report in which nothing is mapped.
   *
   * @param exclusions the servlet mappings of requests that are not judged
   */
  MappingReport(Catalogue catalogue, String contextPath, List<String> exclusions) {
    this.catalogue = catalogue;
    this.contextPath = contextPath;
    this.exclusions = exclusions;
    this.unmapped = new LinkedHashSet<>(catalogue.operations());
  }

  /** Adds a controller's mapping. That of error pages is none: it takes no requests. */
  void add(RequestMappingInfo mapping, HandlerMethod handler) {
    if (ErrorController.class.isAssignableFrom(handler.getBeanType())) {
      return;
    }
    for (String pattern : mapping.getPatternValues()) {
      Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
      if (methods.isEmpty()) {
        add("any method", pattern, handler, operation -> true);
      }
      for (RequestMethod method : methods) {
        add(method.name(), pattern, handler, of -> of.method().equals(method.name()));
      }
    }
  }

  private void add(
      String methods, String pattern, HandlerMethod handler, Predicate<Operation> isOfMethod) {
    String shape = shape(contextPath + pattern);
    List<Operation> operations =
        catalogue.operations().stream()
            .filter(isOfMethod)
            .filter(operation -> shape(operation.template().toString()).equals(shape))
            .toList();
    operations.forEach(unmapped::remove);
    if (operations.isEmpty() && !isExcluded(pattern)) {
      unguarded.add(
          "%s %s (%s.%s) has no operation: every request to it is denied"
              .formatted(
                  methods,
                  contextPath + pattern,
                  handler.getBeanType().getSimpleName(),
                  handler.getMethod().getName()));
    }
  }

  private boolean isExcluded(String pattern) {
    return exclusions.stream()
        .anyMatch(
            exclusion ->
                exclusion.endsWith("/*")
                    ? (pattern + "/").startsWith(exclusion.substring(0, exclusion.length() - 1))
                    : pattern.equals(exclusion)
                        || (exclusion.startsWith("*.")
                            && pattern.endsWith(exclusion.substring(1))));
  }

  /** Returns a line for each difference. */
  List<String> differences() {
    List<String> lines = new ArrayList<>(unguarded);
    for (Operation operation : unmapped) {
      lines.add(
          "operation %s (%s %s) has no mapping"
              .formatted(operation.id(), operation.method(), operation.template()));
    }
    return lines;
  }

  /** Returns a pattern without the names of its parameters; one that spans segments is dots. */
  private static String shape(String pattern) {
    StringBuilder shape = new StringBuilder();
    int at = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
      int close = end(pattern, open);
      boolean spans =
          pattern.startsWith("{*", open) || pattern.substring(open, close).endsWith("...}");
      shape.append(pattern, at, open).append(spans ? "{...}" : "{}");
      at = close;
    }
    return shape.append(pattern.substring(at)).toString();
  }

  /** Returns where a parameter ends, whose regular expression may have braces of its own. */
  private static int end(String pattern, int open) {
    int depth = 0;
    for (int i = open; i < pattern.length(); i++) {
      depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return pattern.length();
  }
}
