package dev.warder.model.yaml;

import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of a file that has known keys, such as a capability. */
public final class Fields {
  private final Values values;
  private final String owner;
  private final Place place;
  private final boolean isMapping;
  private final Map<String, Node.Entry> byKey;

  /**
   * Reads a mapping; unknown and repeated keys are problems, as is anything but a mapping.
   *
   * @param owner what problems call the entry
   * @param place where the entry stands
   * @param keys the keys that it may have
   */
  public Fields(Values values, String owner, Place place, @Nullable Node node, String... keys) {
    this.values = values;
    this.owner = owner;
    this.place = place;
    this.isMapping = node instanceof Node.Mapping;
    this.byKey = values.entries(node, owner);
    List<String> known = List.of(keys);
    byKey.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            String hint = values.nearest(key, known, "; it has " + String.join(", ", known));
            values.refuse(entry.place(), "unknown key " + Quoted.of(key) + " in " + owner + hint);
          }
        });
  }

  /** Returns the value of a key, or null when there is none. */
  public @Nullable Node optional(String key) {
    Node.Entry entry = byKey.get(key);
    return entry == null ? null : entry.value();
  }

  /** Returns where a key stands, or where the entry does when it has no such key. */
  public Place placeOf(String key) {
    Node.Entry entry = byKey.get(key);
    return entry == null ? place : entry.place();
  }

  /** Returns where the later of two keys stands, for a clash of the two. */
  public Place laterOf(String key, String other) {
    Place place = placeOf(key);
    Place otherPlace = placeOf(other);
    return Place.IN_FILE.compare(place, otherPlace) > 0 ? place : otherPlace;
  }

  /** Returns the value of a key, or null, with a problem, when there is none. */
  public @Nullable Node required(String key) {
    Node node = optional(key);
    if (node == null && isMapping) {
      values.refuse(place, owner + " has no `" + key + "`");
    }
    return node;
  }

  /** Returns the text of a required key, or null with a problem when it breaks the rule. */
  public @Nullable String required(String key, Lexis rule) {
    return values.text(required(key), rule);
  }

  /** Returns the string of a required key; the empty text, with a problem, for anything else. */
  public String string(String key) {
    return values.string(required(key));
  }

  /** Returns the text of an optional key, or null; with a problem when it breaks the rule. */
  public @Nullable String optional(String key, Lexis rule) {
    return values.text(optional(key), rule);
  }
}
