package dev.warder.analysis.diff;

import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Finds lists whose common entries stand in another order: the first that differs tells. */
final class Orders {
  private Orders() {}

  static List<CatalogueChange.Value> differing(Catalogue older, Catalogue newer) {
    List<CatalogueChange.Value> values = new ArrayList<>();
    add(
        "order of categories",
        older.categories().stream().map(Category::name).toList(),
        newer.categories().stream().map(Category::name).toList(),
        values);
    add(
        "order of capabilities",
        older.capabilities().stream().map(Capability::raw).toList(),
        newer.capabilities().stream().map(Capability::raw).toList(),
        values);
    add(
        "order of operations",
        older.operations().stream().map(Operation::id).toList(),
        newer.operations().stream().map(Operation::id).toList(),
        values);
    add(
        "order of commands",
        older.commands().stream().map(Command::name).toList(),
        newer.commands().stream().map(Command::name).toList(),
        values);
    add(
        "order of acceptances",
        older.accepted().stream().map(a -> a.warning() + " at " + a.at()).toList(),
        newer.accepted().stream().map(a -> a.warning() + " at " + a.at()).toList(),
        values);
    return values;
  }

  private static void add(
      String name, List<String> before, List<String> after, List<CatalogueChange.Value> values) {
    List<String> was = new ArrayList<>(before);
    was.retainAll(new HashSet<>(after));
    List<String> is = new ArrayList<>(after);
    is.retainAll(new HashSet<>(before));
    for (int i = 0; i < was.size(); i++) {
      if (!was.get(i).equals(is.get(i))) {
        values.add(
            new CatalogueChange.Value(
                name, Optional.of(was.get(i) + " first"), Optional.of(is.get(i) + " first")));
        return;
      }
    }
  }
}
