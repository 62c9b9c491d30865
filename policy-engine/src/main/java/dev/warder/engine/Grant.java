package dev.warder.engine;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account and the capabilities that a token gives in it, or the capabilities of a token without
 * an account. Made by {@link PolicyEngine#grant} or {@link PolicyEngine#grantWithoutAccount} for
 * that engine alone: another refuses it. Immutable, so it may be kept for as long as the token and
 * the engine are.
 */
public final class Grant {
  final EngineIdentity madeBy;

  /** A copy that is this grant's own, so that its identity tells that it was taken from here. */
  final @Nullable String account;

  /** The account that a request must carry; null where there is none, or it is blank. */
  final @Nullable String accountInRequests;

  final boolean accountIsSegment;
  final long[] held;
  private final ImmutableSet<String> given;

  Grant(EngineIdentity madeBy, @Nullable String account, long[] held, ImmutableSet<String> given) {
    this.madeBy = madeBy;
    this.account = account == null ? null : new String(account);
    this.accountInRequests = account == null || isBlank(account) ? null : this.account;
    this.accountIsSegment = account != null && account.indexOf('/') < 0;
    this.held = held;
    this.given = given;
  }

  private static boolean isBlank(String text) {
    return text.chars().allMatch(c -> c == ' ' || c == '\t');
  }

  /** Returns whether it is the grant of who presents no token. */
  public boolean isAnonymous() {
    return !HeldBits.isSet(held, HeldBits.TOKEN);
  }

  /**
   * Returns the token's account, or nothing where there is no token or the token has no account. A
   * resource's account comes from where the resource is kept: {@link PolicyEngine#decide(Grant,
   * Operation, String)} refuses this one.
   */
  public Optional<String> account() {
    return Optional.ofNullable(account);
  }

  /** Returns the strings that the grant was made from, unknown ones included, each once. */
  public Set<String> given() {
    return given;
  }

  /** Returns those of the strings given that the catalogue does not know; they match nothing. */
  public Set<String> unknown() {
    return given.stream()
        .filter(raw -> madeBy.catalogue.capability(raw).isEmpty())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns what is held: the capabilities given and all that they imply, in catalogue order. */
  public Set<Capability> held() {
    return madeBy.catalogue.capabilities().stream()
        .filter(this::holds)
        .collect(ImmutableSet.toImmutableSet());
  }

  boolean holds(Capability capability) {
    return HeldBits.isSet(held, HeldBits.of(capability));
  }

  /** Returns the account and the strings given. */
  @Override
  public String toString() {
    if (isAnonymous()) {
      return "anonymous";
    }
    return (account == null ? "no account" : account) + " " + given;
  }
}
