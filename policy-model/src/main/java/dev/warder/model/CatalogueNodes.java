package dev.warder.model;

import dev.warder.model.yaml.Keys;
import dev.warder.model.yaml.Node;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a catalogue into the {@link Node} tree of its canonical form: keys in the order of the
 * specification, absent and empty values left out.
 */
final class CatalogueNodes {
  private CatalogueNodes() {}

  static Node.Mapping of(CatalogueParts catalogue) {
    return new Keys("")
        .put("catalogue", catalogue.name())
        .put("format", new Node.Scalar(Keys.NOWHERE, "1", false))
        .put("version", catalogue.version())
        .put("title", catalogue.title())
        .put("documentation", catalogue.documentation())
        .put("basePath", catalogue.basePath().isEmpty() ? null : catalogue.basePath())
        .put("categories", categories(catalogue.categories()))
        .put("capabilities", capabilities(catalogue.capabilities()))
        .put("operations", operations(catalogue))
        .putUnlessEmpty("commands", commands(catalogue.commands()))
        .putUnlessEmpty("limits", limits(catalogue.limits()))
        .putUnlessEmpty("expiry", catalogue.expiry() == null ? null : expiry(catalogue.expiry()))
        .putUnlessEmpty("accepted", accepted(catalogue.accepted()))
        .build();
  }

  private static Node categories(List<Category> categories) {
    Keys map = new Keys("");
    categories.forEach(category -> map.put(category.name(), category.label()));
    return map.build();
  }

  private static Node capabilities(List<Capability> capabilities) {
    Keys map = new Keys("");
    for (Capability capability : capabilities) {
      map.put(
          capability.raw(),
          new Keys("")
              .put("label", capability.label())
              .put("category", capability.category().name())
              .put("access", capability.access().map(Access::word).orElse(null))
              .putUnlessEmpty("implies", texts(capability.implies()))
              .put("escalates", capability.escalates().orElse(null))
              .build());
    }
    return map.build();
  }

  private static Node operations(CatalogueParts catalogue) {
    Keys map = new Keys("");
    for (Operation operation : catalogue.operations()) {
      AccountRule rule = operation.accountRule();
      String path = operation.template().toString().substring(catalogue.basePath().length());
      map.put(
          operation.id(),
          new Keys("")
              .put("method", operation.method())
              .put("path", path)
              .put("summary", operation.summary())
              .put("account", rule.account().orElse(null))
              .putUnlessEmpty("owner", owners(rule.owners()))
              .put("requires", requirement(operation.requirement()))
              .put("documentation", operation.documentation().orElse(null))
              .build());
    }
    return map.build();
  }

  private static Node owners(List<AccountCheck.Owned> owners) {
    Keys map = new Keys("");
    owners.forEach(owned -> map.put(owned.kind(), owned.parameter()));
    return map.build();
  }

  private static Node requirement(Requirement requirement) {
    if (!(requirement instanceof Alternatives alternatives)) {
      return text(requirement.toString());
    }
    return oneOrMore("any", list(alternatives.asList(), all -> alternative(alternatives, all)));
  }

  private static Node alternative(Alternatives alternatives, Set<Capability> all) {
    return alternatives.isPreferred(all)
        ? new Keys("").put("preferred", all(all)).build()
        : all(all);
  }

  private static Node all(Set<Capability> all) {
    return oneOrMore("all", list(all, capability -> text(capability.raw())));
  }

  private static Node oneOrMore(String key, Node.Sequence list) {
    return list.items().size() == 1 ? list.items().get(0) : new Keys("").put(key, list).build();
  }

  private static Node commands(List<Command> commands) {
    Keys map = new Keys("");
    for (Command command : commands) {
      map.put(
          command.name(),
          new Keys("")
              .putUnlessEmpty("aliases", texts(command.aliases()))
              .putUnlessEmpty("former", texts(command.former()))
              .putUnlessEmpty(
                  "documented", command.documented().map(CatalogueNodes::requirement).orElse(null))
              .putUnlessEmpty("calls", calls(command.calls()))
              .putUnlessEmpty("when", conditions(command.conditions()))
              .build());
    }
    return map.build();
  }

  private static Node calls(List<Call> calls) {
    return list(
        calls,
        call ->
            call instanceof Call.Unspecified unspecified
                ? new Keys("").put("unspecified", unspecified.description()).build()
                : text(call.toString()));
  }

  private static Node conditions(List<Condition> conditions) {
    return list(
        conditions,
        condition ->
            new Keys("")
                .put("name", condition.name())
                .put("condition", condition.description())
                .put("calls", calls(condition.calls()))
                .build());
  }

  private static Node limits(Limits limits) {
    return new Keys("")
        .put("account", perHour(limits.account()))
        .put("token", perHour(limits.token()))
        .put("client", perHour(limits.client()))
        .put("public", perHour(limits.publicRequests()))
        .build();
  }

  private static @Nullable String perHour(OptionalInt requests) {
    return requests.isPresent() ? requests.getAsInt() + "/hour" : null;
  }

  private static Node expiry(Expiry expiry) {
    List<String> choices = expiry.choices().stream().map(Lifetime::toString).toList();
    return new Keys("")
        .put("choices", texts(choices))
        .put("default", expiry.preset().toString())
        .build();
  }

  private static Node accepted(List<Acceptance> accepted) {
    return list(
        accepted,
        acceptance ->
            new Keys("")
                .put("warning", acceptance.warning())
                .put("at", acceptance.at())
                .put("reason", acceptance.reason())
                .build());
  }

  private static Node texts(Collection<String> texts) {
    return list(texts, CatalogueNodes::text);
  }

  private static <T> Node.Sequence list(Collection<T> items, Function<T, Node> node) {
    return new Node.Sequence(Keys.NOWHERE, items.stream().map(node).toList());
  }

  private static Node text(String text) {
    return new Node.Scalar(Keys.NOWHERE, text);
  }
}
