package dev.warder.analysis.reference;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Requirement;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One way in which a command is documented to be allowed, compared with what its calls need, as
 * {@code SEMANTICS.md} section 2.8 says. Immutable.
 */
public final class Documented {
  /** The most steps for the commands of one catalogue: some seconds. */
  public static final long MAX_STEPS = CommandWork.MAX_STEPS;

  private final Catalogue catalogue;
  private final Command command;
  private final Requirement documented;
  private final Set<Capability> alternative;
  private final CallNeeds besides;

  private Documented(
      Catalogue catalogue,
      Command command,
      Requirement documented,
      Set<Capability> alternative,
      CommandWork work)
      throws TooMuchWork {
    this.catalogue = catalogue;
    this.command = command;
    this.documented = documented;
    this.alternative = alternative;
    this.besides =
        CallNeeds.of(
            catalogue,
            documented == Requirement.Fixed.UNMAPPED ? ImmutableList.of() : command.calls(),
            alternative,
            work);
  }

  /**
   * Returns the ways documented, in the order written; none where the catalogue says nothing.
   *
   * @throws IllegalArgumentException when the command is not of the catalogue
   * @throws TooMuchWork when the alternatives documented and those of its calls are too many
   */
  public static List<Documented> of(Catalogue catalogue, Command command) throws TooMuchWork {
    return of(catalogue, command, new Steps(MAX_STEPS));
  }

  /**
   * Returns the same for one of several commands.
   *
   * @param steps the steps taken for all of them
   * @throws IllegalArgumentException when the command is not of the catalogue
   * @throws TooMuchWork when more steps are taken than are admitted
   */
  public static List<Documented> of(Catalogue catalogue, Command command, Steps steps)
      throws TooMuchWork {
    Requirement documented = command.documented().orElse(null);
    if (documented == null) {
      return ImmutableList.of();
    }
    CommandWork work = new CommandWork(steps, command);
    ImmutableList.Builder<Documented> ways = ImmutableList.builder();
    for (Set<Capability> way :
        documented instanceof Requirement.Fixed
            ? ImmutableList.<Set<Capability>>of(ImmutableSet.of())
            : documented.alternatives()) {
      ways.add(new Documented(catalogue, command, documented, way, work));
    }
    return ways.build();
  }

  /** Returns what is documented, such as {@code write:app}. */
  public String words() {
    return alternative.isEmpty()
        ? documented.toString()
        : alternative.stream().map(Capability::raw).collect(joining(" and "));
  }

  /** Returns whether a grant with exactly that misses something for the calls always made. */
  public boolean understates() {
    return !besides.areMet() || (documented == Requirement.Fixed.PUBLIC && needsAnyToken());
  }

  private boolean needsAnyToken() {
    return command.calls().stream()
        .anyMatch(call -> call.requirement() == Requirement.Fixed.ANY_TOKEN);
  }

  /**
   * Returns the smallest addition for the calls always made; none where it is a token that is
   * missing.
   */
  public Set<Capability> missing() {
    if (besides.areMet()) {
      return ImmutableSet.of();
    }
    Set<Capability> held = catalogue.closure(alternative);
    Set<Capability> added = new LinkedHashSet<>();
    for (Call call : command.calls()) {
      Requirement requirement = call.requirement();
      added.addAll(catalogue.smallestAddition(requirement, requirement.missing(held::contains)));
    }
    return catalogue.withoutImplied(added);
  }

  /** Returns the capabilities documented. */
  Set<Capability> alternative() {
    return alternative;
  }

  /** Returns what the calls always made need besides. */
  CallNeeds besides() {
    return besides;
  }

  /**
   * Returns what can be left out, the last first, so that every call, be it in a condition, still
   * needs the same besides the rest.
   */
  Set<Capability> superfluous(CommandWork work) throws TooMuchWork {
    Set<Call> calls = command.calls(command.conditionNames());
    Set<Capability> kept = alternative;
    List<CallNeeds> rest = rest(calls, kept, work);
    for (Capability capability : ImmutableList.copyOf(alternative).reverse()) {
      Set<Capability> fewer = new LinkedHashSet<>(kept);
      fewer.remove(capability);
      if (rest(calls, fewer, work).equals(rest)) {
        kept = fewer;
      }
    }
    Set<Capability> needed = kept;
    return alternative.stream()
        .filter(capability -> !needed.contains(capability))
        .collect(ImmutableSet.toImmutableSet());
  }

  private List<CallNeeds> rest(Set<Call> calls, Set<Capability> held, CommandWork work)
      throws TooMuchWork {
    List<CallNeeds> rest = new ArrayList<>();
    for (Call call : calls) {
      rest.add(CallNeeds.of(catalogue, List.of(call), held, work));
    }
    return rest;
  }

  /** Returns what is documented. */
  @Override
  public String toString() {
    return words();
  }
}
