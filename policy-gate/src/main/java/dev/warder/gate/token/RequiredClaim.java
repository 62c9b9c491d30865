package dev.warder.gate.token;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.text.Quoted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A claim that each token of an issuer must have, with one of some values.
 *
 * @param values the values accepted, compared letter by letter; empty for any that is not null
 */
record RequiredClaim(ClaimPath claim, ImmutableSet<String> values) {
  private static final ImmutableSet<String> OF_ANY_TOKEN =
      ImmutableSet.of("sub", "nonce", "at_hash", "c_hash", "auth_time");

  /** Returns whether claims have it: a text or a truth value, no list. */
  boolean isMetBy(Map<String, @Nullable Object> claims) {
    @Nullable Object value = claim.valueIn(claims);
    return values.isEmpty()
        ? value != null
        : (value instanceof String || value instanceof Boolean)
            && values.contains(value.toString());
  }

  /**
   * Returns whether it tells access tokens from ID tokens of the issuer: each token has {@code sub}
   * and such, and ID tokens alone have others (OpenID Connect Core, sections 2 and 3.3.2.11).
   */
  boolean isTelling() {
    return !claim.hasMeaningOfItsOwn() && OF_ANY_TOKEN.stream().noneMatch(claim::isNamed);
  }

  /** Returns what is required, for people. */
  @Override
  public String toString() {
    return values.isEmpty()
        ? claim + " is there"
        : claim + " is " + String.join(" or ", values.stream().map(Quoted::of).toList());
  }
}
