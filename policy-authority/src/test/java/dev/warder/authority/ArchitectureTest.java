package dev.warder.authority;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.warder.authority", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
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
      noClasses()
          .that()
          .resideInAPackage("dev.warder.authority")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, Clock.class);

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
      noMethods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .haveRawReturnType(resideInAnyPackage("com.zaxxer..", "org.flywaydb..", "java.sql.."))
          .orShould()
          .haveRawParameterTypes(
              anyElementThat(resideInAnyPackage("com.zaxxer..", "org.flywaydb..", "java.sql..")));
}
