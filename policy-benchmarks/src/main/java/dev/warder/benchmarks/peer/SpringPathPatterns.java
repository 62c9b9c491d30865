package dev.warder.benchmarks.peer;

import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The first pattern that matches decides. */
final class SpringPathPatterns implements PathPeer {
  private record Route(PathPattern pattern, WrittenNeeds needs) {}

  private final Map<String, List<Route>> routes = new HashMap<>();
  private final Set<String> held;

  SpringPathPatterns(List<Operation> operations, Set<String> held) {
    this.held = new HashSet<>(held);
    PathPatternParser parser = new PathPatternParser();
    for (Operation operation : operations) {
      routes
          .computeIfAbsent(operation.method(), method -> new ArrayList<>())
          .add(
              new Route(parser.parse(operation.template().toString()), WrittenNeeds.of(operation)));
    }
  }

  @Override
  public boolean isAllowed(String method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    for (Route route : routes.getOrDefault(method, List.of())) {
      if (route.pattern().matches(parsed)) {
        return route.needs().areMetBy(held);
      }
    }
    return false;
  }
}
