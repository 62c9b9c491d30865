package dev.warder.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping in the making; the place of each part is its path of keys. */
final class Keys {
  static final Place NOWHERE = new Place("", 0, 0);

  private final String path;
  private final List<Node.Entry> entries = new ArrayList<>();

  Keys(String path) {
    this.path = path;
  }

  /** Returns the path of a key of this mapping, such as {@code operations.list-apps}. */
  String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  @CanIgnoreReturnValue
  Keys put(String key, Node value) {
    entries.add(new Node.Entry(new Node.Scalar(placeOf(key), key), value));
    return this;
  }

  /** Puts a text; null is left out. */
  @CanIgnoreReturnValue
  Keys put(String key, @Nullable String value) {
    return value == null ? this : put(key, new Node.Scalar(placeOf(key), value));
  }

  /** Puts a list or a map; null and an empty one are left out. */
  @CanIgnoreReturnValue
  Keys putUnlessEmpty(String key, @Nullable Node value) {
    boolean empty =
        value == null
            || (value instanceof Node.Sequence sequence && sequence.items().isEmpty())
            || (value instanceof Node.Mapping mapping && mapping.entries().isEmpty());
    return value == null || empty ? this : put(key, value);
  }

  /** Puts a list of texts. */
  @CanIgnoreReturnValue
  Keys put(String key, List<String> values) {
    List<Node> items = new ArrayList<>();
    for (String value : values) {
      items.add(new Node.Scalar(new Place(pathOf(key) + "[" + items.size() + "]", 0, 0), value));
    }
    return put(key, new Node.Sequence(placeOf(key), items));
  }

  Node.Mapping build() {
    return new Node.Mapping(new Place(path, 0, 0), entries);
  }

  private Place placeOf(String key) {
    return new Place(pathOf(key), 0, 0);
  }
}
