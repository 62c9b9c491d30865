package dev.warder.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** The entries made last, up to a thousand: logs speak of few things, again and again. */
final class Latest<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;
  private static final int MOST_KEPT = 1_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MOST_KEPT;
  }
}
