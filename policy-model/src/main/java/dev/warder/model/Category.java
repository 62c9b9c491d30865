package dev.warder.model;

import static java.util.Objects.requireNonNull;

/**
 * A group in which a dashboard shows capabilities.
 *
 * @param name what the catalogue calls it
 * @param label what a dashboard calls it
 */
public record Category(String name, String label) {
  /** Checks that no part is null. */
  public Category {
    requireNonNull(name);
    requireNonNull(label);
  }
}
