package dev.warder.gate.token;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of a set are used.
 *
 * @param algorithms the algorithms accepted
 * @param areWithoutAlgorithm whether a key may be without {@code alg}, where one alone of the
 *     algorithms is for keys like it
 * @param isWithoutId whether a key may be without {@code kid}, where it is the only one
 * @param isPublic whether the set is published, so that no secret in it is one
 */
record KeyRules(
    ImmutableSet<Algorithm> algorithms,
    boolean areWithoutAlgorithm,
    boolean isWithoutId,
    boolean isPublic) {
  static final KeyRules STRICT =
      new KeyRules(Sets.immutableEnumSet(EnumSet.allOf(Algorithm.class)), false, false, false);

  KeyRules published() {
    return new KeyRules(algorithms, areWithoutAlgorithm, isWithoutId, true);
  }

  /** Returns whether a set that is read by these rules leaves out keys that others would use. */
  boolean leavesOutMoreThan(KeyRules others) {
    return (others.areWithoutAlgorithm && !areWithoutAlgorithm)
        || (others.isWithoutId && !isWithoutId);
  }

  /** Returns the one algorithm for keys of a type and curve, or nothing where there are several. */
  Optional<Algorithm> only(@Nullable Object keyType, @Nullable Object curve) {
    List<Algorithm> fitting =
        algorithms.stream()
            .filter(each -> each.keyType().equals(keyType))
            .filter(each -> each.curve().isEmpty() || each.curve().equals(curve))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }
}
