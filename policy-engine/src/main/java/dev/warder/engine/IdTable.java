package dev.warder.engine;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map from ids to texts that is asked with a region of a path, so that no id need be copied: a
 * hash table with linear probing, at most half full. Ids are often chosen by clients, so what does
 * not find a slot near its place, as ids made to collide would not, is kept in a map.
 */
final class IdTable {
  private static final int MOST_PROBES = 32;
  private static final int MULTIPLIER = 0x9E3779B9;

  /** Each id, and after it its text; null when the slot is free. */
  private final @Nullable String[] slots;

  private final int shift;
  private final ImmutableMap<String, String> displaced;

  IdTable(Map<String, String> texts) {
    int bits = Math.max(1, 33 - Integer.numberOfLeadingZeros(texts.size()));
    this.slots = new @Nullable String[2 << bits];
    this.shift = 32 - bits;
    Map<String, String> others = new HashMap<>();
    texts.forEach(
        (id, text) -> {
          int slot = firstSlot(id.hashCode());
          int probes = 1;
          while (slots[slot] != null && probes < MOST_PROBES) {
            slot = nextSlot(slot);
            probes++;
          }
          if (slots[slot] == null) {
            slots[slot] = id;
            slots[slot + 1] = text;
          } else {
            others.put(id, text);
          }
        });
    this.displaced = ImmutableMap.copyOf(others);
  }

  /** Returns the text of the id that is a region of a path, or null when there is none. */
  @Nullable String get(String path, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + path.charAt(i);
    }
    int slot = firstSlot(hash);
    for (int probes = 0; probes < MOST_PROBES; probes++) {
      String id = slots[slot];
      if (id == null) {
        return null;
      }
      if (id.length() == end - start && path.startsWith(id, start)) {
        return slots[slot + 1];
      }
      slot = nextSlot(slot);
    }
    return displaced.isEmpty() ? null : displaced.get(path.substring(start, end));
  }

  private int firstSlot(int hash) {
    return ((hash * MULTIPLIER) >>> shift) << 1;
  }

  private int nextSlot(int slot) {
    return (slot + 2) & (slots.length - 1);
  }
}
