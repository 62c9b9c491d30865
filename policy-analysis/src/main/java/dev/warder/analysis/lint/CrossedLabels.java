package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.CROSSED_LABEL;

import dev.warder.model.Capability;
import dev.warder.model.CapabilityWords;
import dev.warder.model.Catalogue;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds labels whose words are those of another capability's raw string. */
final class CrossedLabels {
  private CrossedLabels() {}

  static void add(Catalogue catalogue, Warnings findings) {
    Map<Set<String>, Capability> byRawWords = new HashMap<>();
    for (Capability capability : catalogue.capabilities()) {
      byRawWords.putIfAbsent(CapabilityWords.of(capability.raw()), capability);
    }
    for (Capability capability : catalogue.capabilities()) {
      Set<String> label = CapabilityWords.of(capability.label());
      Capability other = byRawWords.get(label);
      if (other != null
          && !label.isEmpty()
          && !CapabilityWords.of(capability.raw()).containsAll(label)) {
        findings.add(
            CROSSED_LABEL,
            capability.raw(),
            "its label `%s` has the words of `%s`, which is labelled `%s`"
                .formatted(capability.label(), other.raw(), other.label()));
      }
    }
  }
}
