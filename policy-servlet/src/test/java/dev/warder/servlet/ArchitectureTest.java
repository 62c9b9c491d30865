package dev.warder.servlet;

import static dev.warder.architecture.ArchitectureRules.knowsOnly;
import static dev.warder.architecture.ArchitectureRules.noClockNorRandomness;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warder.architecture.OneWay;
import dev.warder.architecture.PublicApi;

@AnalyzeClasses(packages = "dev.warder.servlet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String SERVLET = "dev.warder.servlet..";

  @ArchTest
  static final ArchRule theFilterKnowsTheGateAndServlets =
      knowsOnly(
          SERVLET,
          SERVLET,
          "dev.warder.gate",
          "dev.warder.gate.token",
          "dev.warder.engine",
          "dev.warder.model",
          "jakarta.servlet..");

  @ArchTest static final ArchRule typesDependOneWay = OneWay.within(SERVLET);
  @ArchTest static final ArchRule noOptionalParameter = PublicApi.NO_OPTIONAL_PARAMETER;

  @ArchTest
  static final ArchRule noKeywordOfKotlinAsAName = PublicApi.NO_KEYWORD_OF_KOTLIN_AS_A_NAME;

  @ArchTest static final ArchRule resultsAreChecked = PublicApi.RESULTS_ARE_CHECKED;
  @ArchTest static final ArchRule noClockNorRandomness = noClockNorRandomness(SERVLET);
}
