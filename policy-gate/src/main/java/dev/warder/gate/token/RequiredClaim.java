package dev.warder.gate.token;

import com.google.common.collect.ImmutableSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A claim that each token of an issuer must have, with one of some values.
 *
 * @param values the values accepted, compared letter by letter; empty for any that is not null
 */
record RequiredClaim(ClaimPath claim, ImmutableSet<String> values) {
  /** Returns whether claims have it: a text or a truth value, no list. */
  boolean isMetBy(Map<String, @Nullable Object> claims) {
    @Nullable Object value = claim.valueIn(claims);
    return values.isEmpty()
        ? value != null
        : (value instanceof String || value instanceof Boolean)
            && values.contains(value.toString());
  }

  /** Returns whether it tells tokens of an issuer apart: each of them has {@code sub} and such. */
  boolean isTelling() {
    return !claim.isNamed("sub") && !claim.hasMeaningOfItsOwn();
  }
}
