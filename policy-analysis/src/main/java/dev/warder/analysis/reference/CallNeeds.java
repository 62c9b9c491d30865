package dev.warder.analysis.reference;

import static java.util.Comparator.comparingInt;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Alternatives;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a token must carry, besides some capabilities that it has, so that no call of several fails
 * for want of a capability. Nothing is multiplied out, so this is never larger than the calls.
 *
 * @param token whether a token is needed at all
 * @param all capabilities that are all needed, without those that others of them imply, in
 *     catalogue order
 * @param oneOf choices of at least two alternatives, of each of which one is needed as well; none
 *     of them gives all of another
 * @param unmapped calls that nobody is allowed to make
 */
record CallNeeds(
    boolean token, Set<Capability> all, List<Set<Set<Capability>>> oneOf, List<Call> unmapped) {

  /** Returns what the calls need of a token that has what the capabilities held imply. */
  static CallNeeds of(
      Catalogue catalogue, Collection<Call> calls, Collection<Capability> held, CommandWork work)
      throws TooMuchWork {
    boolean token = false;
    List<Call> unmapped = new ArrayList<>();
    Set<Set<Set<Capability>>> choices = new LinkedHashSet<>();
    for (Call call : new LinkedHashSet<>(calls)) {
      Requirement requirement = call.requirement();
      work.count(1 + requirement.alternatives().stream().mapToLong(Set::size).sum());
      token |= requirement != Requirement.Fixed.PUBLIC;
      if (requirement == Requirement.Fixed.UNMAPPED) {
        unmapped.add(call);
      } else if (requirement instanceof Alternatives alternatives) {
        choices.add(ImmutableSet.copyOf(alternatives.asList()));
      }
    }
    Set<Capability> all = new LinkedHashSet<>();
    choices = settled(catalogue, choices, held, all, work);
    return new CallNeeds(
        token,
        withoutImplied(catalogue, all),
        ImmutableList.copyOf(choices),
        ImmutableList.copyOf(unmapped));
  }

  /** Moves what is needed in any case to {@code all}, and returns the choices that this leaves. */
  private static Set<Set<Set<Capability>>> settled(
      Catalogue catalogue,
      Set<Set<Set<Capability>>> choices,
      Collection<Capability> held,
      Set<Capability> all,
      CommandWork work)
      throws TooMuchWork {
    Set<Set<Set<Capability>>> open = choices;
    int before;
    do {
      before = all.size();
      Set<Capability> had = catalogue.closure(Iterables.concat(held, all));
      work.count(had.size());
      Set<Set<Set<Capability>>> left = new LinkedHashSet<>();
      for (Set<Set<Capability>> choice : open) {
        Set<Set<Capability>> rest = least(catalogue, without(catalogue, had, choice), work);
        if (rest.size() == 1) {
          all.addAll(Iterables.getOnlyElement(rest));
        } else if (!rest.contains(ImmutableSet.of())) {
          left.add(rest);
        }
      }
      open = left;
    } while (all.size() > before);
    return open;
  }

  private static Set<Set<Capability>> without(
      Catalogue catalogue, Set<Capability> had, Set<Set<Capability>> choice) {
    Set<Set<Capability>> rest = new LinkedHashSet<>();
    for (Set<Capability> alternative : choice) {
      rest.add(withoutImplied(catalogue, Sets.difference(alternative, had)));
    }
    return rest;
  }

  /** Returns the alternatives without those that give all of another, and more. */
  private static Set<Set<Capability>> least(
      Catalogue catalogue, Set<Set<Capability>> rest, CommandWork work) throws TooMuchWork {
    List<Set<Capability>> alternatives = ImmutableList.copyOf(rest);
    List<Set<Capability>> closures = new ArrayList<>();
    for (Set<Capability> alternative : alternatives) {
      Set<Capability> closure = catalogue.closure(alternative);
      closures.add(closure);
      work.count((long) alternatives.size() * closure.size());
    }
    Set<Set<Capability>> least = new LinkedHashSet<>();
    for (int i = 0; i < alternatives.size(); i++) {
      Set<Capability> closure = closures.get(i);
      Set<Capability> alternative = alternatives.get(i);
      if (closures.stream().noneMatch(c -> c != closure && closure.containsAll(c))) {
        least.add(alternative);
      }
    }
    return least;
  }

  private static Set<Capability> withoutImplied(Catalogue catalogue, Set<Capability> all) {
    return catalogue.withoutImplied(all).stream()
        .sorted(comparingInt(Capability::ordinal))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns whether the calls need no capability. */
  boolean areMet() {
    return all.isEmpty() && oneOf.isEmpty();
  }

  /** Returns every capability that is needed or can be chosen. */
  Set<Capability> capabilities() {
    return Stream.concat(all.stream(), oneOf.stream().flatMap(Set::stream).flatMap(Set::stream))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns how many capabilities are named, each as often as it is. */
  long size() {
    return all.size() + oneOf.stream().flatMap(Set::stream).mapToLong(Set::size).sum();
  }

  /** Returns whether one capability, or what it implies, is all that is needed. */
  boolean areMetBy(Catalogue catalogue, Capability capability) {
    Set<Capability> had = catalogue.closure(List.of(capability));
    return had.containsAll(all)
        && oneOf.stream().allMatch(choice -> choice.stream().anyMatch(had::containsAll));
  }
}
