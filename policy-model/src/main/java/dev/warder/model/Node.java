package dev.warder.model;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A catalogue file as a tree of texts, each with its place. */
sealed interface Node {

  Place place();

  /** One text; when read, nothing in a catalogue file is of another scalar type. */
  record Scalar(Place place, String text, boolean writtenAsNumber) implements Node {
    Scalar(Place place, String text) {
      this(place, text, false);
    }
  }

  /** A list. */
  record Sequence(Place place, List<Node> items) implements Node {
    public Sequence {
      items = ImmutableList.copyOf(items);
    }
  }

  /** Keys and values as written, repetitions included. */
  record Mapping(Place place, List<Entry> entries) implements Node {
    public Mapping {
      entries = ImmutableList.copyOf(entries);
    }
  }

  /** One key with its value. */
  record Entry(Scalar key, Node value) {}
}
