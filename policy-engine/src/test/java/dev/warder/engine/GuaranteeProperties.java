package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import dev.warder.engine.ReferenceEvaluator.Holder;
import dev.warder.model.AccountCheck;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.RandomTemplates;
import dev.warder.model.ReferenceTemplate;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The named properties of SEMANTICS.md, section 4, each by its name. */
class GuaranteeProperties {
  private static final int REQUESTS = 40;

  /** Neither a literal nor a text of any template, but an account. */
  private static final String FRESH = "x-1";

  @Provide
  Arbitrary<Catalogue> catalogue() {
    return Arbitraries.oneOf(RandomCatalogues.small(), templates());
  }

  /** Catalogues with templates of every sort. */
  static Arbitrary<Catalogue> templates() {
    return Arbitraries.longs()
        .map(seed -> new RandomTemplates(new Random(seed)).catalogue(9))
        .filter(GuaranteeProperties::isCompiled);
  }

  /** Returns whether the templates of a catalogue overlap in few enough ways. */
  static boolean isCompiled(Catalogue catalogue) {
    try {
      return PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller()) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Scenario scenario(Catalogue catalogue, long seed) {
    return new Scenario(catalogue, PathLimits.DEFAULT, seed);
  }

  @Property(tries = 300)
  void p1DefaultDeny_allowed_onlyByWhatIsHeld(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    Scenario scenario = scenario(catalogue, seed);
    for (int i = 0; i < REQUESTS; i++) {
      Operation near = scenario.operation();
      Holder holder = scenario.holder();
      Grant grant = scenario.grant(scenario.engine, holder);
      Decision decision =
          scenario.engine.decide(
              grant, scenario.method(near), scenario.path(near), scenario.requestAccount());
      if (decision.isAllowed()) {
        assertThat(decision.asked()).isNotEmpty();
        for (Operation asked : decision.asked()) {
          assertThat(isMet(asked.requirement(), grant)).as(asked.id()).isTrue();
        }
      }
    }
  }

  private static boolean isMet(Requirement requirement, Grant grant) {
    return requirement instanceof Alternatives alternatives
        ? alternatives.asList().stream().anyMatch(grant.held()::containsAll)
        : requirement == Requirement.Fixed.PUBLIC
            || (requirement == Requirement.Fixed.ANY_TOKEN && !grant.isAnonymous());
  }

  @Property(tries = 300)
  void p2Monotone_oneMoreCapability_neverTurnsAnAllowIntoADeny(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    Scenario scenario = scenario(catalogue, seed);
    for (int i = 0; i < REQUESTS; i++) {
      Operation near = scenario.operation();
      String method = scenario.method(near);
      String path = scenario.path(near);
      String account = scenario.requestAccount();
      List<String> fewer = new ArrayList<>(scenario.holder().capabilities());
      List<String> more = new ArrayList<>(fewer);
      more.add(scenario.pick(catalogue.capabilities()).raw());
      Decision less =
          scenario.engine.decide(scenario.engine.grant("acc-1", fewer), method, path, account);
      Decision greater =
          scenario.engine.decide(scenario.engine.grant("acc-1", more), method, path, account);
      assertThat(!less.isAllowed() || greater.isAllowed()).isTrue();
    }
  }

  @Property(tries = 300)
  void p3Unordered_orderRepetitionAndUnknown_changeNothing(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    Scenario scenario = scenario(catalogue, seed);
    for (int i = 0; i < REQUESTS; i++) {
      Operation near = scenario.operation();
      String method = scenario.method(near);
      String path = scenario.path(near);
      String account = scenario.requestAccount();
      List<String> given = new ArrayList<>(scenario.holder().capabilities());
      List<String> other = new ArrayList<>(Lists.reverse(given));
      other.addAll(given);
      other.add("unknown:string");
      other.add("");
      assertThat(
              scenario.engine.decide(scenario.engine.grant("acc-1", other), method, path, account))
          .isSameAs(
              scenario.engine.decide(scenario.engine.grant("acc-1", given), method, path, account));
    }
  }

  @Property(tries = 300)
  void p4Total_everyOperation_isReachedAndAloneDecidedByItself(
      @ForAll("catalogue") Catalogue catalogue) {
    Scenario scenario = scenario(catalogue, 1);
    for (Operation operation : catalogue.operations()) {
      List<String> paths = freshPaths(operation);
      assertThat(paths).as(operation.id()).anyMatch(path -> isAsked(scenario, operation, path));
      for (String path : paths) {
        Match match = scenario.engine.match(operation.method(), path);
        if (match.operations().equals(List.of(operation))) {
          for (Set<String> held : List.of(Set.<String>of(), everything(catalogue))) {
            Grant grant = scenario.engine.grant(FRESH, held);
            assertThat(scenario.engine.decide(grant, operation.method(), path, FRESH))
                .isSameAs(scenario.engine.decide(grant, operation, FRESH));
          }
        }
      }
    }
  }

  private static boolean isAsked(Scenario scenario, Operation operation, String path) {
    return scenario.engine.match(operation.method(), path).operations().contains(operation);
  }

  /** Returns a path for each number of segments that a spanning parameter may stand for. */
  private static List<String> freshPaths(Operation operation) {
    return IntStream.rangeClosed(1, operation.template().span() < 0 ? 1 : 6)
        .mapToObj(spanned -> freshPath(operation, spanned))
        .toList();
  }

  /** Returns a path whose parameters are no literal or text of any template. */
  private static String freshPath(Operation operation, int spanned) {
    StringBuilder path = new StringBuilder();
    for (PathSegment segment : operation.template().segments()) {
      path.append('/');
      if (segment instanceof PathSegment.Parameter parameter) {
        path.append(parameter.before()).append(FRESH).append(parameter.after());
      } else if (segment instanceof PathSegment.Span span) {
        path.append((FRESH + "/").repeat(spanned - 1)).append(FRESH).append(span.after());
      } else {
        path.append(segment);
      }
    }
    return path.toString();
  }

  private static Set<String> everything(Catalogue catalogue) {
    return catalogue.capabilities().stream().map(Capability::raw).collect(Collectors.toSet());
  }

  @Property(tries = 300)
  void p5NoNormalisation_accountOrOwner_hasOneSpelling(@ForAll("catalogue") Catalogue catalogue) {
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    for (Operation operation : catalogue.operations()) {
      for (AccountCheck check : operation.accountRule().checks()) {
        if (check.segment() >= 0) {
          assertHasOneSpelling(engine, operation, check);
        }
      }
    }
  }

  private static void assertHasOneSpelling(
      PolicyEngine engine, Operation operation, AccountCheck check) {
    for (String path : freshPaths(operation)) {
      String colon = withAccount(operation, check, path, "x:1");
      assertThat(engine.match(operation.method(), colon).operations()).as(colon).isNotEmpty();
      for (String spelling : List.of("x%3A1", "x%3a1", "x:%31", "%781")) {
        String other = withAccount(operation, check, path, spelling);
        assertThat(engine.match(operation.method(), other).operations()).as(other).isEmpty();
      }
    }
  }

  private static String withAccount(
      Operation operation, AccountCheck check, String path, String account) {
    List<String> segments = new ArrayList<>(ReferencePath.segments(path));
    int place = ReferenceTemplate.place(operation, check.segment(), segments);
    segments.set(place, segments.get(place).replace(FRESH, account));
    return "/" + String.join("/", segments);
  }

  @Property(tries = 300)
  void p6AccountIsolation_allowed_onlyOnWhatTheAccountOwns(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    Scenario scenario = scenario(catalogue, seed);
    Grant grant = scenario.engine.grant("acc-1", everything(catalogue));
    for (int i = 0; i < REQUESTS; i++) {
      Operation near = scenario.operation();
      String path = scenario.path(near);
      String account = scenario.requestAccount();
      Decision decision = scenario.engine.decide(grant, near.method(), path, account);
      if (decision.isAllowed()) {
        for (Operation asked : decision.asked()) {
          assertThat(isOwn(asked, path, account)).as("%s by %s", path, asked).isTrue();
        }
      }
    }
  }

  private static boolean isOwn(Operation operation, String path, @Nullable String account) {
    return operation.accountRule().checks().stream()
        .allMatch(
            check ->
                check instanceof AccountCheck.FromRequest
                    ? "acc-1".equals(account)
                    : isOwn(operation, check, path));
  }

  private static boolean isOwn(Operation operation, AccountCheck check, String path) {
    List<String> segments = ReferencePath.segments(path);
    String text = ReferenceTemplate.text(operation, check.segment(), segments);
    boolean isApp = check instanceof AccountCheck.Owned owned && owned.kind().equals("app");
    return text.equals("acc-1") || (isApp && text.equals("app-of-1"));
  }

  @Property(tries = 300)
  void p6AccountIsolation_grantWithoutAccount_isAllowedOnlyWhereNoneIsChecked(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) {
    Scenario scenario = scenario(catalogue, seed);
    PolicyEngine engine =
        PolicyEngine.compile(
            catalogue,
            (account, kind, path, start, end) -> {
              throw new AssertionError("asked for nobody");
            });
    Grant grant = engine.grantWithoutAccount(everything(catalogue));
    for (int i = 0; i < REQUESTS; i++) {
      Operation near = scenario.operation();
      Decision decision =
          engine.decide(grant, near.method(), scenario.path(near), scenario.requestAccount());
      boolean isChecked =
          decision.asked().stream().anyMatch(o -> !o.accountRule().checks().isEmpty());
      assertThat(decision.isAllowed() && isChecked).isFalse();
    }
  }

  @Property(tries = 300)
  void p6AccountIsolation_requestWithoutItsAccount_isDeniedWhereOneIsCompared(
      @ForAll("catalogue") Catalogue catalogue) {
    Scenario scenario = scenario(catalogue, 3);
    Grant grant = scenario.engine.grant(FRESH, everything(catalogue));
    for (Operation operation : catalogue.operations()) {
      String path = freshPath(operation, 1);
      for (Match match :
          List.of(
              scenario.engine.match(operation.method(), path),
              scenario.engine.match(operation.method(), path, " "))) {
        boolean isCompared =
            match.operations().stream().anyMatch(o -> o.accountRule().comparesRequestAccount());
        Decision decision = scenario.engine.decide(grant, match, Scenario::ownership);
        assertThat(isCompared && decision.isAllowed()).isFalse();
      }
    }
  }

  @Property(tries = 300)
  void p7OneSource_explanation_carriesTheFingerprint(@ForAll("catalogue") Catalogue catalogue) {
    Scenario scenario = scenario(catalogue, 2);
    Operation near = scenario.operation();
    Grant grant = scenario.grant(scenario.engine, scenario.holder());
    Decision decision = scenario.engine.decide(grant, near.method(), scenario.path(near));
    Explanation explanation = scenario.engine.explain(grant, decision);
    assertThat(explanation.fingerprint()).isEqualTo(catalogue.fingerprint());
    assertThat(explanation.decision()).isSameAs(decision);
  }

  @Property(tries = 300)
  void p8ErrorsNarrow_failingLookUp_neverAllows(@ForAll("catalogue") Catalogue catalogue) {
    PolicyEngine engine =
        PolicyEngine.compile(
            catalogue,
            (account, kind, path, start, end) -> {
              throw new IllegalStateException("down");
            });
    Grant grant = engine.grant(FRESH, everything(catalogue));
    for (Operation operation : catalogue.operations()) {
      Decision decision = engine.decide(grant, operation.method(), freshPath(operation, 1), FRESH);
      boolean isLookedUp =
          decision.asked().stream().anyMatch(o -> !o.accountRule().owners().isEmpty());
      assertThat(isLookedUp && decision.isAllowed()).isFalse();
    }
  }
}
