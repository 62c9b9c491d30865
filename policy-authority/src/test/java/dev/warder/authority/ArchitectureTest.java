package dev.warder.authority;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dev.warder.architecture.ArchitectureRules.keepsOutOfSignatures;
import static dev.warder.architecture.ArchitectureRules.knowsOnly;
import static dev.warder.architecture.ArchitectureRules.noClockNorRandomness;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warder.architecture.OneWay;
import dev.warder.architecture.PublicApi;
import dev.warder.authority.key.KeyRing;
import dev.warder.gate.revocation.RevocationLog;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.KeySource;
import java.security.SecureRandom;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.warder.authority", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String KEYS = "dev.warder.authority.key..";
  private static final String STORAGE =
      ".*\\.(Store|Transactions|StoreIdentity|Dialect|Sqlite|SqliteConnection|Postgresql|StorePlace"
          + "|ConnectionSource|Schema|Statements|Row|RevocationNews|[A-Za-z]+Rows)(\\$.*)?";

  private static final DescribedPredicate<JavaClass> INSIDE =
      belongToAnyOf(KeyRing.class, KeySource.class, KeySet.class, RevocationLog.class);

  @ArchTest
  static final ArchRule sqlIsKnownWhereThingsAreStored =
      noClasses()
          .that()
          .haveNameNotMatching(STORAGE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule poolAndMigrationsAreKnownToFew =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.(Transactions|Schema|MigrationTexts)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.zaxxer..", "org.flywaydb..");

  /** JDBC has no word for what a server tells unasked, nor for which file is open. */
  @ArchTest
  static final ArchRule driversAreKnownToTwoClasses =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.(RevocationNews|SqliteConnection)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.sqlite..", "org.postgresql..");

  @ArchTest
  static final ArchRule whatIsStoredIsPublicToNobody =
      classes()
          .that()
          .haveNameMatching(STORAGE)
          .and()
          .areNotAssignableTo(Store.class)
          .should()
          .notBePublic();

  /** Else a gate could be given a store's keys and other revocations. */
  @ArchTest
  static final ArchRule keysToVerifyByAndRevocationsToFollowStayInside =
      noMethods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(resideInAPackage("dev.warder.authority").and(modifier(PUBLIC)))
          .should()
          .haveRawReturnType(INSIDE)
          .orShould()
          .haveRawParameterTypes(anyElementThat(INSIDE));

  @ArchTest static final ArchRule typesDependOneWay = OneWay.within("dev.warder.authority..");

  @ArchTest static final ArchRule noOptionalParameter = PublicApi.NO_OPTIONAL_PARAMETER;

  @ArchTest
  static final ArchRule noKeywordOfKotlinAsAName = PublicApi.NO_KEYWORD_OF_KOTLIN_AS_A_NAME;

  @ArchTest static final ArchRule resultsAreChecked = PublicApi.RESULTS_ARE_CHECKED;

  @ArchTest
  static final ArchRule noClockNorRandomnessThatWasNotHandedIn =
      noClockNorRandomness("dev.warder.authority");

  @ArchTest
  static final ArchRule noRandomIdThatWasNotHandedIn =
      noClasses()
          .that()
          .resideInAPackage("dev.warder.authority")
          .should()
          .callMethod(UUID.class, "randomUUID");

  /** A builder may choose it for whoever hands in none. */
  @ArchTest
  static final ArchRule randomnessIsChosenByBuildersAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.warder.authority")
          .and()
          .haveSimpleNameNotEndingWith("Builder")
          .should()
          .callConstructor(SecureRandom.class);

  @ArchTest
  static final ArchRule librariesStayOutOfPublicSignatures =
      keepsOutOfSignatures(
          "dev.warder.authority..", "com.zaxxer..", "org.flywaydb..", "java.sql..");

  @ArchTest
  static final ArchRule keysKnowTokensAndLibrariesAndNoMore =
      knowsOnly(
          KEYS,
          KEYS,
          "dev.warder.gate.token..",
          "dev.warder.model.file",
          "dev.warder.model.text",
          "com.fasterxml.jackson..",
          "com.nimbusds.jose..",
          "javax.crypto..");

  @ArchTest static final ArchRule keysReadNoClockThatWasNotHandedIn = noClockNorRandomness(KEYS);

  @ArchTest
  static final ArchRule keysTakeNoRandomnessThatWasNotHandedIn =
      noClasses()
          .that()
          .resideInAPackage(KEYS)
          .should()
          .callConstructor(SecureRandom.class)
          .orShould()
          .callMethod(SecureRandom.class, "getInstanceStrong")
          .orShould()
          .callMethod(SecureRandom.class, "getInstance", String.class);

  @ArchTest
  static final ArchRule librariesStayOutOfPublicSignaturesOfKeys =
      keepsOutOfSignatures(KEYS, "com.nimbusds..", "com.fasterxml..", "com.google..");
}
