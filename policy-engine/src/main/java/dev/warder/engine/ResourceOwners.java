package dev.warder.engine;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks up whether an account owns a resource that a path names. The engine asks at most once for
 * each owner of each operation asked, on the thread that decides, so an answer should come from
 * memory; for owners that are looked up elsewhere see {@link PolicyEngine#match(String, String)}.
 * It never asks for a grant without an account. Must be safe for use by several threads.
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
    record InMemory(ImmutableMap<String, IdTable> accountsByKind) implements ResourceOwners {
      @Override
      public Ownership ownership(String account, String kind, String path, int start, int end) {
        @Nullable IdTable accounts = accountsByKind.get(kind);
        return accounts != null && account.equals(accounts.get(path, start, end))
            ? Ownership.OWNED
            : Ownership.NOT_OWNED;
      }
    }
    ImmutableMap.Builder<String, IdTable> tables = ImmutableMap.builder();
    accountsByKindAndId.forEach((kind, byId) -> tables.put(kind, new IdTable(byId)));
    return new InMemory(tables.buildOrThrow());
  }

  /**
   * Returns the waiver: the caller checks, for every allowed decision, that the resource belongs to
   * the grant's account. An account that stands in the path itself is compared all the same.
   */
  static ResourceOwners checkedByCaller() {
    // Its identity is what counts, so it is one object.
    enum Waiver implements ResourceOwners {
      CHECKED_BY_CALLER;

      @Override
      public Ownership ownership(String account, String kind, String path, int start, int end) {
        return Ownership.OWNED;
      }
    }
    return Waiver.CHECKED_BY_CALLER;
  }
}
