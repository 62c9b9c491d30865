package example.notes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Notes in memory, each with the account that owns it. */
final class Notes {
  private record Note(String account, String content) {}

  private final Map<String, Note> byId = new ConcurrentHashMap<>();

  Notes() {
    byId.put("1", new Note("A", "Buy milk"));
    byId.put("2", new Note("B", "Call home"));
  }

  /** Returns the account that owns a note, or null where there is none. */
  @Nullable String account(String id) {
    Note note = byId.get(id);
    return note == null ? null : note.account();
  }

  String content(String id) {
    Note note = byId.get(id);
    return note == null ? "" : note.content();
  }

  void write(String id, String content) {
    byId.computeIfPresent(id, (key, note) -> new Note(note.account(), content));
  }
}
