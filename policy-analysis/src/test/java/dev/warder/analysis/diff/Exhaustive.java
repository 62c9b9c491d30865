package dev.warder.analysis.diff;

import dev.warder.analysis.diff.CataloguePairs.Two;
import dev.warder.engine.Grant;
import dev.warder.engine.Ownership;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks two engines everything, and compares what they allow. Shares no code with the diff. */
final class Exhaustive {
  /** All that a segment can be to these catalogues; {@code A} and {@code x} are no literals. */
  private static final List<String> TEXTS = List.of("u", "@v", "x", "A", "%40v", "x%20x");

  /** The same, without triples. */
  private static final List<String> PLAIN_TEXTS = List.of("u", "@v", "x", "A");

  private static final List<String> ACCOUNTS = List.of("A", "u", "@v", "x");

  private final Two two;
  private final List<PolicyEngine> engines;
  private final boolean[] more = new boolean[2];
  private final boolean areRequestAccountsCompared;
  private int owned;

  private Exhaustive(Two two) {
    this.two = two;
    this.areRequestAccountsCompared =
        Stream.of(two.older(), two.newer())
            .flatMap(catalogue -> catalogue.operations().stream())
            .anyMatch(operation -> operation.accountRule().comparesRequestAccount());
    ResourceOwners owners =
        (account, kind, path, start, end) ->
            (owned >> resource(kind, path, path.substring(start, end)) & 1) == 1
                ? Ownership.OWNED
                : Ownership.NOT_OWNED;
    this.engines =
        List.of(
            PolicyEngine.compile(two.older(), owners), PolicyEngine.compile(two.newer(), owners));
  }

  /** Returns the number of a resource: its kind, and the first segment that has its id. */
  private static int resource(String kind, String path, String id) {
    return CataloguePairs.KINDS.indexOf(kind)
        + 2 * List.of(path.substring(1).split("/")).indexOf(id);
  }

  /** Returns whether something is lost, and whether something is gained. */
  static List<Boolean> lossAndGain(Two two) {
    Exhaustive all = new Exhaustive(two);
    return all.lossAndGain(all.tokens(), paths());
  }

  /** Returns the same for paths of three segments, and few tokens. */
  static List<Boolean> lossAndGainOfLongPaths(Two two) {
    List<String> paths = new ArrayList<>();
    for (String one : PLAIN_TEXTS) {
      for (String other : PLAIN_TEXTS) {
        paths.add("/" + one + "/" + other);
        PLAIN_TEXTS.forEach(third -> paths.add("/" + one + "/" + other + "/" + third));
      }
    }
    Exhaustive all = new Exhaustive(two);
    List<Optional<List<String>>> tokens = all.tokens();
    return all.lossAndGain(
        List.of(tokens.get(0), tokens.get(1), tokens.get(2), tokens.get(3), tokens.get(16)), paths);
  }

  private List<Boolean> lossAndGain(List<Optional<List<String>>> tokens, List<String> paths) {
    for (String path : paths) {
      for (String account : ACCOUNTS) {
        for (Optional<List<String>> token : tokens) {
          compareRequests(account, token, path);
        }
      }
    }
    for (Optional<List<String>> token : tokens) {
      compareCommands(token);
    }
    return List.of(more[0], more[1]);
  }

  /** Returns whether an example is allowed by the one catalogue and not by the other. */
  static boolean holds(Two two, Example example, boolean isGain) {
    Exhaustive all = new Exhaustive(two);
    Optional<List<String>> token =
        example.isAnonymous() ? Optional.empty() : Optional.of(List.copyOf(example.capabilities()));
    if (example.question() instanceof Example.Question.CommandLine line) {
      all.compareCommand(token, line.spelling(), line.condition().map(Set::of).orElse(Set.of()));
    } else if (example.question() instanceof Example.Question.Request request) {
      List<String> accounts = new ArrayList<>(List.of("A"));
      accounts.addAll(List.of(request.path().substring(1).split("/")));
      for (String account : accounts) {
        all.compare(account, token, request.method(), request.path(), example.isOwnAccount());
      }
    }
    return all.more[isGain ? 1 : 0];
  }

  private List<Optional<List<String>>> tokens() {
    List<Optional<List<String>>> tokens = new ArrayList<>();
    tokens.add(Optional.empty());
    for (int set = 0; set < 16; set++) {
      List<String> raws = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        if ((set >> i & 1) == 1) {
          raws.add(List.of("a", "b", "c", "d").get(i));
        }
      }
      tokens.add(Optional.of(raws));
    }
    return tokens;
  }

  private static List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (String one : TEXTS) {
      paths.add("/" + one);
      TEXTS.forEach(other -> paths.add("/" + one + "/" + other));
    }
    return paths;
  }

  private static Grant grant(PolicyEngine engine, String account, Optional<List<String>> token) {
    return token.map(raws -> engine.grant(account, raws)).orElse(engine.anonymous());
  }

  private void compareRequests(String account, Optional<List<String>> token, String path) {
    for (String method : CataloguePairs.METHODS) {
      compare(account, token, method, path, false);
    }
  }

  private void compare(
      String account,
      Optional<List<String>> token,
      String method,
      String path,
      boolean isAllOwned) {
    Grant older = grant(engines.get(0), account, token);
    Grant newer = grant(engines.get(1), account, token);
    int sets = 1 << (2 * path.substring(1).split("/").length);
    for (owned = isAllOwned ? sets - 1 : 0; owned < sets; owned++) {
      compare(older, newer, method, path, account);
      if (!isAllOwned && areRequestAccountsCompared) {
        compare(older, newer, method, path, null);
      }
    }
  }

  private void compare(
      Grant older, Grant newer, String method, String path, @Nullable String requestAccount) {
    note(
        engines.get(0).decide(older, method, path, requestAccount).isAllowed(),
        engines.get(1).decide(newer, method, path, requestAccount).isAllowed());
  }

  private void compareCommands(Optional<List<String>> token) {
    Set<String> spellings = new LinkedHashSet<>(two.older().spellings());
    spellings.addAll(two.newer().spellings());
    for (String spelling : spellings) {
      compareCommand(token, spelling, Set.of());
      compareCommand(token, spelling, Set.of("w"));
    }
  }

  private void compareCommand(
      Optional<List<String>> token, String spelling, Set<String> conditions) {
    note(
        allows(engines.get(0), token, spelling, conditions),
        allows(engines.get(1), token, spelling, conditions));
  }

  private static boolean allows(
      PolicyEngine engine, Optional<List<String>> token, String spelling, Set<String> conditions) {
    Catalogue catalogue = engine.catalogue();
    Optional<Command> command = catalogue.command(spelling);
    if (command.isEmpty()
        || !command.get().conditions().stream()
            .map(Condition::name)
            .toList()
            .containsAll(conditions)
        || (command.get().calls().isEmpty() && conditions.isEmpty())) {
      return false;
    }
    return engine.preflight(grant(engine, "A", token), command.get(), conditions).isAllowed();
  }

  private void note(boolean older, boolean newer) {
    more[0] |= older && !newer;
    more[1] |= newer && !older;
  }
}
