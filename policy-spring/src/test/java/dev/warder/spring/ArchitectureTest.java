package dev.warder.spring;

import static dev.warder.architecture.ArchitectureRules.knowsOnly;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.warder.architecture.OneWay;
import dev.warder.architecture.PublicApi;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final String SPRING = "dev.warder.spring..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.warder.spring");

  static Stream<ArchRule> rules() {
    return Stream.of(
        knowsOnly(
            SPRING,
            SPRING,
            "dev.warder.servlet",
            "dev.warder.authority",
            "dev.warder.authority.key",
            "dev.warder.gate",
            "dev.warder.gate.metrics",
            "dev.warder.gate.owner",
            "dev.warder.gate.revocation",
            "dev.warder.gate.settings",
            "dev.warder.gate.token",
            "dev.warder.engine",
            "dev.warder.model",
            "jakarta.servlet..",
            "javax.sql",
            "io.micrometer..",
            "org.slf4j",
            "org.springframework.."),
        OneWay.within(SPRING),
        PublicApi.NO_OPTIONAL_PARAMETER,
        PublicApi.NO_KEYWORD_OF_KOTLIN_AS_A_NAME,
        PublicApi.RESULTS_ARE_CHECKED);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_holds(ArchRule rule) {
    rule.check(CLASSES);
  }
}
