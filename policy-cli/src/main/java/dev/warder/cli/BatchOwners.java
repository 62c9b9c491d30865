package dev.warder.cli;

import dev.warder.engine.Ownership;
import dev.warder.engine.ResourceOwners;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The owners that a line of a batch names, by kind and id; any other cannot be looked up. */
record BatchOwners(Map<String, Map<String, @Nullable String>> accounts) implements ResourceOwners {
  static final BatchOwners NONE = new BatchOwners(Map.of());

  @Override
  public Ownership ownership(String account, String kind, String path, int start, int end) {
    String owner = accounts.getOrDefault(kind, Map.of()).get(path.substring(start, end));
    if (owner == null) {
      return Ownership.UNAVAILABLE;
    }
    return owner.equals(account) ? Ownership.OWNED : Ownership.NOT_OWNED;
  }
}
