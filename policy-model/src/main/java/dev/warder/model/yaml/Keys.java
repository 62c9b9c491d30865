package dev.warder.model.yaml;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping in the making; the place of each part is its path of keys. */
public final class Keys {
  /** The place of what has no path. */
  public static final Place NOWHERE = new Place("", 0, 0);

  private final String path;
  private final List<Node.Entry> entries = new ArrayList<>();

  /** Makes an empty mapping at a path of keys; the empty path is that of the file itself. */
  public Keys(String path) {
    this.path = path;
  }

  /** Returns the path of a key of this mapping, such as {@code operations.list-apps}. */
  public String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Puts all that another mapping has, with its places. */
  @CanIgnoreReturnValue
  public Keys putAll(Keys others) {
    entries.addAll(others.entries);
    return this;
  }

  /** Puts a value. */
  @CanIgnoreReturnValue
  public Keys put(String key, Node value) {
    entries.add(new Node.Entry(new Node.Scalar(placeOf(key), key), value));
    return this;
  }

  /** Puts a text; null is left out. */
  @CanIgnoreReturnValue
  public Keys put(String key, @Nullable String value) {
    return value == null ? this : put(key, new Node.Scalar(placeOf(key), value));
  }

  /** Puts a list or a map; null and an empty one are left out. */
  @CanIgnoreReturnValue
  public Keys putUnlessEmpty(String key, @Nullable Node value) {
    boolean empty =
        value == null
            || (value instanceof Node.Sequence sequence && sequence.items().isEmpty())
            || (value instanceof Node.Mapping mapping && mapping.entries().isEmpty());
    return value == null || empty ? this : put(key, value);
  }

  /** Puts a list of texts. */
  @CanIgnoreReturnValue
  public Keys put(String key, List<String> values) {
    List<Node> items = new ArrayList<>();
    for (String value : values) {
      items.add(new Node.Scalar(new Place(pathOf(key) + "[" + items.size() + "]", 0, 0), value));
    }
    return put(key, new Node.Sequence(placeOf(key), items));
  }

  /** Returns the mapping as it is now. */
  public Node.Mapping build() {
    return build(new Place(path, 0, 0));
  }

  /** Returns the mapping as it is now, at another place. */
  public Node.Mapping build(Place place) {
    return Node.Mapping.of(place, entries);
  }

  private Place placeOf(String key) {
    return new Place(pathOf(key), 0, 0);
  }
}
