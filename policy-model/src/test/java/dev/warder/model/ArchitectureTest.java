package dev.warder.model;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.warder.architecture.ArchitectureRules.knowsOnly;
import static dev.warder.architecture.ArchitectureRules.noCycle;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warder.architecture.OneWay;
import dev.warder.architecture.PublicApi;

@AnalyzeClasses(packages = "dev.warder", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule types_ofAPackage_dependOneWay = OneWay.within("dev.warder..");

  @ArchTest static final ArchRule packages_any_haveNoCycle = noCycle();

  @ArchTest static final ArchRule optional_asParameter_isUnknown = PublicApi.NO_OPTIONAL_PARAMETER;

  @ArchTest
  static final ArchRule keywordOfKotlin_asName_isUnknown = PublicApi.NO_KEYWORD_OF_KOTLIN_AS_A_NAME;

  @ArchTest static final ArchRule results_any_areChecked = PublicApi.RESULTS_ARE_CHECKED;

  @ArchTest
  static final ArchRule model_any_dependsOnNothingElse =
      knowsOnly(
          "dev.warder..",
          "dev.warder.model..",
          "org.snakeyaml.engine..",
          "com.google.errorprone.annotations..");

  @ArchTest
  static final ArchRule yaml_anywhereElse_isUnknown =
      noClasses()
          .that()
          .haveNameNotMatching("dev[.]warder[.]model[.]yaml[.](YamlTokens|YamlText)([$].*)?")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.snakeyaml.engine.."));

  @ArchTest
  static final ArchRule clocksAndRandomness_any_areUnknown =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.security.."))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Random.class);

  /** What reads a file goes on from place to place, and steps are counted. */
  @ArchTest
  static final ArchRule fields_ofPublicClasses_areFinal =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("dev.warder.model.yaml")
          .and()
          .areDeclaredInClassesThat()
          .areNotAssignableTo(Steps.class)
          .should()
          .beFinal();
}
