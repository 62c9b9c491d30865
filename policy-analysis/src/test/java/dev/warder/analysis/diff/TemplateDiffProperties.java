package dev.warder.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.paths.EveryPath;
import dev.warder.engine.Grant;
import dev.warder.engine.Match;
import dev.warder.engine.Ownership;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.RandomTemplates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Differences of catalogues with templates of every sort, compared with deciding by both: none is
 * missed on short paths, and each example holds.
 */
class TemplateDiffProperties {
  private static final int PAIRS = Integer.getInteger("warder.template.pairs", 150);
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

  /** An engine, and the resources that its host knows to be the account's. */
  private static final class Side {
    final PolicyEngine engine;
    Set<Match.Resource> owned = Set.of();

    Side(Catalogue catalogue) {
      ResourceOwners owners =
          (account, kind, path, start, end) ->
              owned.contains(new Match.Resource(kind, path.substring(start, end)))
                  ? Ownership.OWNED
                  : Ownership.NOT_OWNED;
      this.engine = PolicyEngine.compile(catalogue, owners);
    }

    boolean allows(String account, Set<String> token, String method, String path) {
      Grant grant = engine.grant(account, List.copyOf(token));
      return engine.decide(grant, method, path).isAllowed();
    }
  }

  @net.jqwik.api.Example
  void flags_randomTemplates_missNothingAndHaveExamplesThatHold() throws Exception {
    int changed = 0;
    int compared = 0;
    for (int seed = 0; compared < PAIRS; seed++) {
      Random random = new Random(seed);
      List<String> operations = EveryPath.operations(random, 2 + random.nextInt(2), 2);
      if (random.nextBoolean()) {
        operations.replaceAll(operation -> operation.replaceAll("\"c\\d\"", "\"c0\""));
      }
      Catalogue older = EveryPath.read(operations);
      Catalogue newer = EveryPath.read(changed(operations, random));
      List<String> paths =
          newer == null ? List.of() : EveryPath.of(List.of(older, newer), 3, false);
      if (!paths.isEmpty()) {
        paths = EveryPath.of(List.of(older, newer), 2, true);
      }
      if (!paths.isEmpty()) {
        compared++;
        paths.addAll(EveryPath.of(List.of(older, newer), 3, false));
        CatalogueDiff diff = CatalogueDiff.of(older, newer);
        String pair = "seed %s: %s, %s".formatted(seed, words(older), words(newer));
        Side before = new Side(older);
        Side after = new Side(newer);
        String loss = first(before, after, paths);
        String gain = first(after, before, paths);
        for (CatalogueChange change : diff.changes()) {
          change.loss().ifPresent(example -> holds(before, after, example, pair));
          change.gain().ifPresent(example -> holds(after, before, example, pair));
        }
        assertThat(diff.isBreaking() || loss.isEmpty()).as("%s, %s lost", pair, loss).isTrue();
        assertThat(diff.isWidening() || gain.isEmpty()).as("%s, %s gained", pair, gain).isTrue();
        changed += loss.isEmpty() && gain.isEmpty() ? 0 : 1;
      }
    }
    assertThat(changed).isBetween(PAIRS / 4, PAIRS - 1);
  }

  private static List<String> words(Catalogue catalogue) {
    return catalogue.operations().stream()
        .map(o -> o.id() + " " + o.method() + " " + o.template() + " " + o.accountRule())
        .toList();
  }

  /** Returns the operations with one more, one less, or one in another's place. */
  private static List<String> changed(List<String> operations, Random random) {
    List<String> changed = new ArrayList<>(operations);
    int number = random.nextInt(changed.size());
    String other = EveryPath.operation(new RandomTemplates(random), random, 2);
    switch (random.nextInt(6)) {
      case 0 -> changed.remove(changed.size() - 1);
      case 1 ->
          changed.add(
              EveryPath.operation(new RandomTemplates(random), random, 2)
                  .replaceAll("\"c\\d\"", "\"c0\""));
      case 2 -> changed.set(number, other);
      case 3 -> changed.remove(number);
      case 4 ->
          changed.replaceAll(
              operation ->
                  operation.replaceAll(
                      "\"(account|owner)\": [^,]*, ", "\"account\": \"not-checked\", "));
      default -> changed.set(number, changed.get(number).replaceAll("\"c\\d\"", "\"c7\""));
    }
    return changed;
  }

  /** Returns the first request that the one allows with the least that it needs, and not other. */
  private static String first(Side allowing, Side denying, List<String> paths) {
    for (String path : paths) {
      for (String method : METHODS) {
        Match match = allowing.engine.match(method, path);
        if (match.refusal().isEmpty() && differ(allowing, denying, match, method, path)) {
          return method + " " + path;
        }
      }
    }
    return "";
  }

  private static boolean differ(
      Side allowing, Side denying, Match match, String method, String path) {
    Set<String> token = new LinkedHashSet<>();
    Set<String> accounts = new LinkedHashSet<>(List.of("none"));
    match
        .operations()
        .forEach(
            operation -> {
              operation.requirement().capabilities().forEach(c -> token.add(c.raw()));
              match.parameters(operation).forEach(parameter -> accounts.add(parameter.text()));
            });
    allowing.owned = match.resources();
    denying.owned = match.resources();
    return accounts.stream().anyMatch(a -> differ(allowing, denying, a, token, method, path));
  }

  private static boolean differ(
      Side allowing, Side denying, String account, Set<String> token, String method, String path) {
    return allowing.allows(account, token, method, path)
        && !denying.allows(account, token, method, path);
  }

  private static void holds(Side allowing, Side denying, Example example, String pair) {
    Example.Question.Request request = (Example.Question.Request) example.question();
    Match match = allowing.engine.match(request.method(), request.path());
    Set<String> accounts = new LinkedHashSet<>(List.of("none"));
    match
        .operations()
        .forEach(o -> match.parameters(o).forEach(parameter -> accounts.add(parameter.text())));
    Set<Match.Resource> owned = new LinkedHashSet<>(match.resources());
    if (example.isOwnAccount()) {
      owned.addAll(denying.engine.match(request.method(), request.path()).resources());
    }
    allowing.owned = owned;
    denying.owned = owned;
    assertThat(accounts)
        .as("%s: %s", pair, example)
        .anyMatch(
            account ->
                differ(
                    allowing,
                    denying,
                    account,
                    example.capabilities(),
                    request.method(),
                    request.path()));
  }
}
