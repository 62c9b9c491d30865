package dev.warder.engine;

import java.util.Map;

/**
 * Tells which account owns a resource that a path names. The engine asks at most once for each
 * operation asked, on the thread that decides, so an answer should come from memory; for owners
 * that are looked up elsewhere see {@link PolicyEngine#match}. Must be safe for use by several
 * threads.
 */
@FunctionalInterface
public interface ResourceOwners {

  /**
   * Answers whether an account owns a resource. The resource's id is a region of the path, so that
   * none need be copied; it holds no percent triple. Any exception, and null, count as {@link
   * Ownership#UNAVAILABLE}, so an implementation that wants its failures known reports them itself.
   *
   * @param account the grant's account
   * @param kind the resource's kind, as in the catalogue
   * @param path the whole path
   * @param start where the id begins in the path
   * @param end where the id ends in the path, exclusive
   */
  Ownership ownership(String account, String kind, String path, int start, int end);

  /**
   * Returns owners held in memory: kind, then id, then account. The maps are copied. An answer
   * allocates nothing.
   */
  static ResourceOwners of(Map<String, ? extends Map<String, String>> accountsByKindAndId) {
    return new OwnersInMemory(accountsByKindAndId);
  }

  /**
   * Returns the waiver: the caller checks, for every allowed decision, that the resource belongs to
   * the grant's account. An account that stands in the path itself is compared all the same.
   */
  static ResourceOwners checkedByCaller() {
    return CheckedByCaller.WAIVER;
  }
}
