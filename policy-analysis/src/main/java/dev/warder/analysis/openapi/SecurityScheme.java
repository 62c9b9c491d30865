package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * A security scheme, of which only the scopes that it declares are read.
 *
 * @param scopes the scopes of all flows with their descriptions, in the order written
 */
record SecurityScheme(Map<String, String> scopes) {
  SecurityScheme {
    scopes = ImmutableMap.copyOf(scopes);
  }
}
