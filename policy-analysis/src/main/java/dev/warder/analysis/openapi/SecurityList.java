package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
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

  static SecurityList of(Node part, Values values) {
    List<Alternative> alternatives = new ArrayList<>();
    for (Node item : values.items(part)) {
      Node.Mapping schemes = values.mapping(item, "an alternative of security");
      Map<String, List<String>> scopes = new LinkedHashMap<>();
      schemes.entries().forEach((scheme, entry) -> scopes.put(scheme, values.texts(entry.value())));
      alternatives.add(new Alternative(item.place(), scopes));
    }
    return new SecurityList(part.place(), alternatives);
  }

  /** Returns what is said, without the places. */
  List<Map<String, List<String>>> said() {
    return alternatives.stream().map(Alternative::scopesByScheme).toList();
  }
}
