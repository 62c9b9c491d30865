package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Catalogue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of the vectors of one file. Immutable. */
public final class VectorRun {
  private final String source;
  private final String title;
  private final @Nullable Catalogue catalogue;
  private final ImmutableList<VectorResult> results;
  private final Touched touched;

  VectorRun(
      VectorFileContent content,
      @Nullable Catalogue catalogue,
      List<VectorResult> results,
      Touched touched) {
    this.source = content.source();
    this.title = content.title();
    this.catalogue = catalogue;
    this.results = ImmutableList.copyOf(results);
    this.touched = touched;
  }

  /** Returns where the vectors came from. */
  public String source() {
    return source;
  }

  /** Returns what the file shows. */
  public String title() {
    return title;
  }

  /** Returns the catalogue that the vectors ran against; none for broken catalogues. */
  public Optional<Catalogue> catalogue() {
    return Optional.ofNullable(catalogue);
  }

  /** Returns the results in the order of the file. */
  public List<VectorResult> results() {
    return results;
  }

  /** Returns the results that are no pass. */
  public List<VectorResult> failures() {
    return results.stream()
        .filter(result -> !result.isPass())
        .collect(ImmutableList.toImmutableList());
  }

  Touched touched() {
    return touched;
  }

  /** Returns how many there are, and how many failed. */
  @Override
  public String toString() {
    return source + ": " + results.size() + " vectors, " + failures().size() + " failed";
  }
}
