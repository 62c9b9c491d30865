package dev.warder.model.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file as a tree of texts, each with its place. */
public sealed interface Node {
  /** Returns where this begins. */
  Place place();

  /**
   * One text, number or word.
   *
   * @param place where it begins
   * @param text the text, without quotes and escapes
   * @param isQuoted whether it is a string for certain, and not a number, {@code true} or {@code
   *     null}
   */
  record Scalar(Place place, String text, boolean isQuoted) implements Node {
    /** Makes a string. */
    public Scalar(Place place, String text) {
      this(place, text, true);
    }

    /** Returns whether this is a word or number written as it stands. */
    public boolean isWord(String word) {
      return !isQuoted && text.equals(word);
    }
  }

  /**
   * A list.
   *
   * @param place where it begins
   * @param items its items
   */
  record Sequence(Place place, List<Node> items) implements Node {
    /** Copies the list. */
    public Sequence {
      items = ImmutableList.copyOf(items);
    }
  }

  /**
   * Keys and values.
   *
   * @param place where it begins
   * @param entries of each key the first entry, in the order written
   * @param repeated the entries whose key stands before them
   */
  record Mapping(Place place, Map<String, Entry> entries, List<Entry> repeated) implements Node {
    /** Copies the map and the list. */
    public Mapping {
      entries = ImmutableMap.copyOf(entries);
      repeated = ImmutableList.copyOf(repeated);
    }

    /** Returns the mapping of these entries, in the order written. */
    public static Mapping of(Place place, Iterable<Entry> written) {
      Map<String, Entry> entries = new LinkedHashMap<>();
      List<Entry> repeated = new ArrayList<>();
      for (Entry entry : written) {
        if (entries.putIfAbsent(entry.key().text(), entry) != null) {
          repeated.add(entry);
        }
      }
      return new Mapping(place, entries, repeated);
    }

    /** Returns the value of a key, or null when there is none. */
    public @Nullable Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }
  }

  /**
   * One key with its value.
   *
   * @param key the key
   * @param value the value
   */
  record Entry(Scalar key, Node value) {
    /** Returns where the key stands. */
    public Place place() {
      return key.place();
    }
  }
}
