package dev.warder.gate.owner;

import org.jspecify.annotations.Nullable;

/**
 * Looks up which account owns a resource: a query, or a call to another service. Must be safe for
 * use by several threads. {@link LookedUpOwners} calls it on threads of its own, so it may block,
 * and finds nothing of the request there: no transaction, no security context.
 */
@FunctionalInterface
public interface OwnerLookup {

  /**
   * Returns the account that owns a resource, or null where there is no such resource or nobody
   * owns it.
   *
   * @param kind the resource's kind, as in the catalogue
   * @param id the resource's id as the path has it; it holds no percent triple
   * @throws Exception where it cannot be told now; a null would say that nobody owns the resource
   */
  @Nullable String account(String kind, String id) throws Exception;
}
