package dev.warder.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rule that types of a package depend on each other one way. Nested types count as the type
 * around them, and a builder {@code XBuilder} as its {@code X}. A sealed type may name those that
 * it permits.
 */
public final class OneWay extends ArchCondition<JavaClass> {
  /** For each type of a package those that it depends on, each with one reason. */
  private final Map<String, Map<String, String>> needs = new TreeMap<>();

  private OneWay() {
    super("depend on types of their package one way");
  }

  /** Returns the rule for packages, written as ArchUnit does: {@code dev.warder.gate..}. */
  public static ArchRule within(String... packages) {
    return classes().that().resideInAnyPackage(packages).should(new OneWay());
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Map<String, String> needed = needs.computeIfAbsent(nameOf(type), name -> new TreeMap<>());
    for (Dependency each : type.getDirectDependenciesFromSelf()) {
      JavaClass target = each.getTargetClass().getBaseComponentType();
      if (target.getPackageName().equals(type.getPackageName())) {
        needed.putIfAbsent(nameOf(target), each.getDescription());
      }
    }
    needed.remove(nameOf(type));
  }

  @Override
  public void finish(ConditionEvents events) {
    Set<Set<String>> found = new LinkedHashSet<>();
    for (String name : needs.keySet()) {
      Set<String> together = new TreeSet<>(reachedFrom(name));
      together.removeIf(other -> !reachedFrom(other).contains(name));
      if (together.size() > 1 && found.add(together)) {
        events.add(SimpleConditionEvent.violated(together, report(together)));
      }
    }
    needs.clear();
  }

  private Set<String> reachedFrom(String name) {
    Set<String> reached = new TreeSet<>();
    Deque<String> pending = new ArrayDeque<>(Set.of(name));
    while (!pending.isEmpty()) {
      String next = pending.remove();
      if (reached.add(next)) {
        pending.addAll(needs.getOrDefault(next, Map.of()).keySet());
      }
    }
    return reached;
  }

  private String report(Set<String> together) {
    StringBuilder report = new StringBuilder("depend on each other: ").append(together);
    for (String name : together) {
      needs
          .get(name)
          .forEach(
              (needed, reason) -> {
                if (together.contains(needed)) {
                  report.append("\n  ").append(reason);
                }
              });
    }
    return report.toString();
  }

  private static String nameOf(JavaClass type) {
    JavaClass outermost = type;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    String name = outermost.getFullName();
    return name.endsWith("Builder") ? name.substring(0, name.length() - "Builder".length()) : name;
  }
}
