package dev.warder.benchmarks.peer;

import dev.warder.model.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/** The mapping that Jetty takes for the best decides. */
final class JettyMappings implements PathPeer {
  private final Map<String, PathMappings<WrittenNeeds>> mappings = new HashMap<>();
  private final Set<String> held;

  JettyMappings(List<Operation> operations, Set<String> held) {
    this.held = new HashSet<>(held);
    for (Operation operation : operations) {
      mappings
          .computeIfAbsent(operation.method(), method -> new PathMappings<>())
          .put(
              new UriTemplatePathSpec(operation.template().toString()), WrittenNeeds.of(operation));
    }
  }

  @Override
  public boolean isAllowed(String method, String path) {
    PathMappings<WrittenNeeds> ofMethod = mappings.get(method);
    if (ofMethod == null) {
      return false;
    }
    MatchedResource<WrittenNeeds> matched = ofMethod.getMatched(path);
    return matched != null && matched.getResource().areMetBy(held);
  }
}
