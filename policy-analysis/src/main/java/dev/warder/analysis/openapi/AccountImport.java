package dev.warder.analysis.openapi;

import com.google.common.collect.Iterables;
import dev.warder.model.OperationSpec;
import dev.warder.model.Requirement;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Nearest;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the account rule of an operation among those declared for parameters. */
final class AccountImport {
  private static final int MOST_NAMED = 8;

  private final ImportRules rules;
  private final Set<String> seen = new LinkedHashSet<>();
  private final Nearest nearest = new Nearest();

  /** Operations without a rule, by the names of their parameters. */
  private final Map<List<String>, List<DocumentedOperation>> undeclared = new LinkedHashMap<>();

  AccountImport(ImportRules rules) {
    this.rules = rules;
  }

  /**
   * Sets the account rule of an operation. Where its parameters are not declared, it stands among
   * the problems that are reported at the end.
   */
  OperationSpec set(
      OperationSpec spec, DocumentedOperation operation, Requirement.@Nullable Fixed fixed) {
    List<String> parameters = parameters(operation.path());
    seen.addAll(parameters);
    if (fixed == Requirement.Fixed.PUBLIC) {
      return parameters.isEmpty() ? spec : spec.accountNotChecked();
    }
    boolean isChecked = setAccount(spec, parameters, operation.path());
    isChecked |= setOwners(spec, parameters, operation.path());
    if (isChecked || parameters.isEmpty()) {
      return spec;
    }
    if (!rules.accountNotChecked) {
      undeclared.computeIfAbsent(parameters, none -> new ArrayList<>()).add(operation);
    }
    return spec.accountNotChecked();
  }

  /** Sets the first parameter declared as account, or the account of the request. */
  private boolean setAccount(OperationSpec spec, List<String> parameters, String path) {
    for (String parameter : parameters) {
      if (rules.accountParameters.contains(declared(parameter, path))) {
        spec.account(parameter);
        return true;
      }
    }
    if (rules.accountFromRequest) {
      spec.accountFromRequest();
    }
    return rules.accountFromRequest;
  }

  /** Sets of each kind the first parameter declared as one. */
  private boolean setOwners(OperationSpec spec, List<String> parameters, String path) {
    Set<String> kinds = new HashSet<>();
    for (String parameter : parameters) {
      String kind = rules.ownerKinds.get(declared(parameter, path));
      if (kind != null && kinds.add(kind)) {
        spec.owner(kind, parameter);
      }
    }
    return !kinds.isEmpty();
  }

  /** Returns the name by which a parameter is declared: with the segment before it, or alone. */
  private String declared(String parameter, String path) {
    List<String> segments = Shapes.segments(path);
    int i = Iterables.indexOf(segments, one -> parameter.equals(Expressible.parameter(one)));
    String qualified = i == 0 ? parameter : segments.get(i - 1) + "/" + parameter;
    seen.add(qualified);
    return rules.accountParameters.contains(qualified) || rules.ownerKinds.containsKey(qualified)
        ? qualified
        : parameter;
  }

  /** Returns the names of the parameters of a path that a catalogue can express. */
  static List<String> parameters(String path) {
    List<String> parameters = new ArrayList<>();
    for (String segment : Shapes.segments(path)) {
      String parameter = Expressible.parameter(segment);
      if (parameter != null) {
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  /** Adds what is wrong with the rules declared: those missing, and those for no parameter. */
  void findProblems(Problems problems, Place root) {
    undeclared.forEach(
        (parameters, operations) -> {
          String names =
              String.join(", ", parameters.stream().limit(MOST_NAMED).map(Quoted::of).toList());
          String more = operations.size() == 1 ? "" : " and " + (operations.size() - 1) + " more";
          problems.add(
              operations.get(0).place(),
              ("%s%s: whose account is it? Declare of %s which is the account or a resource with"
                      + " an owner, that the account comes with the request, or that no account is"
                      + " checked")
                  .formatted(Quoted.of(operations.get(0).toString()), more, names));
        });
    rules.accountParameters.forEach(name -> refuseUnseen(name, "account", problems, root));
    rules.ownerKinds.forEach((name, kind) -> refuseUnseen(name, Quoted.of(kind), problems, root));
  }

  private void refuseUnseen(String name, String as, Problems problems, Place root) {
    if (!seen.contains(name)) {
      problems.add(
          root,
          "no path has a parameter %s, declared as %s%s"
              .formatted(Quoted.of(name), as, nearest.hintOrNone(name, seen)));
    }
  }
}
