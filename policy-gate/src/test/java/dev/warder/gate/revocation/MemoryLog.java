package dev.warder.gate.revocation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A log that can be cut off, rewritten, restored and out of reach. */
final class MemoryLog implements RevocationLog {
  List<Entry> entries = new ArrayList<>();
  boolean isOutOfReach;
  int reads;

  /** Run at the beginning of each read. */
  Runnable atRead = () -> {};

  void append(Revocation revocation) {
    int size = entries.size();
    entries.add(
        size == 0
            ? Entry.after(0, NO_LINK, revocation)
            : Entry.after(size, entries.get(size - 1).link(), revocation));
  }

  void cutOff(int size) {
    entries = new ArrayList<>(entries.subList(0, size));
  }

  @Override
  public List<Entry> read(long from, int most) throws IOException {
    reads++;
    atRead.run();
    if (isOutOfReach) {
      throw new IOException("out of reach");
    }
    int start = (int) Math.min(from - 1, entries.size());
    return List.copyOf(entries.subList(start, Math.min(start + most, entries.size())));
  }
}
