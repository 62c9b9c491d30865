package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Requires;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlapLimitTest {
  /** Template i is literal at segment i alone, so every set of templates can match some path. */
  private static Catalogue everySet(int templates) throws Exception {
    CatalogueBuilder builder = Catalogue.builder("overlap").version("1").title("Overlap");
    for (int i = 0; i < templates; i++) {
      addLiteralAt(builder, i, templates, "GET");
    }
    return builder.build();
  }

  private static void addLiteralAt(
      CatalogueBuilder builder, int literal, int segments, String method) {
    StringBuilder path = new StringBuilder();
    for (int k = 0; k < segments; k++) {
      path.append(k == literal ? "/x" : "/{p" + k + "}");
    }
    builder.operation(
        "o" + literal + method,
        o ->
            o.at(method, path.toString())
                .summary("Overlaps")
                .accountNotChecked()
                .requires(Requires.PUBLIC));
  }

  @Test
  void compile_allSetsOfTen_decided() throws Exception {
    PolicyEngine engine = PolicyEngine.compile(everySet(10), ResourceOwners.checkedByCaller());
    assertThat(engine.decide(engine.anonymous(), "GET", "/x".repeat(10)).asked()).hasSize(10);
    assertThat(engine.decide(engine.anonymous(), "GET", "/y/x".repeat(5)).asked()).hasSize(5);
    assertThat(engine.decide(engine.anonymous(), "GET", "/y".repeat(10)).reason())
        .isEqualTo(Reason.UNKNOWN_OPERATION);
  }

  @Test
  void compile_allSetsOfThirtyTwo_refusedInBoundedMemory() throws Exception {
    Catalogue catalogue = everySet(32);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller()))
        .withMessageStartingWith("the templates overlap in too many ways: ");
  }

  /** Two kilobytes as a file; the steps are in proportion to that. */
  @Test
  void compile_allSetsOfFourteen_refusedWithTwoOfThem() throws Exception {
    Catalogue catalogue = everySet(14);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller()))
        .withMessageStartingWith(
            "the templates overlap in too many ways: to tell them apart takes more than 253136"
                + " steps. Paths may match several of `o0GET` (`/x/{p1}/{p2}/")
        .withMessageEndingWith(" more: write more of their segments as literals");
  }

  @Test
  void compile_thousandTemplatesFromASeed_refused() throws Exception {
    Random random = new Random(1);
    Set<String> shapes = new HashSet<>();
    CatalogueBuilder builder = Catalogue.builder("random").version("1").title("Random");
    while (shapes.size() < 1_000) {
      StringBuilder path = new StringBuilder();
      for (int k = 0; k < 12; k++) {
        path.append(random.nextBoolean() ? "/" + "ab".charAt(random.nextInt(2)) : "/{p" + k + "}");
      }
      if (shapes.add(path.toString())) {
        builder.operation(
            "o" + shapes.size(),
            o ->
                o.at("GET", path + "/{last}")
                    .summary("Overlaps")
                    .accountNotChecked()
                    .requires(Requires.PUBLIC));
      }
    }
    Catalogue catalogue = builder.build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller()))
        .withMessageContaining("takes more than 458000 steps. Paths may match several of `o");
  }

  /** Few templates overlap, but each has so many methods that comparing them takes long. */
  @Test
  void compile_tenTemplatesOfSixtyFourMethods_refused() throws Exception {
    CatalogueBuilder builder = Catalogue.builder("methods").version("1").title("Methods");
    for (int i = 0; i < 10; i++) {
      for (int method = 0; method < 64; method++) {
        addLiteralAt(builder, i, 10, "M" + method);
      }
    }
    Catalogue catalogue = builder.build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller()))
        .withMessageStartingWith("the templates overlap in too many ways: ");
  }
}
