package dev.warder.analysis.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.Decision;
import dev.warder.engine.Grant;
import dev.warder.engine.Match;
import dev.warder.engine.Ownership;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.RandomCatalogues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is unused, against deciding every request again. */
class UsageProperties {
  private static final List<String> ACCOUNTS = List.of("acc-1", "acc-2", "a", "unavailable");

  @Provide
  Arbitrary<Catalogue> catalogue() {
    return RandomCatalogues.small();
  }

  private record Request(String method, String path) {}

  /** A catalogue, a token, and the requests that it made. */
  private static final class History {
    final PolicyEngine engine;
    final List<String> capabilities = new ArrayList<>();
    final List<Request> log = new ArrayList<>();
    final Unused unused;

    History(Catalogue catalogue, Random random) {
      engine = PolicyEngine.compile(catalogue, History::ownership);
      int much = random.nextInt(5);
      for (Capability capability : catalogue.capabilities()) {
        if (random.nextInt(4) < much) {
          capabilities.add(capability.raw());
        }
      }
      if (random.nextInt(4) == 0) {
        capabilities.add(random.nextInt(capabilities.size() + 1), "unknown:" + random.nextInt(9));
      }
      for (int i = random.nextInt(12); i > 0; i--) {
        List<Operation> operations = catalogue.operations();
        Operation near = operations.get(random.nextInt(operations.size()));
        log.add(new Request(random.nextInt(9) == 0 ? "GET" : near.method(), path(near, random)));
      }
      unused = usage().unused(capabilities);
    }

    Usage usage() {
      Usage usage = new Usage(engine);
      log.forEach(request -> usage.add(request.method(), request.path()));
      return usage;
    }

    private static Ownership ownership(String account, String kind, String path, int s, int e) {
      String id = path.substring(s, e);
      return id.equals("unavailable")
          ? Ownership.UNAVAILABLE
          : id.equals(account) ? Ownership.OWNED : Ownership.NOT_OWNED;
    }

    private static String path(Operation operation, Random random) {
      StringBuilder path = new StringBuilder();
      for (PathSegment segment : operation.template().segments()) {
        boolean isKept = segment instanceof PathSegment.Literal && random.nextInt(12) > 0;
        path.append('/').append(isKept ? segment : ACCOUNTS.get(random.nextInt(4)));
      }
      return random.nextInt(12) == 0 ? path + "/" : path.toString();
    }

    Decision decide(Iterable<String> given, String account, Request request) {
      return engine.decide(engine.grant(account, given), request.method(), request.path(), account);
    }

    /** Returns the reason and the operation where every account passes. */
    String answer(Iterable<String> given, Request request) {
      Grant grant = engine.grant("acc-1", given);
      Match match = engine.match(request.method(), request.path());
      List<Decision> decisions =
          match.operations().stream().map(o -> engine.decide(grant, o, "acc-1")).toList();
      return decisions.stream()
          .filter(decision -> decision.reason() == Reason.UNMAPPED_OPERATION)
          .findFirst()
          .or(() -> decisions.stream().filter(d -> !d.isAllowed()).findFirst())
          .or(() -> decisions.stream().findFirst())
          .or(match::refusal)
          .orElseThrow()
          .toString();
    }

    List<String> without(String... raws) {
      List<String> rest = new ArrayList<>(capabilities);
      rest.removeAll(unused.unused());
      rest.removeAll(List.of(raws));
      return rest;
    }
  }

  @Property(tries = 500)
  void unused_droppedAllTogether_changesNoDecisionOfAnyAccount(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    History history = new History(catalogue, new Random(seed));
    for (Request request : history.log) {
      for (String account : ACCOUNTS) {
        assertThat(history.decide(history.without(), account, request))
            .isSameAs(history.decide(history.capabilities, account, request));
      }
    }
  }

  @Property(tries = 500)
  void needed_droppedAlone_changesSoManyDecisionsWhereAccountsPass(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    History history = new History(catalogue, new Random(seed));
    Map<String, Long> changed = new LinkedHashMap<>();
    for (Capability capability : catalogue.capabilities()) {
      List<String> without = history.without(capability.raw());
      if (without.size() < history.without().size()) {
        changed.put(
            capability.raw(),
            history.log.stream()
                .filter(
                    request ->
                        !history
                            .answer(without, request)
                            .equals(history.answer(history.capabilities, request)))
                .count());
      }
    }
    assertThat(history.unused.needed()).containsExactlyEntriesOf(changed);
    assertThat(changed.values()).allMatch(count -> count > 0);
  }

  @Property(tries = 300)
  void reasons_areThoseOfTheDecisionsWhereAccountsPass(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    History history = new History(catalogue, new Random(seed));
    Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    for (Request request : history.log) {
      String answer = history.answer(history.capabilities, request);
      for (Reason reason : Reason.values()) {
        if (answer.equals(reason.code()) || answer.startsWith(reason.code() + " ")) {
          reasons.merge(reason, 1L, Long::sum);
        }
      }
    }
    assertThat(history.unused.reasons()).containsExactlyEntriesOf(reasons);
    assertThat(history.usage().requests()).isEqualTo(history.log.size());
  }

  @Property(tries = 200)
  void unused_orderAndRepetition_changeNothing(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    Random random = new Random(seed);
    History history = new History(catalogue, random);
    List<String> shuffled = new ArrayList<>(history.capabilities);
    shuffled.addAll(history.capabilities);
    Collections.shuffle(shuffled, random);
    Collections.shuffle(history.log, random);
    Unused unused = history.usage().unused(shuffled);
    assertThat(unused.unused()).isEqualTo(history.unused.unused());
    assertThat(unused.needed()).isEqualTo(history.unused.needed());
  }
}
