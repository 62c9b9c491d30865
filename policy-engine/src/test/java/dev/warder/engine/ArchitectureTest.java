package dev.warder.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.warder.architecture.ArchitectureRules.knowsOnly;
import static dev.warder.architecture.ArchitectureRules.noClockNorRandomness;
import static dev.warder.architecture.ArchitectureRules.noCycle;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warder.architecture.ArchitectureRules;
import dev.warder.architecture.OneWay;
import dev.warder.architecture.PublicApi;
import java.util.Locale;
import java.util.TimeZone;

@AnalyzeClasses(packages = "dev.warder", importOptions = ArchitectureRules.WithoutTests.class)
class ArchitectureTest {
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
      knowsOnly("dev.warder.engine..", "dev.warder.engine..", "dev.warder.model..");

  @ArchTest static final ArchRule packagesHaveNoCycle = noCycle();

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
      noClockNorRandomness("dev.warder..", Locale.class, TimeZone.class);
}
