package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OneWayTest {
  private static boolean runOneWay(Class<?>... types) {
    return !OneWay.AMONG_TYPES
        .evaluate(new ClassFileImporter().importClasses(types))
        .hasViolation();
  }

  @Test
  void amongTypes_eachKnowsTheOther_isAViolationThatNamesBoth() {
    assertThatThrownBy(
            () ->
                OneWay.AMONG_TYPES.check(
                    new ClassFileImporter().importClasses(URI.class, URL.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("java.net.URI", "java.net.URL");
  }

  @Test
  void amongTypes_neitherKnowsTheOther_isNone() {
    assertThat(runOneWay(Optional.class, OptionalInt.class)).isTrue();
  }

  @Test
  void amongTypes_typeWithItsBuilderAndNestedTypes_isNone() {
    assertThat(runOneWay(Catalogue.class, CatalogueBuilder.class)).isTrue();
    assertThat(runOneWay(Locale.class, Locale.Builder.class)).isTrue();
  }
}
