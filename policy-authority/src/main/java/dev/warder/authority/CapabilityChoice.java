package dev.warder.authority;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.Access;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.text.Quoted;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes of an admin's words the capabilities that a token is to carry. A choice is one of:
 *
 * <ul>
 *   <li>a raw string, letter by letter, which comes before everything else: {@code read:app};
 *   <li>a label: {@code Read App};
 *   <li>{@code all of} and a category, by its name or its label: {@code all of Apps};
 *   <li>{@code all read}, {@code all write} or {@code all admin}: those with this access;
 *   <li>{@code all}.
 * </ul>
 *
 * <p>But for raw strings the case of ASCII letters does not matter, unless it alone tells two
 * labels, or two categories, apart. What means several things, or only comes close to one, is
 * refused. Immutable and safe for use by many threads.
 */
public final class CapabilityChoice {
  private static final String ALL = "all";
  private static final String ALL_OF = "all of ";

  private final Catalogue catalogue;
  private final MistakenWords mistakes;

  private CapabilityChoice(Catalogue catalogue) {
    this.catalogue = requireNonNull(catalogue);
    this.mistakes = new MistakenWords(catalogue);
  }

  /** Returns the choice among the capabilities of a catalogue. */
  public static CapabilityChoice of(Catalogue catalogue) {
    return new CapabilityChoice(catalogue);
  }

  /**
   * Returns the raw strings of all that is chosen, each once, in the catalogue's order. In which
   * order the choices stand, and how often, changes nothing.
   *
   * @throws Refused when a choice is unknown, means several things or has no capability in it, or
   *     there is no choice
   */
  public Set<String> choose(Collection<String> choices) throws Refused {
    Set<Capability> chosen = new HashSet<>();
    for (String choice : choices) {
      chosen.addAll(meant(choice));
    }
    if (chosen.isEmpty()) {
      throw new Refused(
          RefusalReason.NO_CAPABILITY, "no capability was chosen; a token carries at least one");
    }
    return catalogue.capabilities().stream()
        .filter(chosen::contains)
        .map(Capability::raw)
        .collect(ImmutableSet.toImmutableSet());
  }

  private List<Capability> meant(String choice) throws Refused {
    Optional<Capability> raw = catalogue.capability(choice);
    if (raw.isPresent()) {
      return ImmutableList.of(raw.get());
    }
    List<Capability> labelled = named(choice, catalogue.capabilities(), CapabilityChoice::labels);
    Optional<List<Capability>> group = group(choice);
    if (labelled.isEmpty()) {
      return checkNotEmpty(choice, group.orElseThrow(() -> mistakes.unknown(choice)));
    }
    if (group.isPresent() && !group.get().equals(labelled)) {
      throw mistakes.labelOrGroup(choice, labelled, group.get());
    }
    if (labelled.size() > 1) {
      throw mistakes.ambiguous(choice, labelled);
    }
    return labelled;
  }

  private static List<Capability> checkNotEmpty(String choice, List<Capability> group)
      throws Refused {
    if (group.isEmpty()) {
      throw new Refused(
          RefusalReason.NO_CAPABILITY,
          Quoted.of(choice) + " has no capability in it; a token carries at least one");
    }
    return group;
  }

  /**
   * Returns the capabilities of {@code all} and its like, or nothing where the words are others.
   */
  private Optional<List<Capability>> group(String choice) throws Refused {
    String words = Ascii.toLowerCase(choice);
    if (words.equals(ALL)) {
      return Optional.of(those(capability -> true));
    }
    for (Access access : Access.values()) {
      if (words.equals(ALL + " " + access.word())) {
        return Optional.of(those(capability -> capability.access().equals(Optional.of(access))));
      }
    }
    if (!words.startsWith(ALL_OF)) {
      return Optional.empty();
    }
    List<Category> categories =
        named(
            choice.substring(ALL_OF.length()),
            catalogue.categories(),
            category -> ImmutableSet.of(category.name(), category.label()));
    if (categories.isEmpty()) {
      return Optional.empty();
    }
    if (categories.size() > 1) {
      throw mistakes.ambiguousCategory(choice, categories);
    }
    return Optional.of(those(capability -> capability.category().equals(categories.get(0))));
  }

  private List<Capability> those(Predicate<Capability> isMeant) {
    return catalogue.capabilities().stream().filter(isMeant).toList();
  }

  private static Set<String> labels(Capability capability) {
    return ImmutableSet.of(capability.label());
  }

  /**
   * Returns those of a name: the one that has it to the letter, or all that have it but for case.
   */
  private static <T> List<T> named(
      String text, Collection<T> things, Function<T, Set<String>> names) {
    List<T> exact = things.stream().filter(thing -> names.apply(thing).contains(text)).toList();
    return exact.size() == 1
        ? exact
        : things.stream()
            .filter(
                thing ->
                    names.apply(thing).stream()
                        .anyMatch(name -> Ascii.equalsIgnoreCase(name, text)))
            .toList();
  }
}
