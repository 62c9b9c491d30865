package dev.warder.authority;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.warder.model.Access;
import dev.warder.model.Capability;
import dev.warder.model.CapabilityLookup;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Refuses words that name no capability, or several, with what they may have meant. */
final class MistakenWords {
  private static final int MOST_CANDIDATES = 10;

  private final Catalogue catalogue;

  /** The words that name something, in lower case, each with its usual spelling. */
  private final Map<String, String> sayable = new LinkedHashMap<>();

  MistakenWords(Catalogue catalogue) {
    this.catalogue = catalogue;
    Stream.of(
            catalogue.capabilities().stream().map(Capability::raw),
            catalogue.capabilities().stream().map(Capability::label),
            catalogue.categories().stream().map(category -> "all of " + category.label()),
            catalogue.categories().stream().map(category -> "all of " + category.name()),
            Stream.of(Access.values()).map(access -> "all " + access.word()),
            Stream.of("all"))
        .flatMap(texts -> texts)
        .forEach(text -> sayable.putIfAbsent(Ascii.toLowerCase(text), text));
  }

  /** Returns the refusal of words that are nobody's, with those who may be meant. */
  Refused unknown(String choice) {
    List<Capability> candidates =
        catalogue.lookUp(choice) instanceof CapabilityLookup.Candidates found
            ? found.candidates()
            : ImmutableList.of();
    if (candidates.size() > 1) {
      return ambiguous(choice, candidates);
    }
    String hint =
        candidates.isEmpty()
            ? Nearest.to(Ascii.toLowerCase(choice), sayable.keySet())
                .map(near -> "; did you mean " + Quoted.of(sayable.getOrDefault(near, near)) + "?")
                .orElse("; name a raw string, a label, `all of` a category, or `all`")
            : "; did you mean " + shown(candidates.get(0)) + "?";
    return new Refused(
        RefusalReason.UNKNOWN_CAPABILITY, "no capability is called " + Quoted.of(choice) + hint);
  }

  /** Returns the refusal of words that are several capabilities'. */
  Refused ambiguous(String choice, List<Capability> candidates) {
    return several(choice, candidates.stream().map(MistakenWords::shown).toList());
  }

  /** Returns the refusal of words that are a label, and mean a group as well. */
  Refused labelOrGroup(String choice, List<Capability> labelled, List<Capability> group) {
    return several(
        choice,
        Stream.concat(
                labelled.stream().map(MistakenWords::shown),
                Stream.of("a group of " + group.size() + " by these words"))
            .toList());
  }

  /** Returns the refusal of words that are several categories'. */
  Refused ambiguousCategory(String choice, List<Category> categories) {
    return several(
        choice,
        categories.stream()
            .map(category -> Quoted.of(category.name()) + " (" + category.label() + ")")
            .toList());
  }

  private static Refused several(String choice, List<String> meanings) {
    List<String> shown =
        new ArrayList<>(meanings.subList(0, Math.min(meanings.size(), MOST_CANDIDATES)));
    if (meanings.size() > MOST_CANDIDATES) {
      shown.add("and " + (meanings.size() - MOST_CANDIDATES) + " more");
    }
    return new Refused(
        RefusalReason.AMBIGUOUS_CAPABILITY,
        Quoted.of(choice) + " may mean " + String.join(", ", shown) + "; name one of them");
  }

  private static String shown(Capability capability) {
    return Quoted.of(capability.raw()) + " (" + capability.label() + ")";
  }
}
