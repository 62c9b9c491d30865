package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.text.Quoted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names a claim of a token: one name, or several for a claim that stands inside of others, such as
 * {@code roles} in {@code realm_access}. A name may have dots. Immutable.
 */
public final class ClaimPath {
  private static final ImmutableSet<String> WITH_MEANING =
      ImmutableSet.of("iss", "aud", "exp", "nbf", "iat", "jti", "expires");

  private static final int MOST_NAMES = 8;
  private static final int MOST_CHARACTERS = 256;

  private final ImmutableList<String> names;

  private ClaimPath(ImmutableList<String> names) {
    this.names = names;
  }

  /**
   * Names a claim.
   *
   * @param name the claim's name, or that of the outermost object
   * @param inner the names inside of it, from the outside
   * @throws IllegalArgumentException for an empty name, one of more than 256 characters, or more
   *     than eight names
   */
  public static ClaimPath claim(String name, String... inner) {
    return of(ImmutableList.<String>builder().add(name).add(inner).build());
  }

  /** Names a claim by a list of names, as {@link #claim} does. */
  static ClaimPath of(List<String> names) {
    checkArgument(
        !names.isEmpty()
            && names.size() <= MOST_NAMES
            && names.stream().allMatch(one -> !one.isEmpty() && one.length() <= MOST_CHARACTERS),
        "a claim is named by 1 to 8 names of 1 to 256 characters, not %s",
        names);
    return new ClaimPath(ImmutableList.copyOf(names));
  }

  /** Returns the names, from the outside. */
  public List<String> names() {
    return names;
  }

  /** Returns the outermost name. */
  String first() {
    return names.get(0);
  }

  /** Returns whether this claim says the same in each issuer's tokens (RFC 7519, section 4.1). */
  boolean hasMeaningOfItsOwn() {
    return WITH_MEANING.stream().anyMatch(this::isNamed);
  }

  /** Returns whether this is the claim of a name alone. */
  boolean isNamed(String name) {
    return names.size() == 1 && first().equals(name);
  }

  /** Returns the value in claims, which is null where the claim is null or not there. */
  @Nullable Object valueIn(Map<?, ?> claims) {
    @Nullable Object value = claims;
    for (String name : names) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return value;
  }

  /** Returns whether the claim is there, be it null. */
  boolean isIn(Map<?, ?> claims) {
    @Nullable Object value = claims;
    for (String name : names) {
      if (!(value instanceof Map<?, ?> object) || !object.containsKey(name)) {
        return false;
      }
      value = object.get(name);
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClaimPath path && names.equals(path.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  /** Returns the name in backticks; several with {@code in} between, from the inside. */
  @Override
  public String toString() {
    return String.join(" in ", names.reverse().stream().map(Quoted::of).toList());
  }
}
