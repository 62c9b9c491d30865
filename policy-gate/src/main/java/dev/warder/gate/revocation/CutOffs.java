package dev.warder.gate.revocation;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Names, each with the greatest instant before which everything of it is revoked. An entry takes
 * some 150 bytes: accounts and users are revoked as a whole seldom, and kept by name.
 */
final class CutOffs {
  private final ConcurrentMap<String, Instant> cutOffs = new ConcurrentHashMap<>();

  void add(String name, Instant issuedBefore) {
    cutOffs.merge(name, issuedBefore, (one, other) -> one.isBefore(other) ? other : one);
  }

  boolean covers(String name, Instant issuedAt) {
    @Nullable Instant issuedBefore = cutOffs.get(name);
    return issuedBefore != null && issuedAt.isBefore(issuedBefore);
  }

  int size() {
    return cutOffs.size();
  }
}
