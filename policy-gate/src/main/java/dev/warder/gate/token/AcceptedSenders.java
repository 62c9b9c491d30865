package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose tokens a profile accepts: some clients or subjects, each list by a claim. A named profile
 * may leave a list open, and then needs its values before it is built.
 */
final class AcceptedSenders {
  private final Map<ClaimPath, ImmutableSet<String>> clients = new LinkedHashMap<>();
  private final Map<ClaimPath, ImmutableSet<String>> subjects = new LinkedHashMap<>();

  /** The claims whose lists the named profile left open. */
  private final Set<ClaimPath> open = new LinkedHashSet<>();

  void acceptClients(ClaimPath claim, ImmutableSet<String> values) {
    accept(clients, claim, values);
  }

  void acceptSubjects(ClaimPath claim, ImmutableSet<String> values) {
    accept(subjects, claim, values);
  }

  /** An empty list would accept everybody, and a second one would take the first one back. */
  private static void accept(
      Map<ClaimPath, ImmutableSet<String>> accepted, ClaimPath claim, ImmutableSet<String> values) {
    checkArgument(
        !claim.hasMeaningOfItsOwn() && !claim.isNamed("scope"),
        "%s tells no sender from another; name a claim that does",
        claim);
    checkArgument(
        !values.isEmpty() && !values.contains(""), "no accepted value of %s is named", claim);
    ImmutableSet<String> before = accepted.put(claim, values);
    checkArgument(
        before == null || before.isEmpty(), "the accepted values of %s are given twice", claim);
  }

  /** Leaves the list of a claim open: values of this claim, or of another open one, are needed. */
  void needClients(ClaimPath claim) {
    clients.put(claim, ImmutableSet.of());
    open.add(claim);
  }

  /** Leaves a list of subjects open in the same way. */
  void needSubjects(ClaimPath claim) {
    subjects.put(claim, ImmutableSet.of());
    open.add(claim);
  }

  ImmutableMap<ClaimPath, ImmutableSet<String>> clients() {
    return withValues(clients);
  }

  ImmutableMap<ClaimPath, ImmutableSet<String>> subjects() {
    return withValues(subjects);
  }

  private static ImmutableMap<ClaimPath, ImmutableSet<String>> withValues(
      Map<ClaimPath, ImmutableSet<String>> lists) {
    return ImmutableMap.copyOf(Maps.filterValues(lists, list -> !list.isEmpty()));
  }

  /** Returns whether tokens of all are accepted: no list has values, and none was left open. */
  boolean areAll() {
    return open.isEmpty() && !areNamed();
  }

  /** Returns whether a list has values: one of those that were left open, where any was. */
  private boolean areNamed() {
    return isNamed(clients()) || isNamed(subjects());
  }

  private boolean isNamed(Map<ClaimPath, ImmutableSet<String>> lists) {
    return lists.keySet().stream().anyMatch(claim -> open.isEmpty() || open.contains(claim));
  }

  /** Returns the claims whose lists were left open, whether or not they have values by now. */
  ImmutableSet<ClaimPath> open() {
    return ImmutableSet.copyOf(open);
  }

  /** Returns what is lacking where a list was left open and none of them has values. */
  Optional<ProfileLack> lack() {
    if (open.isEmpty() || areNamed()) {
      return Optional.empty();
    }
    String key =
        open.stream().anyMatch(clients::containsKey) ? "acceptedClients" : "acceptedSubjects";
    String claims = String.join(" or ", open.stream().map(ClaimPath::toString).toList());
    return Optional.of(
        new ProfileLack(key, "name the accepted values of %s (%s)".formatted(claims, key)));
  }
}
