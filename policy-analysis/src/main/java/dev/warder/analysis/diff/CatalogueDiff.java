package dev.warder.analysis.diff;

import com.google.common.collect.ImmutableList;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.Steps;
import java.util.List;

/**
 * What changed from one catalogue to another. Immutable.
 *
 * <p>Both judge the same tokens, sets of raw strings, on the same requests and commands. Something
 * is <em>gained</em> when there is a token that the newer allows what the older denies it, and
 * <em>lost</em> when it is the other way round; a diff may be both, or neither. The answer is
 * exact: every class of paths that the templates of either tell apart is compared, with every
 * method, and every spelling of every command in every condition. Accounts are judged as by a host
 * that waives nothing. Limits, lifetimes, labels and all other texts are compared too, but no token
 * gains or loses by them.
 */
public final class CatalogueDiff {
  private final Catalogue older;
  private final Catalogue newer;
  private final ImmutableList<CatalogueChange> changes;

  private CatalogueDiff(Catalogue older, Catalogue newer, List<CatalogueChange> changes) {
    this.older = older;
    this.newer = newer;
    this.changes = ImmutableList.copyOf(changes);
  }

  /**
   * Compares two catalogues. Where few things changed, the time is near linear in their size.
   *
   * @throws TooMuchWork if the templates overlap, or alternatives combine, in too many ways, as
   *     {@code SEMANTICS.md} section 5 says
   */
  public static CatalogueDiff of(Catalogue older, Catalogue newer) throws TooMuchWork {
    return new CatalogueDiff(
        older,
        newer,
        older.equals(newer)
            ? ImmutableList.of()
            : new CatalogueComparison(older, newer, new Steps(DiffWork.MAX_STEPS)).changes());
  }

  /** Returns the older catalogue. */
  public Catalogue older() {
    return older;
  }

  /** Returns the newer catalogue. */
  public Catalogue newer() {
    return newer;
  }

  /**
   * Returns what changed: of the catalogue as a whole, then categories, capabilities, operations
   * and commands, each in the newer's order and then what was removed. There is none exactly when
   * the catalogues are equal.
   */
  public List<CatalogueChange> changes() {
    return changes;
  }

  /** Returns whether some token loses something. */
  public boolean isBreaking() {
    return changes.stream().anyMatch(change -> change.loss().isPresent());
  }

  /** Returns whether some token gains something. */
  public boolean isWidening() {
    return changes.stream().anyMatch(change -> change.gain().isPresent());
  }
}
