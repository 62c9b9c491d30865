package dev.warder.analysis.openapi;

import com.google.common.collect.Iterables;
import dev.warder.analysis.document.Keep;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of a document: its sections, and what its references lead to, wherever it is. */
final class KeptParts implements Keep {
  /** As what this part is read. */
  private final Set<Section> sections;

  private final Map<String, KeptParts> below;

  private KeptParts(Set<Section> sections, Map<String, KeptParts> below) {
    this.sections = sections;
    this.below = below;
  }

  static KeptParts of(Collection<References.Target> targets) {
    KeptParts root = new KeptParts(EnumSet.of(Section.ROOT), new HashMap<>());
    targets.forEach(root::add);
    return root;
  }

  /** A list is kept whole where a pointer leads through it. */
  private void add(References.Target target) {
    KeptParts part = this;
    for (String name : target.pointer().names()) {
      if (Pointer.isIndex(name)) {
        part.sections.add(Section.VALUE);
        return;
      }
      part =
          part.below.computeIfAbsent(
              name, none -> new KeptParts(EnumSet.noneOf(Section.class), new HashMap<>()));
    }
    part.sections.add(target.section());
  }

  @Override
  public @Nullable Keep of(String name) {
    EnumSet<Section> found = EnumSet.noneOf(Section.class);
    for (Section section : sections) {
      Section member = section.of(name);
      if (member != null) {
        found.add(member);
      }
    }
    KeptParts led = below.get(name);
    if (led == null) {
      return found.size() > 1
          ? new KeptParts(found, Map.of())
          : Iterables.getOnlyElement(found, null);
    }
    found.addAll(led.sections);
    return new KeptParts(found, led.below);
  }
}
