package dev.warder.cli.check;

import static java.util.stream.Collectors.joining;

import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Wording;
import dev.warder.model.Capability;
import dev.warder.model.CapabilityLookup;
import dev.warder.model.Catalogue;
import dev.warder.model.yaml.Nearest;
import java.util.List;
import java.util.stream.Stream;

/** A note on a string that a token carries and the catalogue does not know. */
final class UnknownCapability {
  private static final int MOST_LISTED = 8;

  private UnknownCapability() {}

  /** Returns a note that says that the string matches nothing, and what may have been meant. */
  static String note(Catalogue catalogue, String raw) {
    return "note: unknown capability "
        + Shown.quoted(raw)
        + " matches nothing"
        + meant(catalogue, raw);
  }

  private static String meant(Catalogue catalogue, String raw) {
    List<Capability> meant =
        catalogue.lookUp(raw) instanceof CapabilityLookup.Candidates candidates
            ? candidates.candidates()
            : catalogue.capabilities().stream().filter(c -> c.label().equals(raw)).toList();
    if (!meant.isEmpty()) {
      return "; it may mean "
          + meant.stream().limit(MOST_LISTED).map(Wording::of).collect(joining(", "))
          + (meant.size() > MOST_LISTED ? ", …" : "");
    }
    if (Stream.of(raw.split(" ", -1)).allMatch(part -> catalogue.capability(part).isPresent())) {
      return "; capabilities are separated by commas";
    }
    return Nearest.to(raw, catalogue.capabilities().stream().map(Capability::raw).toList())
        .map(near -> "; nearest: " + Shown.quoted(near))
        .orElse("");
  }
}
