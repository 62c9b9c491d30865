package dev.warder.analysis;

import static dev.warder.architecture.ArchitectureRules.knowsOnly;
import static dev.warder.architecture.ArchitectureRules.noClockNorRandomness;
import static dev.warder.architecture.ArchitectureRules.noCycle;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warder.architecture.ArchitectureRules;
import dev.warder.architecture.OneWay;
import dev.warder.architecture.PublicApi;

@AnalyzeClasses(
    packages = "dev.warder.analysis",
    importOptions = ArchitectureRules.WithoutTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule packagesHaveNoCycle = noCycle();

  @ArchTest static final ArchRule typesDependOneWay = OneWay.within("dev.warder.analysis..");

  @ArchTest static final ArchRule noOptionalParameter = PublicApi.NO_OPTIONAL_PARAMETER;

  @ArchTest
  static final ArchRule noKeywordOfKotlinAsAName = PublicApi.NO_KEYWORD_OF_KOTLIN_AS_A_NAME;

  @ArchTest static final ArchRule resultsAreChecked = PublicApi.RESULTS_ARE_CHECKED;

  @ArchTest
  static final ArchRule theAnalysisStandsOnTheEngineAndReadersOfJsonAlone =
      knowsOnly(
          "dev.warder.analysis..",
          "dev.warder.analysis..",
          "dev.warder.engine..",
          "dev.warder.model..",
          "com.fasterxml.jackson.core..",
          "javax.xml..");

  @ArchTest
  static final ArchRule noClockNorRandomnessThatWasNotHandedIn =
      noClockNorRandomness("dev.warder.analysis..");
}
