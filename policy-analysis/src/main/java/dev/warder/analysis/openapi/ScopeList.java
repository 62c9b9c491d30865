package dev.warder.analysis.openapi;

/**
 * What a list of scopes in one scheme of one alternative means. OpenAPI says all of them; several
 * providers write lists of which any one is enough, so you declare which it is.
 */
public enum ScopeList {
  /** The token needs all scopes of the list, as OpenAPI says. */
  ALL_OF,
  /** The token needs one scope of the list. */
  ANY_OF
}
