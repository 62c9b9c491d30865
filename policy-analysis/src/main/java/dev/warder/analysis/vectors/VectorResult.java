package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableList;
import dev.warder.model.yaml.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of one vector. Immutable. */
public final class VectorResult {
  private final String name;
  private final Place place;
  private final ImmutableList<Difference> differences;
  private final @Nullable String error;

  VectorResult(String name, Place place, List<Difference> differences, @Nullable String error) {
    this.name = name;
    this.place = place;
    this.differences = ImmutableList.copyOf(differences);
    this.error = error;
  }

  /** Returns the vector's name. */
  public String name() {
    return name;
  }

  /** Returns where the vector begins in its file. */
  public Place place() {
    return place;
  }

  /** Returns whether the answer is what the vector expects. */
  public boolean isPass() {
    return differences.isEmpty() && error == null;
  }

  /** Returns what differed, member by member. */
  public List<Difference> differences() {
    return differences;
  }

  /**
   * Returns why the question could not be put: it names something that the catalogue does not have.
   * Control characters are escaped.
   */
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  /** Returns the name, and whether it passed. */
  @Override
  public String toString() {
    return name + (isPass() ? ": pass" : ": fail");
  }
}
