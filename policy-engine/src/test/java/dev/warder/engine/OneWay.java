package dev.warder.engine;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * The rule that types depend on each other one way, within a package too. Nested types count as the
 * type around them, and a builder {@code XBuilder} as its {@code X}. A sealed type may name those
 * that it permits.
 */
final class OneWay {
  static final ArchRule AMONG_TYPES =
      slices()
          .assignedFrom(
              new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                  return SliceIdentifier.of(nameOf(type));
                }

                @Override
                public String getDescription() {
                  return "types with what is nested in them and their builders";
                }
              })
          .namingSlices("$1")
          .should()
          .beFreeOfCycles();

  private OneWay() {}

  private static String nameOf(JavaClass type) {
    JavaClass outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    String name = outermost.getFullName();
    return name.endsWith("Builder") ? name.substring(0, name.length() - "Builder".length()) : name;
  }
}
