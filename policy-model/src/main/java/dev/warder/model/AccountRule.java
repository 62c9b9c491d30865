package dev.warder.model;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the account that a request touches is known: checks, all of which must pass, or the reason
 * why there are none. Immutable.
 */
public final class AccountRule {
  /** Why nothing is checked. */
  public enum Unchecked {
    /** The template has no parameter, and the catalogue names no account. */
    NO_PARAMETER,
    /** The catalogue says {@code account: not-checked}. */
    NOT_CHECKED
  }

  static final String NOT_CHECKED = "not-checked";
  static final String FROM_REQUEST = "from-request";

  private final ImmutableList<AccountCheck> checks;
  private final @Nullable Unchecked unchecked;

  private AccountRule(List<AccountCheck> checks, @Nullable Unchecked unchecked) {
    this.checks = ImmutableList.copyOf(checks);
    this.unchecked = unchecked;
  }

  /** Returns a rule of at least one check. */
  static AccountRule of(List<AccountCheck> checks) {
    if (checks.isEmpty()) {
      throw new IllegalArgumentException("a rule without checks says why");
    }
    return new AccountRule(checks, null);
  }

  static AccountRule without(Unchecked why) {
    return new AccountRule(ImmutableList.of(), requireNonNull(why));
  }

  /** Returns the checks in the order in which they are made; none where nothing is checked. */
  public List<AccountCheck> checks() {
    return checks;
  }

  /** Returns why nothing is checked, or nothing where something is. */
  public Optional<Unchecked> unchecked() {
    return Optional.ofNullable(unchecked);
  }

  /** Returns what {@code account} is in a catalogue file, or nothing where it has no such key. */
  public Optional<String> account() {
    if (unchecked == Unchecked.NOT_CHECKED) {
      return Optional.of(NOT_CHECKED);
    }
    for (AccountCheck check : checks) {
      if (check instanceof AccountCheck.InPath inPath) {
        return Optional.of(inPath.parameter());
      }
      if (check instanceof AccountCheck.FromRequest) {
        return Optional.of(FROM_REQUEST);
      }
    }
    return Optional.empty();
  }

  /** Returns those of the checks that ask for the owner of a resource, in order. */
  public List<AccountCheck.Owned> owners() {
    return checks.stream()
        .filter(AccountCheck.Owned.class::isInstance)
        .map(AccountCheck.Owned.class::cast)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns whether the account that comes with the request is compared. */
  public boolean comparesRequestAccount() {
    return checks.stream().anyMatch(AccountCheck.FromRequest.class::isInstance);
  }

  /** Returns whether a segment of the template, counted from 0, is the account or a resource. */
  public boolean names(int segment) {
    return checks.stream().anyMatch(check -> check.segment() == segment);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccountRule that
        && checks.equals(that.checks)
        && unchecked == that.unchecked;
  }

  @Override
  public int hashCode() {
    return Objects.hash(checks, unchecked);
  }

  /** Returns the checks with {@code and} between, or why there are none. */
  @Override
  public String toString() {
    return unchecked == null
        ? checks.stream().map(AccountCheck::toString).collect(joining(" and "))
        : unchecked.toString();
  }
}
