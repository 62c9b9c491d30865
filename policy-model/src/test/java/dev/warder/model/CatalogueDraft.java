package dev.warder.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A catalogue in the making whose parts name each other by number, modulo what there is; so every
 * draft with a capability and an operation becomes a valid catalogue.
 */
record CatalogueDraft(
    Header header,
    List<CapabilityPart> capabilities,
    List<OperationPart> operations,
    List<CommandPart> commands) {
  /** Stands in {@link OperationPart#segments} for a parameter. */
  static final String PARAMETER = "{}";

  private static final List<String> PARAMETERS =
      List.of("id", "account_id", "app-id", "v1.0", "*", "@x", "Id");
  private static final List<Access> ACCESSES = List.of(Access.READ, Access.WRITE, Access.ADMIN);

  /** The last form in which no alternative is preferred. */
  private static final int UNMARKED = 6;

  private static final List<String> KINDS = List.of("app", "key:v2", "*");

  /**
   * A limit of 0 is none; no lifetimes are no expiry, and one of 0 days is {@code never}. Texts
   * accepted are subjects of warnings and reasons alike.
   */
  record Header(
      String title,
      Optional<String> documentation,
      String basePath,
      int categories,
      List<Integer> limits,
      List<Integer> lifetimes,
      List<String> accepted) {}

  /** Implies those of the numbers whose raw string has the greater hash, so there is no cycle. */
  record CapabilityPart(
      String raw,
      String label,
      int category,
      int access,
      List<Integer> implied,
      Optional<String> escalates) {}

  /** The rule chooses the account rule, and which parameter it names. */
  record OperationPart(
      String id,
      String method,
      List<String> segments,
      int rule,
      RequirementPart requirement,
      String summary,
      Optional<String> documentation) {
    String methodAndShape() {
      return method + " " + String.join("/", segments);
    }
  }

  /**
   * Form 0 to 2 is a fixed word, 3 one capability, 4 one {@code all}, and the rest {@code any}.
   * From 7 on, one of several alternatives is preferred: the first, second or third, as far as
   * there is.
   */
  record RequirementPart(int form, List<List<Integer>> alternatives) {
    RequirementPart withoutMark() {
      return new RequirementPart(Math.min(form, UNMARKED), alternatives);
    }
  }

  /** A call whose number 7 divides is an unspecified one. */
  record CommandPart(
      String name,
      int aliases,
      int former,
      Optional<RequirementPart> documented,
      List<Integer> calls,
      List<List<Integer>> conditions) {}

  Catalogue build() {
    CatalogueBuilder builder = Catalogue.builder("random").version("1.0").title(header.title);
    addHeader(builder);
    capabilities.forEach(part -> builder.capability(part.raw, c -> capability(c, part)));
    List<String> ids = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (OperationPart part : operations) {
      if (taken.add(part.methodAndShape())) {
        ids.add(part.id + ":" + ids.size());
        builder.operation(ids.get(ids.size() - 1), o -> operation(o, part));
      }
    }
    for (int i = 0; i < commands.size(); i++) {
      CommandPart part = commands.get(i);
      String name = part.name + " do " + i;
      builder.command(name, c -> command(c, name, part, ids));
    }
    try {
      return builder.build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  private void addHeader(CatalogueBuilder builder) {
    header.documentation.ifPresent(builder::documentation);
    if (!header.basePath.isEmpty()) {
      builder.basePath(header.basePath);
    }
    for (int i = 0; i < header.categories; i++) {
      builder.category("group:" + i, "Group " + i);
    }
    if (header.limits.get(0) > 0) {
      builder.accountLimit(header.limits.get(0));
    }
    if (header.limits.get(1) > 0) {
      builder.tokenLimit(header.limits.get(1));
    }
    if (header.limits.get(2) > 0) {
      builder.clientLimit(header.limits.get(2));
    }
    for (int i = 0; i < header.accepted.size(); i++) {
      builder.accept("warning:" + i, header.accepted.get(i), header.accepted.get(i));
    }
    List<String> choices =
        header.lifetimes.stream().map(days -> days == 0 ? "never" : days + "d").toList();
    if (!choices.isEmpty()) {
      builder.expiry(choices, choices.get(choices.size() - 1));
    }
  }

  private CapabilitySpec capability(CapabilitySpec spec, CapabilityPart part) {
    spec.label(part.label).category("group:" + part.category % header.categories);
    if (part.access % 4 > 0) {
      spec.access(ACCESSES.get(part.access % 4 - 1));
    }
    String[] implied =
        part.implied.stream()
            .map(this::raw)
            .filter(other -> other.hashCode() > part.raw.hashCode())
            .distinct()
            .toArray(String[]::new);
    if (implied.length > 0) {
      spec.implies(implied);
    }
    part.escalates.ifPresent(spec::escalates);
    return spec;
  }

  private OperationSpec operation(OperationSpec spec, OperationPart part) {
    StringBuilder path = new StringBuilder();
    List<String> parameters = new ArrayList<>();
    for (String segment : part.segments) {
      if (segment.equals(PARAMETER)) {
        String name = PARAMETERS.get((part.rule + parameters.size()) % PARAMETERS.size());
        parameters.add(name);
        path.append("/{").append(name).append('}');
      } else {
        path.append('/').append(segment);
      }
    }
    spec.at(part.method, path.toString())
        .summary(part.summary)
        .requires(requires(part.requirement));
    part.documentation.ifPresent(spec::documentation);
    return account(spec, part, parameters);
  }

  /**
   * Sets a rule that the template can have: nothing, an account in the path or in the request, one
   * owner or several, and an account together with owners.
   */
  private static OperationSpec account(
      OperationSpec spec, OperationPart part, List<String> parameters) {
    boolean isPublic = part.requirement.form == 0;
    if (parameters.isEmpty()) {
      return part.rule % 8 < 6 || isPublic ? spec : spec.accountFromRequest();
    }
    int first = part.rule / 8;
    return switch (isPublic ? 0 : part.rule % 8) {
      case 0 -> spec.accountNotChecked();
      case 1 -> spec.account(parameters.get(first % parameters.size()));
      case 2, 3 -> owners(spec, part.rule, parameters, first, 1);
      case 4 ->
          owners(
              spec.account(parameters.get(first % parameters.size())),
              part.rule,
              parameters,
              first + 1,
              Math.min(2, parameters.size() - 1));
      case 5 -> owners(spec, part.rule, parameters, first, parameters.size());
      case 6 -> spec.accountFromRequest();
      default -> owners(spec.accountFromRequest(), part.rule, parameters, first, 1);
    };
  }

  /** Adds owners of so many parameters, from the first on, each of another kind. */
  private static OperationSpec owners(
      OperationSpec spec, int rule, List<String> parameters, int first, int count) {
    for (int i = 0; i < Math.min(count, KINDS.size()); i++) {
      spec.owner(
          KINDS.get((rule + i) % KINDS.size()), parameters.get((first + i) % parameters.size()));
    }
    return spec;
  }

  private Requires requires(RequirementPart part) {
    return switch (part.form) {
      case 0 -> Requires.PUBLIC;
      case 1 -> Requires.ANY_TOKEN;
      case 2 -> Requires.UNMAPPED;
      case 3 -> Requires.all(raw(part.alternatives.get(0).get(0)));
      case 4 -> Requires.all(raws(part.alternatives.get(0)));
      default -> {
        Set<Set<String>> alternatives = new LinkedHashSet<>();
        part.alternatives.forEach(all -> alternatives.add(raws(all)));
        yield any(alternatives.stream().map(Requires::all).toList(), part.form - UNMARKED - 1);
      }
    };
  }

  private static Requires any(List<Requires.All> alternatives, int preferred) {
    List<Requires.Alternative> marked = new ArrayList<>(alternatives);
    if (preferred >= 0 && alternatives.size() > 1) {
      int place = preferred % alternatives.size();
      marked.set(place, alternatives.get(place).preferred());
    }
    return Requires.any(marked);
  }

  private Set<String> raws(List<Integer> numbers) {
    Set<String> raws = new LinkedHashSet<>();
    numbers.forEach(number -> raws.add(raw(number)));
    return raws;
  }

  private String raw(int number) {
    return capabilities.get(number % capabilities.size()).raw;
  }

  private CommandSpec command(
      CommandSpec spec, String name, CommandPart part, List<String> operations) {
    if (part.aliases > 0) {
      spec.aliases(spellings(name + " alias", part.aliases));
    }
    if (part.former > 0) {
      spec.former(spellings(name + " former", part.former));
    }
    part.documented.ifPresent(documented -> spec.documented(requires(documented.withoutMark())));
    for (int call : part.calls) {
      if (call % 7 == 0) {
        spec.callsUnspecified("POST /" + call);
      } else {
        spec.calls(operations.get(call % operations.size()));
      }
    }
    for (int i = 0; i < part.conditions.size(); i++) {
      List<String> calls =
          part.conditions.get(i).stream()
              .map(call -> operations.get(call % operations.size()))
              .toList();
      String[] further = calls.subList(1, calls.size()).toArray(String[]::new);
      spec.condition("case:" + i, "in case " + i, calls.get(0), further);
    }
    return part.calls.isEmpty() && part.conditions.isEmpty() ? spec.calls(operations.get(0)) : spec;
  }

  private static String[] spellings(String prefix, int count) {
    String[] spellings = new String[count];
    for (int i = 0; i < count; i++) {
      spellings[i] = prefix + " " + i;
    }
    return spellings;
  }
}
