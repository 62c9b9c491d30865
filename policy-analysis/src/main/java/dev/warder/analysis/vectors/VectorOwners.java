package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableMap;
import dev.warder.engine.Ownership;
import dev.warder.engine.ResourceOwners;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who owns what in a file of vectors.
 *
 * @param accounts kind, then id, then account, or none where the look-up fails; null when owners
 *     are checked by the caller
 */
record VectorOwners(@Nullable Map<String, Map<String, Optional<String>>> accounts) {
  static final VectorOwners CHECKED_BY_CALLER = new VectorOwners(null);

  ResourceOwners forEngine() {
    return accounts == null
        ? ResourceOwners.checkedByCaller()
        : (account, kind, path, start, end) ->
            ownership(accounts, account, kind, path.substring(start, end));
  }

  private static Ownership ownership(
      Map<String, Map<String, Optional<String>>> accounts, String account, String kind, String id) {
    Optional<String> owner = accounts.getOrDefault(kind, ImmutableMap.of()).get(id);
    return owner == null
        ? Ownership.NOT_OWNED
        : owner.isEmpty()
            ? Ownership.UNAVAILABLE
            : owner.get().equals(account) ? Ownership.OWNED : Ownership.NOT_OWNED;
  }
}
