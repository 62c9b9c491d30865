package dev.warder.gate.revocation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A log that can be cut off, rewritten, restored and out of reach. */
final class MemoryLog implements RevocationLog {
  static final String ID = "0123456789abcdef0123456789abcdef";

  String id = ID;

  /** Why it does not vouch, when it does not. */
  String refusal = "";

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

  /** Returns how far a follower comes that reads all. */
  RevocationHead head() {
    return new RevocationHead(
        id, entries.isEmpty() ? Progress.NONE : Progress.to(entries.get(entries.size() - 1)));
  }

  @Override
  public String confirm(Progress read) throws IOException {
    if (!refusal.isEmpty()) {
      throw new IOException(refusal);
    }
    return id;
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
