package dev.warder.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.common.collect.ObjectArrays;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/**
 * The rules that hold in every module, each for a package as {@code dev.warder.gate..} names it.
 */
public final class ArchitectureRules {
  private ArchitectureRules() {}

  /** Neither the module's tests nor the jars of others'. */
  public static final class WithoutTests implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
  }

  /** No package needs one that needs it. */
  public static ArchRule noCycle() {
    return slices().matching("dev.warder.(**)").should().beFreeOfCycles();
  }

  /** A package knows the JDK, Guava, annotations and these, and nothing else. */
  public static ArchRule knowsOnly(String of, String... packages) {
    return classes()
        .that()
        .resideInAPackage(of)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ObjectArrays.concat(
                    packages,
                    new String[] {
                      "java..",
                      "com.google.common..",
                      "com.google.errorprone.annotations",
                      "org.jspecify.annotations"
                    },
                    String.class)));
  }

  /** No class reads a clock that was not handed in. */
  public static ArchRule noClock(String of) {
    return noClockNor(of);
  }

  /** No class reads a clock, or takes randomness, that was not handed in. */
  public static ArchRule noClockNorRandomness(String of, Class<?>... more) {
    return noClockNor(of, ObjectArrays.concat(more, Random.class));
  }

  private static ArchRule noClockNor(String of, Class<?>... others) {
    return noClasses()
        .that()
        .resideInAPackage(of)
        .should(
            ArchConditions.callMethod(System.class, "currentTimeMillis")
                .or(ArchConditions.callMethod(System.class, "nanoTime"))
                .or(ArchConditions.callMethod(Instant.class, "now")))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(ObjectArrays.concat(others, Clock.class));
  }

  /** No public method of a public class has a type of these libraries in its signature. */
  public static ArchRule keepsOutOfSignatures(String of, String... libraries) {
    return noMethods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(of)
        .should()
        .haveRawReturnType(resideInAnyPackage(libraries))
        .orShould()
        .haveRawParameterTypes(anyElementThat(resideInAnyPackage(libraries)));
  }
}
