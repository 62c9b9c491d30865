package dev.warder.gate.owner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where owners are looked up in tests. It counts, fails when told, and may be held. */
final class Source implements OwnerLookup {
  private final Map<String, String> accounts = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private boolean fails;

  synchronized void own(String resource, String account) {
    fails = false;
    accounts.put(resource, account);
  }

  synchronized void fail() {
    fails = true;
  }

  /** Returns what was looked up since this was called last, as {@code KIND/ID}. */
  synchronized List<String> asked() {
    List<String> copy = List.copyOf(asked);
    asked.clear();
    return copy;
  }

  @Override
  public synchronized String account(String kind, String id) throws Exception {
    asked.add(kind + "/" + id);
    if (fails) {
      throw new Exception("the source is down");
    }
    return accounts.get(kind + "/" + id);
  }
}
