package dev.warder.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.warder.architecture.ArchitectureRules.knowsOnly;
import static dev.warder.architecture.ArchitectureRules.noCycle;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.warder.architecture.OneWay;
import dev.warder.architecture.PublicApi;

@AnalyzeClasses(packages = "dev.warder.cli", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule text_knowsTheModelAlone =
      knowsOnly(
          "dev.warder.cli.text",
          "dev.warder.cli.text",
          "dev.warder.model",
          "dev.warder.model.text",
          "dev.warder.model.yaml",
          "picocli",
          "com.fasterxml.jackson.core..");

  @ArchTest
  static final ArchRule catalogue_standsOnText =
      knowsOnly(
          "dev.warder.cli.catalogue",
          "dev.warder.cli.catalogue",
          "dev.warder.cli.text",
          "dev.warder.analysis..",
          "dev.warder.engine",
          "dev.warder.model",
          "dev.warder.model.yaml",
          "dev.warder.model.file",
          "picocli");

  @ArchTest
  static final ArchRule profile_standsOnText =
      knowsOnly(
          "dev.warder.cli.profile",
          "dev.warder.cli.profile",
          "dev.warder.cli.text",
          "dev.warder.gate.token",
          "dev.warder.model.yaml");

  @ArchTest
  static final ArchRule issuer_standsOnProfileAndText =
      knowsOnly(
          "dev.warder.cli.issuer",
          "dev.warder.cli.issuer",
          "dev.warder.cli.profile",
          "dev.warder.cli.text",
          "dev.warder.gate.token",
          "picocli");

  @ArchTest
  static final ArchRule check_standsOnCatalogueAndText =
      knowsOnly(
          "dev.warder.cli.check",
          "dev.warder.cli.check",
          "dev.warder.cli.catalogue",
          "dev.warder.cli.profile",
          "dev.warder.cli.text",
          "dev.warder.analysis..",
          "dev.warder.engine",
          "dev.warder.gate.token",
          "dev.warder.model",
          "dev.warder.model.text",
          "dev.warder.model.yaml",
          "picocli",
          "me.tongfei.progressbar",
          "com.fasterxml.jackson.core..");

  @ArchTest
  static final ArchRule authority_standsOnCatalogueAndText =
      knowsOnly(
          "dev.warder.cli.authority",
          "dev.warder.cli.authority",
          "dev.warder.cli.catalogue",
          "dev.warder.cli.profile",
          "dev.warder.cli.text",
          "dev.warder.authority..",
          "dev.warder.gate.revocation",
          "dev.warder.gate.token",
          "dev.warder.sample",
          "dev.warder.model",
          "dev.warder.model.file",
          "dev.warder.model.text",
          "picocli");

  @ArchTest
  static final ArchRule tree_knowsTheCommandsAndNoLibraryOfTheirs =
      knowsOnly("dev.warder.cli", "dev.warder.cli..", "dev.warder.model", "picocli");

  @ArchTest static final ArchRule packagesHaveNoCycle = noCycle();

  @ArchTest static final ArchRule typesDependOneWay = OneWay.within("dev.warder.cli..");

  @ArchTest static final ArchRule resultsAreChecked = PublicApi.RESULTS_ARE_CHECKED;

  @ArchTest
  static final ArchRule program_usesWhatIsPublic =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "dev.warder.analysis..",
                      "dev.warder.authority..",
                      "dev.warder.engine",
                      "dev.warder.gate..",
                      "dev.warder.model..")
                  .and(not(modifier(JavaModifier.PUBLIC))));

  @ArchTest
  static final ArchRule process_isMainsAlone =
      noClasses()
          .that()
          .doNotHaveSimpleName("Main")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Runtime.class, java.io.FileDescriptor.class)
          .orShould()
          .accessTargetWhere(targetOwner(type(System.class)).and(not(target(name("arraycopy")))));
}
