package dev.warder.benchmarks.peer;

import dev.warder.model.Catalogue;
import java.util.Set;

/**
 * Decides on a method and a concrete path, for one holder of capabilities. Whose the resource is
 * nobody here looks at.
 */
public interface PathPeer {
  /** Returns whether the request is allowed. */
  boolean isAllowed(String method, String path);

  /** Who takes part. */
  enum Name {
    /** A list of compiled regular expressions for each method. */
    REGEX_LIST,
    /** A list of Spring's path patterns for each method. */
    SPRING_PATH_PATTERNS,
    /** Spring Security's delegating authorization manager, with its path pattern matchers. */
    SPRING_SECURITY,
    /** Jetty's path mappings for each method, of URI templates. */
    JETTY,
    /** jCasbin, with {@code keyMatch2} on paths and a role for each capability. */
    JCASBIN,
    /** Cedar through cedar-java, its policies parsed once and kept. */
    CEDAR;

    /**
     * Returns the peer, set up for the operations of a catalogue and what a holder has.
     *
     * @throws Exception when it cannot be set up here
     */
    public PathPeer of(Catalogue catalogue, Set<String> held) throws Exception {
      return switch (this) {
        case REGEX_LIST -> new RegexList(catalogue, held);
        case SPRING_PATH_PATTERNS -> new SpringPathPatterns(catalogue, held);
        case SPRING_SECURITY -> new SpringSecurity(catalogue, held);
        case JETTY -> new JettyMappings(catalogue, held);
        case JCASBIN -> new Casbin(catalogue, held);
        case CEDAR -> new Cedar(catalogue, held);
      };
    }
  }
}
