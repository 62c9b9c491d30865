package dev.warder.gate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.warder.architecture.ArchitectureRules.keepsOutOfSignatures;
import static dev.warder.architecture.ArchitectureRules.knowsOnly;
import static dev.warder.architecture.ArchitectureRules.noClock;
import static dev.warder.architecture.ArchitectureRules.noClockNorRandomness;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warder.architecture.OneWay;
import dev.warder.architecture.PublicApi;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;

@AnalyzeClasses(packages = "dev.warder.gate", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String LIMIT = "dev.warder.gate.limit..";
  private static final String FETCH = "dev.warder.gate.fetch..";
  private static final String OWNER = "dev.warder.gate.owner..";
  private static final String REVOCATION = "dev.warder.gate.revocation..";
  private static final String SETTINGS = "dev.warder.gate.settings..";
  private static final String TOKEN = "dev.warder.gate.token..";
  private static final String JSON = "com.fasterxml.jackson.core..";
  private static final String[] LIBRARIES = {"com.nimbusds..", "com.fasterxml..", "com.google.."};

  @ArchTest
  static final ArchRule theGateKnowsItsPartsAndFewLibraries =
      knowsOnly(
          "dev.warder.gate",
          "dev.warder.gate",
          "dev.warder.gate.limit",
          "dev.warder.gate.revocation",
          "dev.warder.gate.token",
          "dev.warder.engine",
          "dev.warder.model",
          "dev.warder.model.text",
          JSON);

  @ArchTest
  static final ArchRule limitsKnowTheModelAndNoMore = knowsOnly(LIMIT, LIMIT, "dev.warder.model");

  @ArchTest
  static final ArchRule revocationsKnowNoTokensNorTheGate =
      knowsOnly(REVOCATION, REVOCATION, "dev.warder.model.file..", "dev.warder.model.text", JSON);

  @ArchTest
  static final ArchRule tokensKnowRevocationsLimitsEngineAndLibraries =
      knowsOnly(
          TOKEN,
          TOKEN,
          FETCH,
          REVOCATION,
          LIMIT,
          "dev.warder.engine..",
          "dev.warder.model.text",
          "dev.warder.model.yaml",
          JSON,
          "com.nimbusds.jose..",
          "javax.crypto..");

  @ArchTest
  static final ArchRule ownersKnowTheEngineDatabasesAndServers =
      knowsOnly(
          OWNER, OWNER, FETCH, "dev.warder.engine", "dev.warder.model.text", JSON, "javax.sql..");

  @ArchTest
  static final ArchRule settingsKnowTheGateAndTokens =
      knowsOnly(SETTINGS, SETTINGS, "dev.warder.gate", TOKEN);

  @ArchTest static final ArchRule fetchingKnowsNothingOfOurs = knowsOnly(FETCH, FETCH);

  @ArchTest
  static final ArchRule partsDoNotKnowTheGate =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.warder.gate.fetch",
              "dev.warder.gate.limit",
              "dev.warder.gate.owner",
              "dev.warder.gate.revocation",
              "dev.warder.gate.token")
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

  @ArchTest static final ArchRule typesDependOneWay = OneWay.within("dev.warder.gate..");

  @ArchTest static final ArchRule noOptionalParameter = PublicApi.NO_OPTIONAL_PARAMETER;

  @ArchTest
  static final ArchRule noKeywordOfKotlinAsAName = PublicApi.NO_KEYWORD_OF_KOTLIN_AS_A_NAME;

  @ArchTest static final ArchRule resultsAreChecked = PublicApi.RESULTS_ARE_CHECKED;

  @ArchTest static final ArchRule noClockThatWasNotHandedIn = noClock("dev.warder.gate..");

  @ArchTest
  static final ArchRule limitsTakeNoRandomnessThatWasNotHandedIn =
      noClockNorRandomness(LIMIT, ThreadLocalRandom.class);

  @ArchTest
  static final ArchRule limitsMakeNoRandomnessOfTheirOwn =
      noClasses().that().resideInAPackage(LIMIT).should().callConstructor(SecureRandom.class);

  @ArchTest
  static final ArchRule revocationsTakeNoRandomnessThatWasNotHandedIn =
      noClockNorRandomness(REVOCATION);

  @ArchTest
  static final ArchRule tokensTakeNoRandomnessThatWasNotHandedIn = noClockNorRandomness(TOKEN);

  @ArchTest
  static final ArchRule limitsLookUpNoName =
      noClasses()
          .that()
          .resideInAPackage(LIMIT)
          .should()
          .callMethod(InetAddress.class, "getByName", String.class)
          .orShould()
          .callMethod(InetAddress.class, "getAllByName", String.class)
          .orShould()
          .callMethod(InetAddress.class, "getHostName")
          .orShould()
          .callMethod(InetAddress.class, "getCanonicalHostName");

  @ArchTest
  static final ArchRule librariesStayOutOfSignaturesOfLimits =
      keepsOutOfSignatures(LIMIT, LIBRARIES);

  @ArchTest
  static final ArchRule librariesStayOutOfSignaturesOfOwners =
      keepsOutOfSignatures(OWNER, "com.google.common.cache..", "com.google.common.util..");

  @ArchTest
  static final ArchRule librariesStayOutOfSignaturesOfRevocations =
      keepsOutOfSignatures(REVOCATION, LIBRARIES);

  @ArchTest
  static final ArchRule librariesStayOutOfSignaturesOfTokens =
      keepsOutOfSignatures(TOKEN, LIBRARIES);
}
