package dev.warder.authority;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.warder.architecture.ArchitectureRules.keepsOutOfSignatures;
import static dev.warder.architecture.ArchitectureRules.knowsOnly;
import static dev.warder.architecture.ArchitectureRules.noClockNorRandomness;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.warder.authority", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String KEYS = "dev.warder.authority.key..";
  private static final String STORAGE =
      ".*\\.(Store|Transactions|StoreIdentity|Dialect|Sqlite|SqliteConnection|Postgresql|StorePlace"
          + "|ConnectionSource|Schema|Statements|Row|RevocationNews|[A-Za-z]+Rows)(\\$.*)?";

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
          "com.fasterxml.jackson.core..",
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
