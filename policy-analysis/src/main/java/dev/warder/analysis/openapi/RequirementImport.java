package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.Requirement;
import dev.warder.model.text.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an operation requires from its {@code security}. Whatever is not known to be needed of
 * a token is never allowed: an alternative that may be more than its scopes is left out.
 */
final class RequirementImport {
  static final int MAX_ALTERNATIVES = 1_024;
  private static final int MAX_CAPABILITIES = 64;

  /**
   * What an operation requires.
   *
   * @param fixed a fixed word, or null when there are alternatives
   * @param alternatives the alternatives, each once
   * @param notes why it is unmapped, or what was left out
   * @param problem why a catalogue cannot express it, or null
   */
  record Imported(
      Requirement.@Nullable Fixed fixed,
      Set<Set<String>> alternatives,
      List<ImportNote> notes,
      @Nullable String problem) {}

  private final ImportRules rules;
  private final ScopeNames scopes;

  RequirementImport(ImportRules rules, ScopeNames scopes) {
    this.rules = rules;
    this.scopes = scopes;
  }

  Imported of(DocumentedOperation operation) {
    if (operation.security().isEmpty()) {
      return unmapped(operation, "the document does not say what it needs");
    }
    SecurityList security = operation.security().get();
    boolean isOpen =
        security.alternatives().isEmpty()
            || security.alternatives().stream().anyMatch(a -> a.scopesByScheme().isEmpty());
    if (isOpen && rules.noSecurityIsPublic) {
      return new Imported(Requirement.Fixed.PUBLIC, Set.of(), List.of(), null);
    }
    if (security.alternatives().isEmpty()) {
      return unmapped(operation, "its security is empty, which was not declared to mean public");
    }
    Set<Set<String>> alternatives = new LinkedHashSet<>();
    List<ImportNote> dropped = new ArrayList<>();
    for (SecurityList.Alternative alternative : security.alternatives()) {
      String why = why(alternative);
      if (why == null) {
        alternatives.addAll(alternatives(alternative));
      } else {
        dropped.add(
            new ImportNote(
                ImportNote.Kind.DROPPED_ALTERNATIVE,
                alternative.place(),
                operation.toString(),
                why));
      }
    }
    return alternatives.isEmpty()
        ? unmapped(operation, dropped.get(0).why())
        : new Imported(null, alternatives, dropped, sizeProblem(alternatives));
  }

  private static Imported unmapped(DocumentedOperation operation, String why) {
    ImportNote note =
        new ImportNote(
            ImportNote.Kind.UNMAPPED_OPERATION, operation.place(), operation.toString(), why);
    return new Imported(Requirement.Fixed.UNMAPPED, Set.of(), List.of(note), null);
  }

  private static @Nullable String sizeProblem(Set<Set<String>> alternatives) {
    return alternatives.size() > MAX_ALTERNATIVES
        ? "more than " + MAX_ALTERNATIVES + " alternatives"
        : alternatives.stream().anyMatch(all -> all.size() > MAX_CAPABILITIES)
            ? "an alternative of more than " + MAX_CAPABILITIES + " scopes"
            : null;
  }

  /** Returns why an alternative is left out, or null when it says what a token must carry. */
  private @Nullable String why(SecurityList.Alternative alternative) {
    if (alternative.scopesByScheme().isEmpty()) {
      return "an alternative is empty, which was not declared to mean public";
    }
    for (Map.Entry<String, List<String>> entry : alternative.scopesByScheme().entrySet()) {
      String scheme = Quoted.of(entry.getKey());
      if (!rules.tokenSchemes.contains(entry.getKey())) {
        return "it needs " + scheme + ", which is another kind of token";
      }
      if (entry.getValue().isEmpty()) {
        return scheme + " has no scopes, so what the token must carry is not known";
      }
      if (entry.getValue().stream().noneMatch(scopes::isKnown)
          || (rules.scopeList == ScopeList.ALL_OF
              && !entry.getValue().stream().allMatch(scopes::isKnown))) {
        return scheme + " names a scope that no capability is called";
      }
    }
    return null;
  }

  /** Stops once there are too many, which {@link #sizeProblem} tells. */
  private Set<Set<String>> alternatives(SecurityList.Alternative alternative) {
    Set<Set<String>> products = new LinkedHashSet<>();
    products.add(ImmutableSet.of());
    for (List<String> list : alternative.scopesByScheme().values()) {
      Set<Set<String>> next = new LinkedHashSet<>();
      Set<Set<String>> choices = choices(list);
      for (Set<String> held : products) {
        for (Set<String> more : choices) {
          if (next.size() > MAX_ALTERNATIVES) {
            break;
          }
          next.add(ImmutableSet.<String>builder().addAll(held).addAll(more).build());
        }
      }
      products = next;
    }
    return products;
  }

  private Set<Set<String>> choices(List<String> list) {
    if (rules.scopeList == ScopeList.ALL_OF) {
      return Set.of(ImmutableSet.copyOf(list));
    }
    Set<Set<String>> choices = new LinkedHashSet<>();
    for (String scope : list) {
      if (scopes.isKnown(scope)) {
        choices.add(ImmutableSet.of(scope));
      }
    }
    return choices;
  }
}
