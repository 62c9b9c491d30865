package dev.warder.model.yaml;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A file as a tree of texts, each with its place. */
public sealed interface Node {

  /** Returns where this begins. */
  Place place();

  /**
   * One text; nothing that was read is of another scalar type.
   *
   * @param place where it begins
   * @param text the text, without quotes and escapes
   * @param writtenAsNumber whether it is written without quotes in JSON
   */
  record Scalar(Place place, String text, boolean writtenAsNumber) implements Node {
    /** Makes a text. */
    public Scalar(Place place, String text) {
      this(place, text, false);
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
   * Keys and values as written, repetitions included.
   *
   * @param place where it begins
   * @param entries the keys with their values
   */
  record Mapping(Place place, List<Entry> entries) implements Node {
    /** Copies the list. */
    public Mapping {
      entries = ImmutableList.copyOf(entries);
    }
  }

  /**
   * One key with its value.
   *
   * @param key the key
   * @param value the value
   */
  record Entry(Scalar key, Node value) {}
}
