package dev.warder.model;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A group in which a dashboard shows capabilities. Immutable; equal when all parts are equal. */
public final class Category {
  private final String name;
  private final String label;

  Category(String name, String label) {
    this.name = requireNonNull(name);
    this.label = requireNonNull(label);
  }

  /** Returns what the catalogue calls this group. */
  public String name() {
    return name;
  }

  /** Returns what a dashboard calls this group. */
  public String label() {
    return label;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Category that && name.equals(that.name) && label.equals(that.label);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, label);
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
