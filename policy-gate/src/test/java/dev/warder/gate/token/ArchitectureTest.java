package dev.warder.gate.token;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(packages = "dev.warder.gate.token", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] LIBRARIES = {"com.nimbusds..", "com.fasterxml..", "com.google.."};

  @ArchTest
  static final ArchRule tokensKnowEngineRevocationsLimitsAndLibraries =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "javax.crypto..",
                  "dev.warder.gate.token..",
                  "dev.warder.gate.revocation",
                  "dev.warder.gate.limit",
                  "dev.warder.engine..",
                  "dev.warder.model.text",
                  "com.fasterxml.jackson.core..",
                  "com.google.common..",
                  "com.nimbusds.jose..",
                  "com.google.errorprone.annotations..",
                  "org.jspecify.annotations.."));

  @ArchTest
  static final ArchRule noClockNorRandomnessThatWasNotHandedIn =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, Clock.class);

  @ArchTest
  static final ArchRule librariesStayOutOfPublicSignatures =
      noMethods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .haveRawReturnType(resideInAnyPackage(LIBRARIES))
          .orShould()
          .haveRawParameterTypes(anyElementThat(resideInAnyPackage(LIBRARIES)));
}
