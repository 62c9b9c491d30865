package dev.warder.engine;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.model.PathTemplate;

/**
 * How long a path may be; a longer one is malformed.
 *
 * @param maxCharacters the most characters, 2 to 65,536
 * @param maxSegments the most segments, 1 to 64
 */
public record PathLimits(int maxCharacters, int maxSegments) {
  /** 2,048 characters and 32 segments: what every template keeps. */
  public static final PathLimits DEFAULT =
      new PathLimits(PathTemplate.MAX_CHARACTERS, PathTemplate.MAX_SEGMENTS);

  /**
   * Checks both limits.
   *
   * @throws IllegalArgumentException when one is out of its range
   */
  public PathLimits {
    checkArgument(
        maxCharacters >= 2 && maxCharacters <= 65_536,
        "maxCharacters is 2 to 65536, not %s",
        maxCharacters);
    checkArgument(
        maxSegments >= 1 && maxSegments <= 64, "maxSegments is 1 to 64, not %s", maxSegments);
  }
}
