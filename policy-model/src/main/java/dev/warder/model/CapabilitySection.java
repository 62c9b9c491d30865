package dev.warder.model;

import com.google.common.collect.ImmutableSet;
import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the categories and capabilities of a catalogue file. */
final class CapabilitySection {
  private final Values values;
  private final Declared<Category> categories;
  private final Declared<Capability> capabilities;
  private final Map<String, Map<String, Node>> impliedNodes = new LinkedHashMap<>();
  private @Nullable Implications implications;

  CapabilitySection(Values values) {
    this.values = values;
    this.categories = new Declared<>("category", values);
    this.capabilities = new Declared<>("capability", values);
  }

  Declared<Category> categories(@Nullable Node section) {
    for (Node.Entry entry : values.entries(section, "categories").values()) {
      String name = values.text(entry.key(), Lexis.NAME);
      String label = values.text(entry.value(), Lexis.LABEL);
      categories.put(
          entry.key().text(), name == null || label == null ? null : new Category(name, label));
    }
    return categories;
  }

  Declared<Capability> capabilities(@Nullable Node section) {
    for (Node.Entry entry : values.entries(section, "capabilities").values()) {
      capabilities.put(entry.key().text(), capability(entry));
    }
    impliedNodes.values().forEach(nodes -> nodes.values().forEach(capabilities::resolve));
    refuseCycles();
    implications = values.isRight() ? followed() : null;
    return capabilities;
  }

  /** Returns what the capabilities imply, or null when one of them is wrong. */
  @Nullable Implications implications() {
    return implications;
  }

  private @Nullable Capability capability(Node.Entry entry) {
    String raw = values.text(entry.key(), Lexis.CAPABILITY);
    String owner = "capability " + Quoted.of(entry.key().text());
    Fields fields =
        new Fields(
            values,
            owner,
            entry.place(),
            entry.value(),
            "label",
            "category",
            "access",
            "implies",
            "escalates");
    String label = fields.required("label", Lexis.LABEL);
    Category category = categories.resolve(fields.required("category"));
    Access access = access(fields.optional("access"));
    ImmutableSet<String> implies = implies(entry.key().text(), fields.optional("implies"));
    String escalates = fields.optional("escalates", Lexis.TEXT);
    return raw == null || label == null || category == null
        ? null
        : new Capability(capabilities.size(), raw, label, category, access, implies, escalates);
  }

  private @Nullable Access access(@Nullable Node node) {
    String text = values.text(node);
    if (node == null || text == null) {
      return null;
    }
    for (Access access : Access.values()) {
      if (access.word().equals(text)) {
        return access;
      }
    }
    values.refuse(node.place(), "access is `read`, `write` or `admin`, not " + Quoted.of(text));
    return null;
  }

  private ImmutableSet<String> implies(String raw, @Nullable Node list) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (Node item : values.items(list)) {
      String implied = values.text(item);
      if (implied != null && nodes.putIfAbsent(implied, item) != null) {
        values.refuse(item.place(), Quoted.of(implied) + " is implied twice");
      }
    }
    impliedNodes.put(raw, nodes);
    return ImmutableSet.copyOf(nodes.keySet());
  }

  private void refuseCycles() {
    Map<String, Set<String>> implied = new LinkedHashMap<>();
    impliedNodes.forEach((raw, nodes) -> implied.put(raw, nodes.keySet()));
    for (ImplicationCycles.Cycle cycle : ImplicationCycles.find(implied)) {
      Node closing = impliedNodes.getOrDefault(cycle.last(), Map.of()).get(cycle.first());
      if (closing != null) {
        values.refuse(closing.place(), "implied in a circle: " + cycle.words());
      }
    }
  }

  /** Works out what the capabilities imply, of which none is wrong. */
  private Implications followed() {
    List<Capability> all = capabilities.entries();
    Map<String, Integer> ordinals = new HashMap<>();
    all.forEach(capability -> ordinals.put(capability.raw(), capability.ordinal()));
    List<int[]> direct =
        all.stream()
            .map(Capability::implies)
            .map(raws -> raws.stream().mapToInt(raw -> ordinals.getOrDefault(raw, 0)).toArray())
            .toList();
    Implications followed = new Implications(direct);
    if (followed.tooMuch() >= 0) {
      String raw = all.get(followed.tooMuch()).raw();
      Place first = impliedNodes.getOrDefault(raw, Map.of()).values().iterator().next().place();
      values.refuse(
          first,
          ("to follow what %s and other capabilities imply takes more than %s steps; imply fewer,"
                  + " or through fewer others")
              .formatted(Quoted.of(raw), Implications.MAX_STEPS));
    }
    return followed;
  }
}
