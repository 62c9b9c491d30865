package dev.warder.benchmarks.peer;

import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What most teams write: the first pattern that matches decides. */
final class RegexList implements PathPeer {
  private record Route(Pattern pattern, WrittenNeeds needs) {}

  private final Map<String, List<Route>> routes = new HashMap<>();
  private final Set<String> held;

  RegexList(List<Operation> operations, Set<String> held) {
    this.held = new HashSet<>(held);
    for (Operation operation : operations) {
      routes
          .computeIfAbsent(operation.method(), method -> new ArrayList<>())
          .add(new Route(pattern(operation), WrittenNeeds.of(operation)));
    }
  }

  private static Pattern pattern(Operation operation) {
    StringBuilder pattern = new StringBuilder();
    for (PathSegment segment : operation.template().segments()) {
      pattern
          .append('/')
          .append(
              segment instanceof PathSegment.Literal literal
                  ? Pattern.quote(literal.text())
                  : "[^/]+");
    }
    return Pattern.compile(pattern.toString());
  }

  @Override
  public boolean isAllowed(String method, String path) {
    for (Route route : routes.getOrDefault(method, List.of())) {
      if (route.pattern().matcher(path).matches()) {
        return route.needs().areMetBy(held);
      }
    }
    return false;
  }
}
