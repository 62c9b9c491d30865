package dev.warder.cli.check;

import static java.util.stream.Collectors.joining;

import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.Steps;
import dev.warder.model.yaml.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A name that the catalogue does not have, and what may have been meant, in the model's words. One
 * object serves one answer, or all lines of a file: once its steps are spent, a message says only
 * that the name is unknown.
 */
final class Unknown {
  /** The most names looked at: a hundred unknown ones among a hundred thousand. */
  static final long MAX_NAMES = 10_000_000;

  private static final int MOST_LISTED = 8;

  /** What lists the names of which a catalogue may have many. */
  private static final Map<String, String> LISTS =
      Map.of(
          "operation", "; `warder operations` lists all",
          "command", "; `warder commands` lists all",
          "operation or command", "; `warder operations` and `warder commands` list all",
          "reason", "; `warder explain` lists all");

  private final Nearest nearest = new Nearest();
  private final Steps names;

  Unknown() {
    this(new Steps(MAX_NAMES));
  }

  Unknown(Steps names) {
    this.names = names;
  }

  NoAnswer name(String what, String name, Collection<String> known) {
    return NoAnswer.because(
        unknown(what, name) + (names.admit(known.size()) ? near(what, name, known) : ""));
  }

  NoAnswer operation(Catalogue catalogue, String id) {
    List<Operation> operations = catalogue.operations();
    return names.admit(operations.size())
        ? NoAnswer.because(
            unknown("operation", id)
                + near("operation", id, operations.stream().map(Operation::id).toList()))
        : NoAnswer.because(unknown("operation", id));
  }

  /** As above for a command, which is also near when it begins with the words, or they with it. */
  NoAnswer command(String spelling, Collection<String> spellings) {
    if (!names.admit(spellings.size())) {
      return NoAnswer.because(unknown("command", spelling));
    }
    Optional<String> shorter =
        spellings.stream()
            .filter(known -> begins(spelling, known))
            .max((a, b) -> Integer.compare(a.length(), b.length()));
    if (shorter.isPresent()) {
      return NoAnswer.because(
          unknown("command", spelling)
              + "; a command is named without arguments: "
              + Shown.quoted(shorter.get()));
    }
    List<String> longer = spellings.stream().filter(known -> begins(known, spelling)).toList();
    return NoAnswer.because(
        unknown("command", spelling)
            + near("command", spelling, longer.isEmpty() ? spellings : longer));
  }

  private static String unknown(String what, String name) {
    return "unknown " + what + " " + Shown.quoted(name);
  }

  /** Returns whether the words of one begin with all words of another, and it has more. */
  private static boolean begins(String one, String other) {
    return one.length() > other.length()
        && one.charAt(other.length()) == ' '
        && one.startsWith(other);
  }

  private String near(String what, String name, Collection<String> known) {
    Optional<String> near = nearest.search(name, known);
    if (near.isPresent()) {
      return "; nearest: " + Shown.quoted(near.get());
    }
    if (known.size() > MOST_LISTED) {
      return LISTS.getOrDefault(what, "; there are " + known.size());
    }
    return known.isEmpty()
        ? "; there is none"
        : "; there "
            + (known.size() == 1 ? "is " : "are ")
            + known.stream().map(Shown::quoted).collect(joining(", "));
  }
}
