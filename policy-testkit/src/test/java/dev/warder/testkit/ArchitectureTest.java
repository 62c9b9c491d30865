package dev.warder.testkit;

import static dev.warder.architecture.ArchitectureRules.noClock;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warder.architecture.PublicApi;

@AnalyzeClasses(packages = "dev.warder.testkit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule noOptionalParameter = PublicApi.NO_OPTIONAL_PARAMETER;

  @ArchTest
  static final ArchRule noKeywordOfKotlinAsAName = PublicApi.NO_KEYWORD_OF_KOTLIN_AS_A_NAME;

  @ArchTest static final ArchRule resultsAreChecked = PublicApi.RESULTS_ARE_CHECKED;

  @ArchTest static final ArchRule noClockThatWasNotHandedIn = noClock("dev.warder.testkit..");
}
