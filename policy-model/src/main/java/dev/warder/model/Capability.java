package dev.warder.model;

import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A raw string that an access token carries, with what a dashboard calls it. Immutable; equal when
 * all parts are equal.
 */
public final class Capability {
  private final int ordinal;
  private final String raw;
  private final String label;
  private final Category category;
  private final @Nullable Access access;
  private final ImmutableSet<String> implies;
  private final @Nullable String escalates;

  Capability(
      int ordinal,
      String raw,
      String label,
      Category category,
      @Nullable Access access,
      ImmutableSet<String> implies,
      @Nullable String escalates) {
    this.ordinal = ordinal;
    this.raw = raw;
    this.label = label;
    this.category = category;
    this.access = access;
    this.implies = implies;
    this.escalates = escalates;
  }

  /** Returns this capability's place in its catalogue's order, from 0. */
  public int ordinal() {
    return ordinal;
  }

  /** Returns the raw string, as tokens carry it. */
  public String raw() {
    return raw;
  }

  /** Returns what a dashboard calls this capability. Two capabilities may share a label. */
  public String label() {
    return label;
  }

  /** Returns the group in which a dashboard shows this capability. */
  public Category category() {
    return category;
  }

  /** Returns the kind of access, where the catalogue gives one. */
  public Optional<Access> access() {
    return Optional.ofNullable(access);
  }

  /**
   * Returns the raw strings that this capability implies directly, in the order written; {@link
   * Catalogue#closure} follows them further.
   */
  public Set<String> implies() {
    return implies;
  }

  /** Returns how a holder can obtain what this capability itself does not give, where it can. */
  public Optional<String> escalates() {
    return Optional.ofNullable(escalates);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Capability that
        && ordinal == that.ordinal
        && raw.equals(that.raw)
        && label.equals(that.label)
        && category.equals(that.category)
        && access == that.access
        && implies.asList().equals(that.implies.asList())
        && Objects.equals(escalates, that.escalates);
  }

  @Override
  public int hashCode() {
    return raw.hashCode();
  }

  /** Returns the raw string. */
  @Override
  public String toString() {
    return raw;
  }
}
