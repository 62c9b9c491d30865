package dev.warder.analysis.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts capabilities into categories: the first tag of the first operation that needs a capability
 * is its category.
 */
final class CategoryNames {
  private static final String NO_TAG = "capabilities";

  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> byCapability = new LinkedHashMap<>();
  private final Set<String> tagsInOrder;

  CategoryNames(Set<String> tagsInOrder) {
    this.tagsInOrder = tagsInOrder;
  }

  /** Takes note of what an operation needs. */
  void add(List<String> tags, Set<Set<String>> alternatives) {
    String tag = tags.isEmpty() ? "" : tags.get(0);
    alternatives.forEach(
        all -> all.forEach(capability -> byCapability.putIfAbsent(capability, tag)));
  }

  /** Returns the names of the categories of these capabilities, with labels, in display order. */
  Map<String, String> of(Set<String> capabilities) {
    Map<String, String> used = new LinkedHashMap<>();
    for (String capability : capabilities) {
      String tag = byCapability.getOrDefault(capability, "");
      used.putIfAbsent(nameOf(tag), labelOf(tag));
    }
    for (String tag : tagsInOrder) {
      String label = used.get(nameOf(tag));
      if (label != null) {
        labels.putIfAbsent(nameOf(tag), label);
      }
    }
    used.forEach(labels::putIfAbsent);
    return labels;
  }

  String categoryOf(String capability) {
    return nameOf(byCapability.getOrDefault(capability, ""));
  }

  private static String nameOf(String tag) {
    return Names.nameOf(tag).orElse(NO_TAG);
  }

  private static String labelOf(String tag) {
    return Names.label(tag).orElse("Capabilities");
  }
}
