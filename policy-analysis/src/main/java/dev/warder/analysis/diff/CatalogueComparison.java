package dev.warder.analysis.diff;

import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.paths.PathClass;
import dev.warder.analysis.paths.PathClasses;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import dev.warder.model.Operation;
import dev.warder.model.Overlap;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two catalogues by every question that they may answer differently. */
final class CatalogueComparison {
  private static final int OLDER = 0;
  private static final int NEWER = 1;

  private final List<NumberedCatalogue> sides = new ArrayList<>();
  private final List<String> raws;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final DiffWork work;
  private final AllowedDifference gains;
  private final AllowedDifference losses;
  private final List<Pair<Capability>> capabilities;
  private final List<Pair<Operation>> operations;
  private final List<Pair<Command>> commands;
  private final ChangedParts changed;
  private final Effects effects = new Effects();

  /** The changed capabilities by which a token comes to a decision, by what it carries. */
  private final Map<Set<String>, Set<Pair<?>>> changedByToken = new HashMap<>();

  CatalogueComparison(Catalogue older, Catalogue newer, Steps steps) throws TooMuchWork {
    for (Catalogue catalogue : List.of(older, newer)) {
      catalogue.capabilities().forEach(c -> numbers.putIfAbsent(c.raw(), numbers.size() + 1));
    }
    raws = List.copyOf(numbers.keySet());
    work = new DiffWork(steps, numbers.size());
    work.at(newer::name);
    sides.add(new NumberedCatalogue(older, numbers, work));
    sides.add(new NumberedCatalogue(newer, numbers, work));
    gains = new AllowedDifference(sides.get(NEWER), sides.get(OLDER), work);
    losses = new AllowedDifference(sides.get(OLDER), sides.get(NEWER), work);
    capabilities = Pair.byName(older.capabilities(), newer.capabilities(), Capability::raw);
    operations =
        Pair.of(
            older.operations(),
            newer.operations(),
            Operation::id,
            operation -> List.of(operation.method() + " " + operation.template().shape()));
    commands = Pair.of(older.commands(), newer.commands(), Command::name, Command::spellings);
    changed = new ChangedParts(sides.get(OLDER), sides.get(NEWER), operations, capabilities);
  }

  List<CatalogueChange> changes() throws TooMuchWork {
    Catalogue older = sides.get(OLDER).catalogue;
    Catalogue newer = sides.get(NEWER).catalogue;
    PathClasses.walk(List.of(older.operations(), newer.operations()), this::compareRequests);
    for (Pair<Command> pair : commands) {
      compareCommand(pair);
    }
    List<CatalogueChange> changes = new ArrayList<>();
    Pair<Catalogue> whole = new Pair<>(older, newer);
    List<CatalogueChange.Value> values =
        new ArrayList<>(PartValues.differing(whole, PartValues::of));
    values.addAll(Orders.differing(older, newer));
    add(changes, CatalogueChange.Sort.CATALOGUE, whole, newer.name(), values);
    add(
        changes,
        CatalogueChange.Sort.CATEGORY,
        Pair.byName(older.categories(), newer.categories(), Category::name),
        Category::name,
        PartValues::of);
    add(changes, CatalogueChange.Sort.CAPABILITY, capabilities, Capability::raw, PartValues::of);
    add(changes, CatalogueChange.Sort.OPERATION, operations, Operation::id, PartValues::of);
    add(changes, CatalogueChange.Sort.COMMAND, commands, Command::name, PartValues::of);
    return changes;
  }

  private <T> void add(
      List<CatalogueChange> changes,
      CatalogueChange.Sort sort,
      List<Pair<T>> pairs,
      Function<T, String> name,
      Function<T, PartValues> values) {
    for (Pair<T> pair : pairs) {
      add(changes, sort, pair, name.apply(pair.latest()), PartValues.differing(pair, values));
    }
  }

  private void add(
      List<CatalogueChange> changes,
      CatalogueChange.Sort sort,
      Pair<?> pair,
      String name,
      List<CatalogueChange.Value> values) {
    Example gain = effects.gain(pair);
    Example loss = effects.loss(pair);
    if (!values.isEmpty() || gain != null || loss != null) {
      changes.add(new CatalogueChange(sort, pair.kind(), name, values, gain, loss));
    }
  }

  private void compareRequests(PathClass path) throws TooMuchWork {
    Set<String> methods = new LinkedHashSet<>(Overlap.methods(path.matched(NEWER)));
    methods.addAll(Overlap.methods(path.matched(OLDER)));
    Set<List<List<Operation>>> compared = new HashSet<>();
    for (String method : methods) {
      // HEAD mostly asks what GET does.
      if (compared.add(List.of(path.asked(OLDER, method), path.asked(NEWER, method)))) {
        work.at(() -> method + " " + path.path());
        compare(path, method, OLDER, NEWER, losses);
        compare(path, method, NEWER, OLDER, gains);
      }
    }
  }

  /** Notes what one side allows on a request and the other does not. */
  private void compare(
      PathClass path, String method, int allowing, int denying, AllowedDifference surplus)
      throws TooMuchWork {
    List<Operation> asked = path.asked(allowing, method);
    List<Operation> others = path.asked(denying, method);
    Demand allowed = Demand.of(sides.get(allowing), asked);
    if (allowed.isImpossible()) {
      return;
    }
    AccountChecks checks = new AccountChecks(path, asked);
    AccountChecks otherChecks = new AccountChecks(path, others);
    Optional<String> passing = path.path(checks.wanted());
    if (passing.isEmpty()) {
      return;
    }
    Optional<BitSet> token = surplus.find(allowed, Demand.of(sides.get(denying), others));
    if (token.isPresent()) {
      Optional<String> own = path.path(checks.wanted(otherChecks));
      String written = own.orElse(passing.get());
      Example example = request(written, method, token.get(), own.isPresent());
      note(path, asked, others, allowing, example);
    } else if (checks.leaveOpen(otherChecks)) {
      BitSet enough = surplus.enough(allowed);
      note(path, asked, others, allowing, request(passing.get(), method, enough, false));
    } else {
      Optional<PathClass.Unmatched> unmatched = path.unmatched(allowing, denying, checks.wanted());
      if (unmatched.isPresent()) {
        String written = unmatched.get().path();
        Example example = request(written, method, surplus.enough(allowed), true);
        List<Operation> met = new ArrayList<>(path.met(denying));
        met.addAll(unmatched.get().met());
        note(path, path.matched(allowing), met, allowing, example);
      }
    }
  }

  private Example request(String path, String method, BitSet token, boolean isOwnAccount) {
    return example(new Example.Question.Request(method, path), token, isOwnAccount);
  }

  private Example example(Example.Question question, BitSet token, boolean isOwnAccount) {
    return new Example(question, token.isEmpty() ? null : names(token), isOwnAccount);
  }

  private Set<String> names(BitSet numbers) {
    return numbers.stream()
        .filter(number -> number != NumberedCatalogue.TOKEN)
        .mapToObj(number -> raws.get(number - 1))
        .collect(ImmutableSet.toImmutableSet());
  }

  private void note(
      PathClass path, List<Operation> asked, List<Operation> others, int allowing, Example example)
      throws TooMuchWork {
    boolean isGain = allowing == NEWER;
    Set<Pair<?>> causes = isGain ? changed.of(others, asked) : changed.of(asked, others);
    if (causes.isEmpty()) {
      causes = changedByToken(example);
    }
    if (causes.isEmpty()) {
      causes = changed.of(path.met(OLDER), path.met(NEWER));
    }
    if (causes.isEmpty()) {
      throw new AssertionError("nothing changed, and yet " + example + " is judged otherwise");
    }
    work.count(causes.size());
    causes.forEach(cause -> effects.add(isGain, cause, example));
  }

  private Set<Pair<?>> changedByToken(Example example) throws TooMuchWork {
    Set<Pair<?>> known = changedByToken.get(example.capabilities());
    if (known == null) {
      known = changed.of(held(example));
      changedByToken.put(example.capabilities(), known);
    }
    return known;
  }

  /** Returns all that a token has in the one catalogue or the other. */
  private Set<String> held(Example example) throws TooMuchWork {
    BitSet carried = new BitSet();
    example
        .capabilities()
        .forEach(raw -> carried.set(numbers.getOrDefault(raw, NumberedCatalogue.TOKEN)));
    BitSet held = sides.get(OLDER).closure(carried);
    held.or(sides.get(NEWER).closure(carried));
    return names(held);
  }

  private void compareCommand(Pair<Command> pair) throws TooMuchWork {
    Set<String> spellings = new LinkedHashSet<>();
    Set<Optional<String>> conditions = new LinkedHashSet<>();
    conditions.add(Optional.empty());
    for (Command command : new Command[] {pair.latest(), earliest(pair)}) {
      spellings.addAll(command.spellings());
      for (Condition condition : command.conditions()) {
        conditions.add(Optional.of(condition.name()));
      }
    }
    Map<List<String>, String> asked = new LinkedHashMap<>();
    for (String spelling : spellings) {
      List<String> names =
          sides.stream()
              .map(side -> side.catalogue.command(spelling).map(Command::name).orElse(""))
              .toList();
      asked.putIfAbsent(names, spelling);
    }
    Map<Command, CommandDemands> was = new HashMap<>();
    Map<Command, CommandDemands> is = new HashMap<>();
    for (String spelling : asked.values()) {
      work.at(() -> spelling);
      CommandDemands before = demands(sides.get(OLDER), spelling, was);
      CommandDemands after = demands(sides.get(NEWER), spelling, is);
      compareCommand(pair, spelling, conditions, before, after);
    }
  }

  private CommandDemands demands(
      NumberedCatalogue side, String spelling, Map<Command, CommandDemands> known)
      throws TooMuchWork {
    Command command = side.catalogue.command(spelling).orElse(null);
    CommandDemands demands = known.get(command);
    if (demands == null) {
      demands = new CommandDemands(side, command, work);
      if (command != null) {
        known.put(command, demands);
      }
    }
    return demands;
  }

  private void compareCommand(
      Pair<Command> pair,
      String spelling,
      Set<Optional<String>> conditions,
      CommandDemands before,
      CommandDemands after)
      throws TooMuchWork {
    boolean isAlike = gains.implyAlike() && before.alwaysNeedsAs(after);
    for (Optional<String> chosen : conditions) {
      String condition = chosen.orElse(null);
      if (!isAlike || (condition != null && !before.needsAs(after, condition))) {
        Demand older = before.in(condition);
        Demand newer = after.in(condition);
        Example.Question line = new Example.Question.CommandLine(spelling, condition);
        note(pair, true, line, gains.find(newer, older));
        note(pair, false, line, losses.find(older, newer));
      }
    }
  }

  private void note(
      Pair<Command> pair, boolean isGain, Example.Question line, Optional<BitSet> token) {
    token.ifPresent(set -> effects.add(isGain, pair, example(line, set, true)));
  }

  private static Command earliest(Pair<Command> pair) {
    @Nullable Command before = pair.before();
    return before == null ? pair.latest() : before;
  }
}
