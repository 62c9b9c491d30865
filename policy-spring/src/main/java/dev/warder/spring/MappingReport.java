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
 * Where controllers and a catalogue differ: mappings without an operation of the same template,
 * with what becomes of requests to them, and operations without a controller. Names of parameters
 * do not count. What has no controller, such as a function that serves a path, is not looked at.
 */
final class MappingReport {
  private final Catalogue catalogue;
  private final String contextPath;
  private final String servletPath;
  private final List<String> exclusions;
  private final Set<Operation> unmapped;
  private final List<String> unguarded = new ArrayList<>();

  /**
   * Begins a report in which nothing is mapped.
   *
   * @param contextPath the path before all of the application's, or nothing
   * @param servletPath the path within it before all of the controllers', or nothing
   * @param exclusions the servlet mappings of requests that are not judged
   */
  MappingReport(
      Catalogue catalogue, String contextPath, String servletPath, List<String> exclusions) {
    this.catalogue = catalogue;
    this.contextPath = contextPath;
    this.servletPath = servletPath;
    this.exclusions = exclusions;
    this.unmapped = new LinkedHashSet<>(catalogue.operations());
  }

  /** Adds a controller's mapping. That of error pages is none: it takes no requests. */
  void add(RequestMappingInfo mapping, HandlerMethod handler) {
    if (ErrorController.class.isAssignableFrom(handler.getBeanType())) {
      return;
    }
    for (String written : mapping.getPatternValues()) {
      String pattern = servletPath + written;
      if (pattern.isEmpty()) {
        continue; // stands beside `/`, and no path is empty
      }
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
          "%s %s (%s.%s) has no operation: %s"
              .formatted(
                  methods,
                  contextPath + pattern,
                  handler.getBeanType().getSimpleName(),
                  handler.getMethod().getName(),
                  fate(pattern, isOfMethod)));
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

  /** Returns what becomes of requests to a pattern that is no operation's. */
  private String fate(String pattern, Predicate<Operation> isOfMethod) {
    List<String> but = new ArrayList<>();
    List<String> operations =
        catalogue.operations().stream()
            .filter(isOfMethod)
            .filter(of -> meet(segments(of.template().toString()), segments(contextPath + pattern)))
            .map(Operation::id)
            .toList();
    if (!operations.isEmpty()) {
      but.add("those that %s matches are decided by it".formatted(String.join(" or ", operations)));
    }
    List<String> open = exclusions.stream().filter(exclusion -> meets(exclusion, pattern)).toList();
    if (!open.isEmpty()) {
      but.add("those that %s excludes are not judged".formatted(String.join(" or ", open)));
    }
    return but.isEmpty()
        ? "every request to it is denied"
        : "requests to it are denied, but " + String.join(", and ", but);
  }

  /** Returns whether an exclusion is of a path that a pattern with parameters matches. */
  private static boolean meets(String exclusion, String pattern) {
    List<String> segments = segments(pattern);
    if (exclusion.startsWith("*.")) {
      String last = segments.get(segments.size() - 1);
      String end = last.substring(Math.max(last.lastIndexOf('}'), last.lastIndexOf('*')) + 1);
      return isOpen(last) && (end.isEmpty() || end.endsWith(exclusion.substring(1)));
    }
    return meet(segments(exclusion.endsWith("/*") ? exclusion + "*" : exclusion), segments);
  }

  private static List<String> segments(String pattern) {
    return List.of(pattern.split("/", -1));
  }

  /**
   * Returns whether a path may be of both: surely, but where texts stand beside parameters or in
   * their regular expressions.
   */
  private static boolean meet(List<String> one, List<String> other) {
    int shorter = Math.min(one.size(), other.size());
    for (int i = 0; i < shorter; i++) {
      if (spans(one.get(i)) || spans(other.get(i))) {
        return true;
      }
      boolean isOneText = !isOpen(one.get(i)) && !isOpen(other.get(i));
      if (isOneText && !one.get(i).equals(other.get(i))) {
        return false;
      }
    }
    List<String> longer = one.size() > shorter ? one : other;
    return longer.size() == shorter
        || (longer.size() == shorter + 1 && spansNoneOrMore(longer.get(shorter)));
  }

  /** Returns whether a segment of a pattern matches several segments of a path. */
  private static boolean spans(String segment) {
    return spansNoneOrMore(segment) || segment.contains("...}");
  }

  private static boolean spansNoneOrMore(String segment) {
    return segment.startsWith("{*") || segment.equals("**");
  }

  /** Returns whether a segment of a pattern matches several texts. */
  private static boolean isOpen(String segment) {
    return segment.indexOf('{') >= 0 || segment.indexOf('*') >= 0 || segment.indexOf('?') >= 0;
  }

  /** Returns a line for each difference. */
  List<String> differences() {
    List<String> lines = new ArrayList<>(unguarded);
    for (Operation operation : unmapped) {
      lines.add(
          "operation %s (%s %s) has no controller"
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
