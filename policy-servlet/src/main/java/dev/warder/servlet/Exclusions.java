package dev.warder.servlet;

import com.google.common.collect.ImmutableList;
import dev.warder.engine.Decision;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;

/**
 * Which requests the filter passes on unjudged. All readings of a path have to agree: the path as
 * written, the path as the container decodes it, and the catalogue, which must not know it.
 */
record Exclusions(ImmutableList<ServletMapping> mappings) {

  /** Returns whether a path is excluded; one with a triple never is. */
  boolean cover(PolicyEngine engine, DispatchPath path) {
    String inContext = path.inContext();
    return mappings.stream().anyMatch(mapping -> mapping.matches(inContext))
        && inContext.equals(path.decoded())
        && path.uri().indexOf('%') < 0
        && isUnknown(engine, path.uri())
        && isUnknown(engine, withOtherEnd(path.uri()));
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
