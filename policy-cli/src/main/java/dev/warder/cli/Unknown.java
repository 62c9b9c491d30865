package dev.warder.cli;

import static java.util.stream.Collectors.joining;

import dev.warder.model.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A name that the catalogue does not have, and what may have been meant. */
final class Unknown {
  private static final int MOST_LISTED = 8;

  private Unknown() {}

  static NoAnswer name(String what, String name, Collection<String> names) {
    return NoAnswer.because(
        "the catalogue has no " + what + " " + Shown.quoted(name) + near(name, names));
  }

  /** As above for a command, which is also near when it begins with the words, or they with it. */
  static NoAnswer command(String spelling, Collection<String> spellings) {
    Optional<String> shorter =
        spellings.stream()
            .filter(known -> spelling.startsWith(known + " "))
            .max((a, b) -> Integer.compare(a.length(), b.length()));
    if (shorter.isPresent()) {
      return NoAnswer.because(
          "the catalogue has no command "
              + Shown.quoted(spelling)
              + "; a command is named without arguments: "
              + Shown.quoted(shorter.get()));
    }
    List<String> longer =
        spellings.stream().filter(known -> known.startsWith(spelling + " ")).toList();
    return name("command", spelling, longer.isEmpty() ? spellings : longer);
  }

  private static String near(String name, Collection<String> names) {
    Optional<String> nearest = Nearest.to(name, names);
    if (nearest.isPresent()) {
      return "; the nearest is " + Shown.quoted(nearest.get());
    }
    return names.isEmpty()
        ? "; it has none"
        : names.size() > MOST_LISTED
            ? "; it has " + names.size()
            : "; it has " + names.stream().map(Shown::quoted).collect(joining(", "));
  }
}
