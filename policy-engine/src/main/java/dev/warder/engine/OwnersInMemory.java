package dev.warder.engine;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Owners held in memory: a table for each kind. */
final class OwnersInMemory implements ResourceOwners {
  private final ImmutableMap<String, IdTable> accountsByKind;

  OwnersInMemory(Map<String, ? extends Map<String, String>> accountsByKindAndId) {
    ImmutableMap.Builder<String, IdTable> tables = ImmutableMap.builder();
    accountsByKindAndId.forEach((kind, byId) -> tables.put(kind, new IdTable(byId)));
    this.accountsByKind = tables.buildOrThrow();
  }

  @Override
  public Ownership ownership(String account, String kind, String path, int start, int end) {
    @Nullable IdTable accounts = accountsByKind.get(kind);
    return accounts != null && account.equals(accounts.get(path, start, end))
        ? Ownership.OWNED
        : Ownership.NOT_OWNED;
  }
}
