package dev.warder.cli.check;

import static java.util.stream.Collectors.joining;

import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.yaml.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A name that the catalogue does not have, and what may have been meant, in the model's words. */
final class Unknown {
  private static final int MOST_LISTED = 8;

  /** What lists the names of which a catalogue may have many. */
  private static final Map<String, String> LISTS =
      Map.of(
          "operation", "; `warder operations` lists all",
          "command", "; `warder commands` lists all",
          "operation or command", "; `warder operations` and `warder commands` list all",
          "reason", "; `warder explain` lists all");

  private Unknown() {}

  static NoAnswer name(String what, String name, Collection<String> names) {
    return NoAnswer.because("unknown " + what + " " + Shown.quoted(name) + near(what, name, names));
  }

  /** As above for a command, which is also near when it begins with the words, or they with it. */
  static NoAnswer command(String spelling, Collection<String> spellings) {
    Optional<String> shorter =
        spellings.stream()
            .filter(known -> spelling.startsWith(known + " "))
            .max((a, b) -> Integer.compare(a.length(), b.length()));
    if (shorter.isPresent()) {
      return NoAnswer.because(
          "unknown command "
              + Shown.quoted(spelling)
              + "; a command is named without arguments: "
              + Shown.quoted(shorter.get()));
    }
    List<String> longer =
        spellings.stream().filter(known -> known.startsWith(spelling + " ")).toList();
    return name("command", spelling, longer.isEmpty() ? spellings : longer);
  }

  private static String near(String what, String name, Collection<String> names) {
    Optional<String> nearest = Nearest.to(name, names);
    if (nearest.isPresent()) {
      return "; nearest: " + Shown.quoted(nearest.get());
    }
    if (names.size() > MOST_LISTED) {
      return LISTS.getOrDefault(what, "; there are " + names.size());
    }
    return names.isEmpty()
        ? "; there is none"
        : "; there "
            + (names.size() == 1 ? "is " : "are ")
            + names.stream().map(Shown::quoted).collect(joining(", "));
  }
}
