package dev.warder.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;

@AnalyzeClasses(packages = "dev.warder", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
  /** Neither our tests nor the jar of the model's. */
  static final class WithoutTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule theModelKnowsNothingOfTheEngine =
      noClasses()
          .that()
          .resideInAPackage("dev.warder.model..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.warder.engine..");

  @ArchTest
  static final ArchRule theEngineStandsOnModelAndGuavaAlone =
      classes()
          .that()
          .resideInAPackage("dev.warder.engine..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "dev.warder.engine..",
                  "dev.warder.model..",
                  "com.google.common..",
                  "com.google.errorprone.annotations..",
                  "org.jspecify.annotations.."));

  @ArchTest
  static final ArchRule packagesHaveNoCycle =
      slices().matching("dev.warder.(**)").should().beFreeOfCycles();

  @ArchTest static final ArchRule typesDependOneWay = OneWay.within("dev.warder.engine");

  @ArchTest static final ArchRule noOptionalParameter = PublicApi.NO_OPTIONAL_PARAMETER;

  @ArchTest
  static final ArchRule noKeywordOfKotlinAsAName = PublicApi.NO_KEYWORD_OF_KOTLIN_AS_A_NAME;

  @ArchTest static final ArchRule resultsAreChecked = PublicApi.RESULTS_ARE_CHECKED;

  @ArchTest
  static final ArchRule noRegularExpressions =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex..")
          .orShould()
          .callMethod(String.class, "split", String.class)
          .orShould()
          .callMethod(String.class, "split", String.class, int.class)
          .orShould()
          .callMethod(String.class, "matches", String.class);

  @ArchTest
  static final ArchRule noClockNorRandomnessThatWasNotHandedIn =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, Clock.class, Locale.class, TimeZone.class);
}
