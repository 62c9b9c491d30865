package dev.warder.gate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.warder.gate", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theGateKnowsItsPartsAndFewLibraries =
      classes()
          .that()
          .resideInAPackage("dev.warder.gate")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "dev.warder.gate",
                  "dev.warder.gate.limit",
                  "dev.warder.gate.revocation",
                  "dev.warder.gate.token",
                  "dev.warder.engine",
                  "dev.warder.model",
                  "dev.warder.model.text",
                  "com.fasterxml.jackson.core..",
                  "com.google.common..",
                  "com.google.errorprone.annotations..",
                  "org.jspecify.annotations.."));

  @ArchTest
  static final ArchRule partsDoNotKnowTheGate =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.warder.gate.limit", "dev.warder.gate.revocation", "dev.warder.gate.token")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.warder.gate", "dev.warder.gate.metrics");

  @ArchTest
  static final ArchRule whatIsOptionalIsNeededForMetricsAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.warder.gate.metrics")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micrometer..");

  @ArchTest
  static final ArchRule noClockThatWasNotHandedIn =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Clock.class);
}
