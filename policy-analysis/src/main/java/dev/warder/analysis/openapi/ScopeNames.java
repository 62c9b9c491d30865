package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.warder.model.text.Lexis;
import dev.warder.model.yaml.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scopes of the token's schemes: those declared, then those that only operations name. */
final class ScopeNames {
  private final Map<String, String> descriptions = new LinkedHashMap<>();
  private final Map<String, ImportNote> refused = new LinkedHashMap<>();

  ScopeNames(DocumentParts parts, ImportRules rules) {
    Place root = new Place(parts.source(), 1, 1);
    for (String name : rules.tokenSchemes) {
      Map<String, String> declared = parts.schemes().getOrDefault(name, ImmutableMap.of());
      declared.forEach((scope, description) -> add(scope, description, root));
    }
    for (DocumentedOperation operation : parts.operations()) {
      if (operation.security().isPresent()) {
        for (SecurityList.Alternative alternative : operation.security().get().alternatives()) {
          add(alternative, rules);
        }
      }
    }
  }

  private void add(SecurityList.Alternative alternative, ImportRules rules) {
    alternative
        .scopesByScheme()
        .forEach(
            (scheme, scopes) -> {
              if (rules.tokenSchemes.contains(scheme)) {
                scopes.forEach(scope -> add(scope, "", alternative.place()));
              }
            });
  }

  private void add(String scope, String description, Place place) {
    if (Lexis.CAPABILITY.accepts(scope)) {
      descriptions.putIfAbsent(scope, description);
    } else if (!scope.equals(ExportedPaths.NOBODY)) {
      refused.putIfAbsent(
          scope,
          new ImportNote(
              ImportNote.Kind.OMITTED_SCOPE,
              place,
              scope,
              "a capability is " + Lexis.CAPABILITY.words()));
    }
  }

  boolean isKnown(String scope) {
    return descriptions.containsKey(scope);
  }

  /** Returns the scopes that a catalogue can express, with their descriptions. */
  Map<String, String> descriptions() {
    return descriptions;
  }

  /** Returns the scopes that a catalogue cannot express. */
  List<ImportNote> refused() {
    return ImmutableList.copyOf(new ArrayList<>(refused.values()));
  }
}
