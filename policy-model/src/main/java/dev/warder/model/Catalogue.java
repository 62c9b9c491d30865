package dev.warder.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which capabilities exist, and which operations and commands need them. Immutable and safe for use
 * by any number of threads; all lists and sets are in catalogue order. One comes from a file
 * ({@link CatalogueReader}), from code ({@link #builder}), or with the library ({@link
 * ControlApi}).
 */
public final class Catalogue {
  private final CatalogueParts parts;
  private final ImmutableMap<String, Capability> capabilities;
  private final ImmutableMap<String, Operation> operations;
  private final ImmutableMap<String, Command> spellings;
  private final String canonicalForm;
  private final String fingerprint;

  Catalogue(CatalogueParts parts) {
    this.parts = parts;
    this.capabilities =
        parts.capabilities().stream().collect(ImmutableMap.toImmutableMap(Capability::raw, c -> c));
    this.operations =
        parts.operations().stream().collect(ImmutableMap.toImmutableMap(Operation::id, o -> o));
    this.spellings = spellings(parts.commands());
    this.canonicalForm = CanonicalJson.of(CatalogueNodes.of(parts));
    this.fingerprint = Hashing.sha256().hashString(canonicalForm, UTF_8).toString();
  }

  private static ImmutableMap<String, Command> spellings(List<Command> commands) {
    ImmutableMap.Builder<String, Command> spellings = ImmutableMap.builder();
    for (Command command : commands) {
      command.spellings().forEach(spelling -> spellings.put(spelling, command));
    }
    return spellings.buildOrThrow();
  }

  CatalogueParts parts() {
    return parts;
  }

  /** Returns a builder, for a catalogue made in code with the same checks as one from a file. */
  public static CatalogueBuilder builder(String name) {
    return new CatalogueBuilder(name);
  }

  /** Returns what this catalogue is called, such as {@code control-api}. */
  public String name() {
    return parts.name();
  }

  /** Returns the catalogue's own version. */
  public String version() {
    return parts.version();
  }

  /** Returns the title, for people. */
  public String title() {
    return parts.title();
  }

  /** Returns the address where the capabilities are documented, where the catalogue gives one. */
  public Optional<String> documentation() {
    return Optional.ofNullable(parts.documentation());
  }

  /** Returns the path that every template begins with, or the empty text. */
  public String basePath() {
    return parts.basePath();
  }

  /** Returns the groups of capabilities. */
  public List<Category> categories() {
    return parts.categories();
  }

  /** Returns the capabilities; each stands at its ordinal. */
  public List<Capability> capabilities() {
    return parts.capabilities();
  }

  /** Returns the operations; each stands at its ordinal. */
  public List<Operation> operations() {
    return parts.operations();
  }

  /** Returns the commands. */
  public List<Command> commands() {
    return parts.commands();
  }

  /** Returns how many requests the provider admits in an hour. */
  public Limits limits() {
    return parts.limits();
  }

  /** Returns the lifetimes that the maker of a token may choose from, where the catalogue says. */
  public Optional<Expiry> expiry() {
    return Optional.ofNullable(parts.expiry());
  }

  /** Returns the warnings that the catalogue's owner accepts, in the order written. */
  public List<Acceptance> accepted() {
    return parts.accepted();
  }

  /** Returns the capability with a raw string. */
  public Optional<Capability> capability(String raw) {
    return Optional.ofNullable(capabilities.get(raw));
  }

  /** Returns the operation with an id. */
  public Optional<Operation> operation(String id) {
    return Optional.ofNullable(operations.get(id));
  }

  /** Returns the command with a spelling: its name, an alias, or a former name. */
  public Optional<Command> command(String spelling) {
    return Optional.ofNullable(spellings.get(spelling));
  }

  /** Returns every spelling of every command. */
  public Set<String> spellings() {
    return spellings.keySet();
  }

  /**
   * Answers which capability somebody means. A raw string or a label, letter by letter, that
   * belongs to one capability alone, is found. Anything else is never resolved, however plausible:
   * the candidates are those that have all the words in raw string and category, or all in the
   * label, letter case aside. So {@code rule} has four candidates in the Control API, two of them
   * labelled otherwise.
   */
  public CapabilityLookup lookUp(String text) {
    List<Capability> exact =
        capabilities().stream()
            .filter(c -> c.raw().equals(text) || c.label().equals(text))
            .collect(ImmutableList.toImmutableList());
    return exact.size() == 1
        ? new CapabilityLookup.Found(exact.get(0))
        : new CapabilityLookup.Candidates(
            exact.isEmpty() ? CapabilityWords.candidates(text, capabilities()) : exact);
  }

  /**
   * Returns the capabilities and everything they imply, directly or through others, in catalogue
   * order.
   *
   * @throws IllegalArgumentException when one is not of this catalogue
   */
  public Set<Capability> closure(Iterable<Capability> held) {
    IntStream.Builder closed = IntStream.builder();
    for (Capability capability : held) {
      closed.add(known(capability));
      IntStream.of(parts.implications().of(capability.ordinal())).forEach(closed);
    }
    return closed
        .build()
        .sorted()
        .distinct()
        .mapToObj(parts.capabilities()::get)
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns these capabilities, in the order given, without those that another of them implies,
   * directly or through others.
   *
   * @throws IllegalArgumentException when one is not of this catalogue
   */
  public Set<Capability> withoutImplied(Collection<Capability> some) {
    BitSet implied = new BitSet();
    for (Capability capability : some) {
      IntStream.of(parts.implications().of(known(capability))).forEach(implied::set);
    }
    return some.stream()
        .filter(capability -> !implied.get(capability.ordinal()))
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the smallest addition: what is missing of one alternative, without what is implied. It
   * is nothing where an alternative misses nothing, or there is none; else the part of the
   * preferred alternative; and where none is preferred, the part that comes first by {@link
   * AccessOrder#OF_SETS}, and then the first written.
   *
   * @param missing what {@link Requirement#missing} returns of this requirement
   * @throws IllegalArgumentException when there are more or fewer parts than alternatives, or a
   *     capability is not of this catalogue
   */
  public Set<Capability> smallestAddition(Requirement requirement, List<List<Capability>> missing) {
    checkArgument(
        missing.size() == requirement.alternatives().size(),
        "%s parts are missing of other alternatives than %s",
        missing.size(),
        requirement);
    int preferred =
        requirement instanceof Alternatives alternatives
            ? alternatives.preferredPlace()
            : Alternatives.NONE;
    if (preferred != Alternatives.NONE && missing.stream().noneMatch(List::isEmpty)) {
      return withoutImplied(missing.get(preferred));
    }
    Set<Capability> smallest = null;
    for (List<Capability> part : missing) {
      Set<Capability> needed = withoutImplied(part);
      if (smallest == null || AccessOrder.OF_SETS.compare(needed, smallest) < 0) {
        smallest = needed;
      }
    }
    return smallest == null ? ImmutableSet.of() : smallest;
  }

  /**
   * Returns whether one capability implies another, directly or through others; none implies
   * itself.
   *
   * @throws IllegalArgumentException when one of both is not of this catalogue
   */
  public boolean isImplied(Capability by, Capability other) {
    return Arrays.binarySearch(parts.implications().of(known(by)), known(other)) >= 0;
  }

  /** Returns the ordinal of a capability of this catalogue. */
  private int known(Capability capability) {
    if (!capability.equals(capabilities.get(capability.raw()))) {
      throw new IllegalArgumentException("not of this catalogue: " + capability);
    }
    return capability.ordinal();
  }

  /**
   * Returns the canonical form: JSON that is itself a catalogue file, equal for equal catalogues,
   * as {@code SEMANTICS.md} defines it.
   */
  public String canonicalForm() {
    return canonicalForm;
  }

  /**
   * Returns the SHA-256 of the canonical form's UTF-8, as 64 lower-case hexadecimal digits: two
   * catalogues with one fingerprint decide alike and read alike.
   */
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Catalogue that && canonicalForm.equals(that.canonicalForm);
  }

  @Override
  public int hashCode() {
    return canonicalForm.hashCode();
  }

  /** Returns the name, the version and the beginning of the fingerprint. */
  @Override
  public String toString() {
    return parts.name() + " " + parts.version() + " (" + fingerprint.substring(0, 12) + ")";
  }
}
