package dev.warder.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.CheckReturnValue;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for what users of a library call: public methods and constructors of public types. */
public final class PublicApi {
  /** Those that no name can be without backticks. */
  private static final Set<String> KEYWORDS_OF_KOTLIN =
      Set.of(
          ("as break class continue do else false for fun if in interface is null object package"
                  + " return super this throw true try typealias typeof val var when while")
              .split(" "));

  private static final Set<Class<?>> OPTIONALS =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  /** No public method or constructor takes an Optional. */
  public static final ArchRule NO_OPTIONAL_PARAMETER =
      codeUnits()
          .that(areCalledByUsers())
          .should(
              new ArchCondition<>("take no Optional") {
                @Override
                public void check(JavaCodeUnit called, ConditionEvents events) {
                  boolean takesOne =
                      called.getRawParameterTypes().stream()
                          .anyMatch(type -> OPTIONALS.stream().anyMatch(type::isEquivalentTo));
                  String found = called.getDescription() + " takes an Optional";
                  events.add(new SimpleConditionEvent(called, !takesOne, found));
                }
              });

  /** No public method or constructor, nor a parameter of one, has such a name. */
  public static final ArchRule NO_KEYWORD_OF_KOTLIN_AS_A_NAME =
      codeUnits()
          .that(areCalledByUsers())
          .should(
              new ArchCondition<>("have no name that is a keyword of Kotlin") {
                @Override
                public void check(JavaCodeUnit called, ConditionEvents events) {
                  String keywords =
                      names(called).filter(KEYWORDS_OF_KOTLIN::contains).collect(joining(", "));
                  String found = called.getDescription() + " has the name " + keywords;
                  events.add(new SimpleConditionEvent(called, keywords.isEmpty(), found));
                }
              });

  /** Error Prone then refuses to compile a call whose result is dropped. */
  public static final ArchRule RESULTS_ARE_CHECKED =
      classes()
          .should(
              new ArchCondition<>("be in a package with @CheckReturnValue") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean isChecked = type.getPackage().isAnnotatedWith(CheckReturnValue.class);
                  String found = type.getPackageName() + " has no @CheckReturnValue";
                  events.add(new SimpleConditionEvent(type, isChecked, found));
                }
              });

  private PublicApi() {}

  /** Returns the name of a method or constructor, and those of its parameters. */
  private static Stream<String> names(JavaCodeUnit called) {
    List<String> names = new ArrayList<>(List.of(called.getName()));
    for (Parameter parameter : ((Executable) called.reflect()).getParameters()) {
      names.add(parameter.getName());
    }
    return names.stream();
  }

  private static DescribedPredicate<JavaCodeUnit> areCalledByUsers() {
    return DescribedPredicate.describe(
        "are called by users",
        called ->
            isVisible(called.getModifiers())
                && isVisible(called.getOwner())
                && !isSynthetic(called));
  }

  private static boolean isSynthetic(JavaCodeUnit called) {
    return called.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(PublicApi::isVisible).orElse(true);
  }
}
