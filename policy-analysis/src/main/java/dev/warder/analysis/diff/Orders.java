package dev.warder.analysis.diff;

import com.google.common.collect.ImmutableMap;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Finds lists whose common entries stand in another order: the first that differs tells. */
final class Orders {
  private Orders() {}

  static List<CatalogueChange.Value> differing(Catalogue older, Catalogue newer) {
    List<CatalogueChange.Value> values = new ArrayList<>();
    Map<String, List<String>> after = namesByList(newer);
    namesByList(older)
        .forEach((list, names) -> add(list, names, after.getOrDefault(list, List.of()), values));
    return values;
  }

  private static Map<String, List<String>> namesByList(Catalogue catalogue) {
    return ImmutableMap.of(
        "order of categories",
        catalogue.categories().stream().map(Category::name).toList(),
        "order of capabilities",
        catalogue.capabilities().stream().map(Capability::raw).toList(),
        "order of operations",
        catalogue.operations().stream().map(Operation::id).toList(),
        "order of commands",
        catalogue.commands().stream().map(Command::name).toList(),
        "order of acceptances",
        catalogue.accepted().stream().map(a -> a.warning() + " at " + a.at()).toList());
  }

  private static void add(
      String name, List<String> before, List<String> after, List<CatalogueChange.Value> values) {
    List<String> was = new ArrayList<>(before);
    was.retainAll(new HashSet<>(after));
    List<String> is = new ArrayList<>(after);
    is.retainAll(new HashSet<>(before));
    for (int i = 0; i < was.size(); i++) {
      if (!was.get(i).equals(is.get(i))) {
        values.add(new CatalogueChange.Value(name, was.get(i) + " first", is.get(i) + " first"));
        return;
      }
    }
  }
}
