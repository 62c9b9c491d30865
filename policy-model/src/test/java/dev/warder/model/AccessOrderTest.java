package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessOrderTest {
  private static final Catalogue CATALOGUE =
      Samples.read(
          """
          catalogue: orders
          format: 1
          version: "1"
          title: Orders
          categories: {all: All}
          capabilities:
            every: {label: Every, category: all, implies: [admin]}
            admin: {label: Admin, category: all, access: admin, implies: [write]}
            write: {label: Write, category: all, access: write, implies: [read]}
            read: {label: Read, category: all, access: read}
            look: {label: Look, category: all, access: read}
          operations:
            me: {method: GET, path: /me, summary: Me, requires: read}
            open: {method: GET, path: /open, summary: Open, requires: public}
            tie: {method: GET, path: /tie, summary: Tie, requires: {any: [look, read]}}
            least:
              {method: GET, path: /least, summary: Least,
               requires: {any: [admin, {all: [write, read]}, every]}}
            preferred:
              {method: GET, path: /preferred, summary: Preferred,
               requires: {any: [read, {preferred: {all: [look, write, admin]}}]}}
          """);

  private static List<Capability> of(String... raws) {
    return Stream.of(raws).map(raw -> CATALOGUE.capability(raw).orElseThrow()).toList();
  }

  @Test
  void ofCapabilities_leastAccessFirst_andThenAsInTheCatalogue() {
    List<Capability> sorted = new ArrayList<>(CATALOGUE.capabilities());
    sorted.sort(AccessOrder.OF_CAPABILITIES);
    assertThat(sorted).isEqualTo(of("read", "look", "write", "admin", "every"));
  }

  @Test
  void ofSets_fewestFirst_andThenByWhatGivesMost() {
    List<List<Capability>> sorted =
        new ArrayList<>(
            List.of(
                of("read", "look"),
                of("every"),
                of("admin"),
                of("read", "write"),
                of("write"),
                of("look"),
                of()));
    sorted.sort(AccessOrder.OF_SETS);
    assertThat(sorted)
        .containsExactly(
            of(),
            of("look"),
            of("write"),
            of("admin"),
            of("every"),
            of("read", "look"),
            of("read", "write"));
    assertThat(AccessOrder.OF_SETS.compare(of("read"), of("look"))).isZero();
  }

  @Test
  void withoutImplied_leavesOutWhatOthersImplyDirectlyOrNot() {
    assertThat(CATALOGUE.withoutImplied(of("read", "look", "admin")))
        .containsExactlyElementsOf(of("look", "admin"));
    assertThat(CATALOGUE.withoutImplied(of("look", "read")))
        .containsExactlyElementsOf(of("look", "read"));
    assertThat(CATALOGUE.withoutImplied(of())).isEmpty();
  }

  @Test
  void smallestAddition_isTheLeastPartAndOfEqualOnesTheFirst() {
    assertThat(addition("least", of())).containsExactlyElementsOf(of("write"));
    assertThat(addition("tie", of())).containsExactlyElementsOf(of("look"));
    assertThat(addition("me", of("read"))).isEmpty();
    assertThat(addition("open", of())).isEmpty();
  }

  @Test
  void smallestAddition_preferred_isItsPartUnlessOneIsHeld() {
    assertThat(addition("preferred", of())).containsExactlyElementsOf(of("look", "admin"));
    assertThat(addition("preferred", of("look"))).containsExactlyElementsOf(of("admin"));
    assertThat(addition("preferred", of("read"))).isEmpty();
    assertThat(addition("preferred", of("look", "write", "admin"))).isEmpty();
  }

  /** What is missing of one requirement says nothing of another. */
  @Test
  void smallestAddition_missingOfAnother_isRefused() {
    Requirement least = CATALOGUE.operation("least").orElseThrow().requirement();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATALOGUE.smallestAddition(least, List.of(of("read"))))
        .withMessage(
            "1 parts are missing of other alternatives than admin, or write and read, or every");
  }

  private static Set<Capability> addition(String operation, List<Capability> held) {
    Requirement requirement = CATALOGUE.operation(operation).orElseThrow().requirement();
    return CATALOGUE.smallestAddition(requirement, requirement.missing(held::contains));
  }

  @Test
  void withoutImplied_capabilityOfAnother_isRefused() {
    List<Capability> others = Samples.build(Samples.shop()).capabilities();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATALOGUE.withoutImplied(others))
        .withMessageStartingWith("not of this catalogue: ");
  }
}
