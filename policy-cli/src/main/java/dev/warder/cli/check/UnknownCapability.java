package dev.warder.cli.check;

import static java.util.stream.Collectors.joining;

import dev.warder.cli.text.Meant;
import dev.warder.cli.text.Shown;
import dev.warder.model.Capability;
import dev.warder.model.CapabilityLookup;
import dev.warder.model.Catalogue;
import dev.warder.model.Steps;
import dev.warder.model.yaml.Nearest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Notes on strings that a token carries and the catalogue does not know. One object serves one
 * token: once its steps are spent, a note says only that the string matches nothing.
 */
final class UnknownCapability {
  /** The most capabilities looked at: ten thousand strings beside a hundred, or half a second. */
  static final long MAX_LOOKS = 1_000_000;

  private static final int MOST_LISTED = 8;

  private final Catalogue catalogue;
  private final Nearest nearest = new Nearest();
  private final Steps looks = new Steps(MAX_LOOKS);

  UnknownCapability(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Returns a note that says that the string matches nothing, and what may have been meant. */
  String note(String raw) {
    return "unknown capability "
        + Shown.quoted(raw)
        + " matches nothing"
        + (looks.admit(catalogue.capabilities().size()) ? meant(raw) : "");
  }

  private String meant(String raw) {
    List<Capability> meant =
        catalogue.lookUp(raw) instanceof CapabilityLookup.Candidates candidates
            ? candidates.candidates()
            : catalogue.capabilities().stream().filter(c -> c.label().equals(raw)).toList();
    if (!meant.isEmpty()) {
      return (meant.size() == 1 ? "; type " : "; type one of ")
          + meant.stream().limit(MOST_LISTED).map(UnknownCapability::shown).collect(joining(", "))
          + (meant.size() > MOST_LISTED ? ", …" : "");
    }
    if (raw.equals("all") || raw.startsWith("all ")) {
      return "; only `warder token create` understands `all`: here, type each raw string";
    }
    if (Stream.of(raw.split(" ", -1)).allMatch(part -> catalogue.capability(part).isPresent())) {
      return "; type commas between capabilities";
    }
    return nearest
        .search(raw, catalogue.capabilities().stream().map(Capability::raw).toList())
        .map(Meant::question)
        .orElse("");
  }

  private static String shown(Capability capability) {
    return Shown.quoted(capability.raw()) + " (" + capability.label() + ")";
  }
}
