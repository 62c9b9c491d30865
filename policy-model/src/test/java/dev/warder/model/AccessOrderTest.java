package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
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
    assertThat(CATALOGUE.smallestAddition(List.of(of("admin"), of("write", "read"), of("every"))))
        .containsExactlyElementsOf(of("write"));
    assertThat(CATALOGUE.smallestAddition(List.of(of("look"), of("read"))))
        .containsExactlyElementsOf(of("look"));
    assertThat(CATALOGUE.smallestAddition(List.of())).isEmpty();
  }

  @Test
  void withoutImplied_capabilityOfAnother_isRefused() {
    List<Capability> others = Samples.build(Samples.shop()).capabilities();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATALOGUE.withoutImplied(others))
        .withMessageStartingWith("not of this catalogue: ");
  }
}
