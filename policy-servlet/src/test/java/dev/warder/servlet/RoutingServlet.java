package dev.warder.servlet;

import com.google.common.base.Splitter;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;

/**
 * Finds the handler as lenient frameworks do: by the path that the container has decoded and
 * normalised, without regard to a slash at the end. It says in a field which operation it ran.
 */
final class RoutingServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Splitter SLASHES = Splitter.on('/').omitEmptyStrings();

  private final transient Catalogue catalogue;

  RoutingServlet(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    String info = request.getPathInfo();
    String path = request.getServletPath() + (info == null ? "" : info);
    String ran =
        route(request.getMethod(), path).map(Operation::id).orElse("excluded " + getServletName());
    response.setHeader("X-Ran", ran);
  }

  private Optional<Operation> route(String method, String path) {
    List<String> segments = SLASHES.splitToList(path);
    return catalogue.operations().stream()
        .filter(operation -> operation.method().equals(method) || isHead(operation, method))
        .filter(
            operation -> matches(SLASHES.splitToList(operation.template().toString()), segments))
        // A literal comes before a parameter.
        .min((one, other) -> Boolean.compare(hasParameter(one), hasParameter(other)));
  }

  private static boolean isHead(Operation operation, String method) {
    return method.equals("HEAD") && operation.method().equals("GET");
  }

  private static boolean hasParameter(Operation operation) {
    return operation.template().toString().contains("{");
  }

  private static boolean matches(List<String> template, List<String> segments) {
    if (template.get(template.size() - 1).endsWith("...}")) {
      int fixed = template.size() - 1;
      return segments.size() > fixed
          && matches(template.subList(0, fixed), segments.subList(0, fixed));
    }
    if (template.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < template.size(); i++) {
      if (!template.get(i).startsWith("{") && !template.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }
}
