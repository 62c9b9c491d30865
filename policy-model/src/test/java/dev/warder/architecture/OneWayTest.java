package dev.warder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Category;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OneWayTest {
  private static List<String> found(Class<?>... types) {
    return OneWay.within("..")
        .evaluate(new ClassFileImporter().importClasses(types))
        .getFailureReport()
        .getDetails();
  }

  @Test
  void within_eachKnowsTheOther_isOneViolationThatNamesBothWithReasons() {
    assertThat(found(URI.class, URL.class))
        .singleElement()
        .asString()
        .startsWith("depend on each other: [java.net.URI, java.net.URL]")
        .contains("Method <java.net.URI.toURL()>", "Method <java.net.URL.");
  }

  @Test
  void within_oneKnowsTheOtherOrNeitherDoes_isNone() {
    assertThat(found(Optional.class, OptionalInt.class)).isEmpty();
    assertThat(found(Capability.class, Category.class)).isEmpty();
  }

  @Test
  void within_typeWithItsBuilderAndNestedTypes_isNone() {
    assertThat(found(Catalogue.class, CatalogueBuilder.class)).isEmpty();
    assertThat(found(Map.class, Map.Entry.class)).isEmpty();
  }

  /** In a circle of three, no two know each other. */
  @Test
  void within_circleOfThree_isOneViolation() {
    assertThat(found(First.class, Second.class, Third.class))
        .singleElement()
        .asString()
        .startsWith(
            "depend on each other: [dev.warder.architecture.First, dev.warder.architecture.Second, ");
  }
}

record First(Second next) {}

record Second(Third next) {}

record Third(First next) {}
