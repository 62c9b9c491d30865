package dev.warder.model;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lifetimes that the maker of a token may choose from. Immutable. */
public final class Expiry {
  private final ImmutableSet<Lifetime> choices;
  private final Lifetime preset;

  Expiry(ImmutableSet<Lifetime> choices, Lifetime preset) {
    this.choices = choices;
    this.preset = preset;
  }

  /** Returns the choices, in display order; at least one. */
  public Set<Lifetime> choices() {
    return choices;
  }

  /** Returns the lifetime by default: the catalogue's {@code default}. */
  public Lifetime preset() {
    return preset;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expiry that
        && choices.asList().equals(that.choices.asList())
        && preset.equals(that.preset);
  }

  @Override
  public int hashCode() {
    return choices.hashCode();
  }

  /** Returns the choices, then the preset: {@code [30d, never], default 30d}. */
  @Override
  public String toString() {
    return choices + ", default " + preset;
  }
}
