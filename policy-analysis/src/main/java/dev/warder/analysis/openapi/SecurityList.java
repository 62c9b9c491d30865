package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Part;
import dev.warder.model.yaml.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code security} list: any one of the alternatives is enough.
 *
 * @param place where it stands; two lists that say the same are equal wherever they stand
 * @param alternatives the alternatives in the order written, possibly none
 */
record SecurityList(Place place, List<Alternative> alternatives) {
  SecurityList {
    alternatives = ImmutableList.copyOf(alternatives);
  }

  /** One object: scheme by scheme the scopes listed; all schemes are needed together. */
  record Alternative(Place place, Map<String, List<String>> scopesByScheme) {
    Alternative {
      scopesByScheme = ImmutableMap.copyOf(scopesByScheme);
    }
  }

  static SecurityList of(Part part, Findings findings) {
    List<Alternative> alternatives = new ArrayList<>();
    for (Part item : findings.items(part, "security")) {
      Part.Members schemes = findings.members(item, item.place(), "an alternative of security");
      Map<String, List<String>> scopes = new LinkedHashMap<>();
      schemes
          .members()
          .forEach(
              (scheme, member) ->
                  scopes.put(
                      scheme,
                      ImmutableList.copyOf(findings.texts(member.value(), "a scheme's scopes"))));
      alternatives.add(new Alternative(item.place(), scopes));
    }
    return new SecurityList(part.place(), alternatives);
  }

  /** Returns what is said, without the places. */
  List<Map<String, List<String>>> said() {
    return alternatives.stream().map(Alternative::scopesByScheme).toList();
  }
}
