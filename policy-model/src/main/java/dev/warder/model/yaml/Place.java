package dev.warder.model.yaml;

import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where something stands in a file, or in a catalogue made in code.
 *
 * @param source the file's name, or for a catalogue made in code the path of keys
 * @param line the line, from 1, or 0 for a catalogue made in code
 * @param column the column in characters (code points), from 1, or 0 for a catalogue made in code
 */
public record Place(String source, int line, int column) implements Serializable {
  /** The order of a file; places in a catalogue made in code are all equal. */
  public static final Comparator<Place> IN_FILE =
      comparingInt(Place::line).thenComparingInt(Place::column);

  /** Checks that the source is not null. */
  public Place {
    requireNonNull(source);
  }

  /** Returns {@code source:line:column}, or the source alone for a catalogue made in code. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
