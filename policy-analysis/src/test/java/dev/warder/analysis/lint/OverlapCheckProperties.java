package dev.warder.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.Requires;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Overlapping templates, compared with what an engine asks and decides. */
class OverlapCheckProperties {
  @Provide
  Arbitrary<Catalogue> catalogue() {
    return RandomCatalogues.small();
  }

  @Property(tries = 200)
  void warnings_anyCatalogue_areThePairsThatAnEngineJudgesDifferently(
      @ForAll("catalogue") Catalogue catalogue) throws Exception {
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    List<Grant> grants = grants(engine);
    List<String> expected = new ArrayList<>();
    for (Operation first : catalogue.operations()) {
      for (Operation second : catalogue.operations()) {
        String path = first.ordinal() < second.ordinal() ? common(first, second) : null;
        if (path != null && first.method().equals(second.method())) {
          List<Operation> asked = engine.match(first.method(), path).operations();
          boolean isJudged =
              (asked.contains(first) && (asked.contains(second) || beats(first, second)))
                  || (asked.contains(second) && beats(second, first));
          if (isJudged && differ(engine, grants, first, second)) {
            expected.add(first.id() + " " + second.id());
          }
        }
      }
    }
    List<Warning> found =
        Lint.of(catalogue).stream()
            .filter(warning -> warning.kind() == WarningKind.OVERLAPPING_TEMPLATES)
            .toList();
    assertThat(found).extracting(Warning::subject).containsExactlyInAnyOrderElementsOf(expected);
    for (Warning warning : found) {
      String request = warning.message().substring(1, warning.message().indexOf('`', 1));
      String method = request.substring(0, request.indexOf(' '));
      String path = request.substring(request.indexOf(' ') + 1);
      assertThat(engine.match(method, path).operations())
          .anyMatch(operation -> List.of(warning.subject().split(" ")).contains(operation.id()));
    }
  }

  private static List<Grant> grants(PolicyEngine engine) {
    List<Capability> capabilities = engine.catalogue().capabilities();
    List<Grant> grants = new ArrayList<>(List.of(engine.anonymous()));
    for (int set = 0; set < 1 << capabilities.size(); set++) {
      List<String> raws = new ArrayList<>();
      for (int i = 0; i < capabilities.size(); i++) {
        if ((set >> i & 1) == 1) {
          raws.add(capabilities.get(i).raw());
        }
      }
      grants.add(engine.grant("A", raws));
    }
    return grants;
  }

  private static boolean differ(
      PolicyEngine engine, List<Grant> grants, Operation first, Operation second) {
    return grants.stream()
        .anyMatch(
            grant ->
                engine.preflight(grant, first).isAllowed()
                    != engine.preflight(grant, second).isAllowed());
  }

  /** Returns the path with the fewest literals that both match, if there is one. */
  private static @Nullable String common(Operation first, Operation second) {
    List<PathSegment> one = first.template().segments();
    List<PathSegment> other = second.template().segments();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < one.size() && one.size() == other.size(); i++) {
      boolean isFirst = one.get(i) instanceof PathSegment.Literal;
      boolean isSecond = other.get(i) instanceof PathSegment.Literal;
      if (isFirst && isSecond && !one.get(i).equals(other.get(i))) {
        return null;
      }
      path.append('/').append(isFirst ? one.get(i) : isSecond ? other.get(i) : "none-of-them");
    }
    return path.isEmpty() ? null : path.toString();
  }

  private static boolean beats(Operation winner, Operation loser) {
    boolean more = false;
    for (int i = 0; i < winner.template().segments().size(); i++) {
      boolean wins = winner.template().segments().get(i) instanceof PathSegment.Literal;
      boolean loses = loser.template().segments().get(i) instanceof PathSegment.Literal;
      if (loses && !wins) {
        return false;
      }
      more |= wins && !loses;
    }
    return more;
  }

  @Example
  void warning_oneBeatsTheOther_saysWhichIsJudged() throws Exception {
    assertThat(
            Catalogues.warnings(
                WarningKind.OVERLAPPING_TEMPLATES,
                Catalogues.empty()
                    .capability("a", c -> c.label("A").category("all"))
                    .operation(
                        "by-id",
                        o ->
                            o.at("GET", "/x/{id}")
                                .summary("S")
                                .accountNotChecked()
                                .requires(Requires.all("a")))
                    .operation(
                        "me", o -> o.at("GET", "/x/me").summary("S").requires(Requires.ANY_TOKEN))
                    .operation(
                        "put", o -> o.at("PUT", "/x/me").summary("S").requires(Requires.PUBLIC))))
        .containsExactly(
            "by-id me: `GET /x/me` asks `me`, which needs `any token`, not `by-id`, which needs"
                + " `a`");
  }

  @Example
  void warning_neitherBeatsTheOther_saysThatBothAreAsked() throws Exception {
    assertThat(
            Catalogues.warnings(
                WarningKind.OVERLAPPING_TEMPLATES,
                Catalogues.empty()
                    .capability("a", c -> c.label("A").category("all"))
                    .capability("b", c -> c.label("B").category("all").implies("a"))
                    .operation(
                        "one",
                        o ->
                            o.at("GET", "/x/{id}/{z}")
                                .summary("S")
                                .accountNotChecked()
                                .requires(Requires.all("a")))
                    .operation(
                        "two",
                        o ->
                            o.at("GET", "/{id}/y/{z}")
                                .summary("S")
                                .accountNotChecked()
                                .requires(Requires.all("b")))
                    .operation(
                        "alike",
                        o ->
                            o.at("GET", "/{id}/y/z")
                                .summary("S")
                                .accountNotChecked()
                                .requires(Requires.all("a", "b")))))
        .containsExactly(
            "one two: `GET /x/y/x1` asks both and needs `a` and `b`",
            "one alike: `GET /x/y/z` asks both and needs `a` and `a and b`");
  }
}
