package dev.warder.engine;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.model.PathTemplate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long a path may be; a longer one is malformed. Immutable.
 *
 * <pre>{@code
 * PathLimits limits = PathLimits.DEFAULT.withMaxSegments(8);
 * }</pre>
 */
public final class PathLimits {
  /** 2,048 characters and 32 segments: what every template keeps. */
  public static final PathLimits DEFAULT =
      new PathLimits(PathTemplate.MAX_CHARACTERS, PathTemplate.MAX_SEGMENTS);

  private final int maxCharacters;
  private final int maxSegments;

  private PathLimits(int maxCharacters, int maxSegments) {
    this.maxCharacters = maxCharacters;
    this.maxSegments = maxSegments;
  }

  /** Returns the most characters. */
  public int maxCharacters() {
    return maxCharacters;
  }

  /** Returns the most segments. */
  public int maxSegments() {
    return maxSegments;
  }

  /**
   * Returns these limits with another number of characters.
   *
   * @param most 2 to 65,536
   * @throws IllegalArgumentException when the number is out of its range
   */
  public PathLimits withMaxCharacters(int most) {
    checkArgument(most >= 2 && most <= 65_536, "maxCharacters is 2 to 65536, not %s", most);
    return new PathLimits(most, maxSegments);
  }

  /**
   * Returns these limits with another number of segments.
   *
   * @param most 1 to 64
   * @throws IllegalArgumentException when the number is out of its range
   */
  public PathLimits withMaxSegments(int most) {
    checkArgument(most >= 1 && most <= 64, "maxSegments is 1 to 64, not %s", most);
    return new PathLimits(maxCharacters, most);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathLimits that
        && maxCharacters == that.maxCharacters
        && maxSegments == that.maxSegments;
  }

  @Override
  public int hashCode() {
    return Objects.hash(maxCharacters, maxSegments);
  }

  /** Returns both limits in words. */
  @Override
  public String toString() {
    return maxCharacters + " characters and " + maxSegments + " segments";
  }
}
