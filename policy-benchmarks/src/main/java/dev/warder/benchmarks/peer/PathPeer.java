package dev.warder.benchmarks.peer;

import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.List;
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
     * Returns the peer, set up for the operations of a catalogue and what a holder has. Templates
     * of more than literals and whole parameters are left out: peers have other words for these, or
     * none.
     *
     * @throws Exception when it cannot be set up here
     */
    public PathPeer of(Catalogue catalogue, Set<String> held) throws Exception {
      List<Operation> plain =
          catalogue.operations().stream().filter(o -> o.template().isPlain()).toList();
      return switch (this) {
        case REGEX_LIST -> new RegexList(plain, held);
        case SPRING_PATH_PATTERNS -> new SpringPathPatterns(plain, held);
        case SPRING_SECURITY -> new SpringSecurity(plain, held);
        case JETTY -> new JettyMappings(plain, held);
        case JCASBIN -> new Casbin(plain, held);
        case CEDAR -> new Cedar(plain, held);
      };
    }
  }
}
