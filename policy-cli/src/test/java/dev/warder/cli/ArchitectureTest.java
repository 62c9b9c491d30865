package dev.warder.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.warder.cli", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule program_knowsTheEngineTheModelAndTwoLibraries =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.warder.cli",
                  "dev.warder.engine",
                  "dev.warder.model",
                  "picocli",
                  "com.fasterxml.jackson..",
                  "org.jspecify.annotations",
                  "java.."));

  @ArchTest
  static final ArchRule program_usesWhatIsPublic =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.warder.engine", "dev.warder.model")
                  .and(not(modifier(JavaModifier.PUBLIC))));

  @ArchTest
  static final ArchRule jackson_isForJsonAlone =
      noClasses()
          .that()
          .doNotHaveSimpleName("JsonOutput")
          .should()
          .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.."));

  @ArchTest
  static final ArchRule process_isMainsAlone =
      noClasses()
          .that()
          .doNotHaveSimpleName("Main")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(System.class, Runtime.class, java.io.FileDescriptor.class);
}
