package dev.warder.analysis.diff;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.model.Access;
import dev.warder.model.AccountRule;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of a part of a catalogue by their names, in the order of the specification. */
final class PartValues {
  private final Map<String, Optional<Object>> byName = new LinkedHashMap<>();

  private PartValues() {}

  @CanIgnoreReturnValue
  private PartValues add(String name, @Nullable Object value) {
    byName.put(name, Optional.ofNullable(value));
    return this;
  }

  @CanIgnoreReturnValue
  private PartValues addUnlessEmpty(String name, Collection<?> values) {
    return add(name, values.isEmpty() ? null : List.copyOf(values));
  }

  /** Returns the values that differ; those of a part that is not there are none. */
  static <T> List<CatalogueChange.Value> differing(Pair<T> pair, Function<T, PartValues> of) {
    Map<String, Optional<Object>> before = byName(pair.before(), of);
    Map<String, Optional<Object>> after = byName(pair.after(), of);
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    List<CatalogueChange.Value> differing = new ArrayList<>();
    for (String name : names) {
      Optional<Object> was = before.getOrDefault(name, Optional.empty());
      Optional<Object> is = after.getOrDefault(name, Optional.empty());
      if (!was.equals(is)) {
        differing.add(
            new CatalogueChange.Value(
                name,
                was.map(PartValues::text).orElse(null),
                is.map(PartValues::text).orElse(null)));
      }
    }
    return differing;
  }

  private static <T> Map<String, Optional<Object>> byName(
      @Nullable T part, Function<T, PartValues> of) {
    return part == null ? Map.of() : of.apply(part).byName;
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(Object::toString).toList())
        : value.toString();
  }

  static PartValues of(Category category) {
    return new PartValues().add("label", category.label());
  }

  static PartValues of(Capability capability) {
    return new PartValues()
        .add("label", capability.label())
        .add("category", capability.category().name())
        .add("access", capability.access().map(Access::word).orElse(null))
        .addUnlessEmpty("implies", capability.implies())
        .add("escalates", capability.escalates().orElse(null));
  }

  static PartValues of(Operation operation) {
    AccountRule rule = operation.accountRule();
    return new PartValues()
        .add("id", operation.id())
        .add("method", operation.method())
        .add("path", operation.template().toString())
        .add("summary", operation.summary())
        .add("account", rule.account().orElse(null))
        .addUnlessEmpty(
            "owner",
            rule.owners().stream().map(owned -> owned.kind() + ": " + owned.parameter()).toList())
        .add("requires", operation.requirement().toString())
        .add("documentation", operation.documentation().orElse(null));
  }

  static PartValues of(Command command) {
    PartValues values =
        new PartValues()
            .add("name", command.name())
            .addUnlessEmpty("aliases", command.aliases())
            .addUnlessEmpty("former", command.former())
            .add("documented", command.documented().map(Object::toString).orElse(null))
            .addUnlessEmpty("calls", calls(command.calls()))
            .addUnlessEmpty("when", command.conditionNames());
    for (Condition condition : command.conditions()) {
      values
          .add("when " + condition.name() + " condition", condition.description())
          .addUnlessEmpty("when " + condition.name() + " calls", calls(condition.calls()));
    }
    return values;
  }

  /** Returns ids of operations, and calls of none as they are, so that the two never look alike. */
  private static List<Object> calls(List<Call> calls) {
    return calls.stream()
        .<Object>map(call -> call instanceof Call.Known known ? known.operation().id() : call)
        .toList();
  }

  static PartValues of(Catalogue catalogue) {
    PartValues values =
        new PartValues()
            .add("catalogue", catalogue.name())
            .add("version", catalogue.version())
            .add("title", catalogue.title())
            .add("documentation", catalogue.documentation().orElse(null))
            .add("basePath", catalogue.basePath().isEmpty() ? null : catalogue.basePath())
            .add("limit of an account", perHour(catalogue.limits().account()))
            .add("limit of a token", perHour(catalogue.limits().token()))
            .add("limit of a client", perHour(catalogue.limits().client()))
            .add("limit of public requests", perHour(catalogue.limits().publicRequests()))
            .add("expiry", catalogue.expiry().map(Object::toString).orElse(null));
    catalogue
        .accepted()
        .forEach(
            acceptance ->
                values.add(
                    "accepted " + acceptance.warning() + " at " + acceptance.at(),
                    acceptance.reason()));
    return values;
  }

  private static @Nullable String perHour(OptionalInt requests) {
    return requests.isPresent() ? requests.getAsInt() + "/hour" : null;
  }
}
