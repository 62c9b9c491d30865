package dev.warder.cli.check;

import static java.util.stream.Collectors.joining;

import dev.warder.cli.text.Meant;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.Steps;
import dev.warder.model.yaml.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
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

  /** As above for a command, of which words may be missing at either end, or be too many. */
  NoAnswer command(String spelling, Collection<String> spellings) {
    return NoAnswer.because(unknown("command", spelling) + commandHint(spelling, spellings));
  }

  private String commandHint(String spelling, Collection<String> spellings) {
    if (!names.admit(spellings.size())) {
      return "";
    }
    List<String> longer = spellings.stream().filter(known -> begins(known, spelling)).toList();
    return longer.isEmpty()
        ? meantCommand(spelling, spellings).orElseGet(() -> near("command", spelling, spellings))
        : near("command", spelling, longer);
  }

  /** Returns the end of a message that names the command meant, where one is near. */
  Optional<String> meantCommand(String spelling, Collection<String> spellings) {
    Optional<String> shorter =
        spellings.stream()
            .filter(known -> begins(spelling, known))
            .max((a, b) -> Integer.compare(a.length(), b.length()));
    if (shorter.isPresent()) {
      return Optional.of("; type the name without arguments: " + Shown.quoted(shorter.get()));
    }
    Map<String, String> byRest = withoutFirstWords(spellings);
    return Optional.ofNullable(byRest.get(spelling))
        .or(() -> nearest.search(spelling, spellings))
        .or(() -> nearest.search(spelling, byRest.keySet()).map(byRest::get))
        .map(Meant::question);
  }

  /** Returns the first command for each text that is one without the name of its program. */
  private static Map<String, String> withoutFirstWords(Collection<String> spellings) {
    Map<String, String> byRest = new LinkedHashMap<>();
    spellings.forEach(known -> byRest.putIfAbsent(known.substring(known.indexOf(' ') + 1), known));
    return byRest;
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
      return Meant.question(near.get());
    }
    if (known.size() > MOST_LISTED && LISTS.containsKey(what)) {
      return LISTS.get(what);
    }
    return known.isEmpty()
        ? "; there is none"
        : "; there "
            + (known.size() == 1 ? "is " : "are ")
            + known.stream().limit(MOST_LISTED).map(Shown::quoted).collect(joining(", "))
            + (known.size() > MOST_LISTED ? " and " + (known.size() - MOST_LISTED) + " more" : "");
  }
}
