package dev.warder.cli.check;

import com.google.common.base.Ascii;
import dev.warder.analysis.needs.Wanted;
import dev.warder.cli.catalogue.CatalogueTask;
import dev.warder.cli.text.Meant;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.engine.Match;
import dev.warder.engine.PolicyEngine;
import dev.warder.model.Call;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The operations, commands and requests of the command line, in the order of their kinds. */
final class WantedItems {
  /**
   * A condition of a command wanted that was not chosen.
   *
   * @param command the command
   * @param condition the condition
   * @param calls its calls that are not wanted otherwise
   */
  record NotChosen(Command command, Condition condition, List<Call> calls) {}

  private final Catalogue catalogue;
  private final PolicyEngine engine;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<Command, Set<String>> commands = new LinkedHashMap<>();
  private final List<Match> requests = new ArrayList<>();
  private Set<Call> calls = Set.of();

  private final Unknown unknown = new Unknown();

  WantedItems(Catalogue catalogue) throws NoAnswer {
    this.catalogue = catalogue;
    this.engine = CatalogueTask.compile(catalogue);
  }

  /** Adds what the arguments name: operations, and commands with their words quoted or not. */
  void items(List<String> arguments) throws NoAnswer {
    for (String item : UnquotedItems.of(catalogue, arguments)) {
      item(item);
    }
  }

  /** Adds an operation or a command; a name that is both is neither. */
  private void item(String name) throws NoAnswer {
    boolean isOperation = catalogue.operation(name).isPresent();
    boolean isCommand = catalogue.command(name).isPresent();
    if (isOperation && isCommand) {
      throw NoAnswer.because(
          Shown.quoted(name)
              + " is an operation and a command; type "
              + Shown.quoted("--operation " + name)
              + " or "
              + Shown.quoted("--command " + name));
    }
    if (isOperation) {
      operation(name);
    } else if (isCommand) {
      command(name);
    } else {
      throw unknownItem(name);
    }
  }

  /** Of several words, the first may be a name that was mistyped, or all may be a command. */
  private NoAnswer unknownItem(String text) {
    int blank = text.indexOf(' ');
    String first = blank < 0 ? text : text.substring(0, blank);
    if (isMethod(first) && (blank < 0 || text.charAt(blank + 1) == '/')) {
      return aRequest(first, blank < 0 ? "PATH" : text.substring(blank + 1));
    }
    List<String> names =
        Stream.concat(
                catalogue.operations().stream().map(Operation::id), catalogue.spellings().stream())
            .toList();
    boolean isNear = Meant.nearest(first, names).isPresent();
    if (!isNear && blank < 0 && !commands.isEmpty()) {
      return NoAnswer.because(
          "unknown operation or command "
              + Shown.quoted(text)
              + "; type the name of a command without arguments");
    }
    return isNear || blank < 0
        ? unknown.name("operation or command", first, names)
        : unknown.command(text, catalogue.spellings());
  }

  private boolean isMethod(String name) {
    return catalogue.operations().stream()
        .anyMatch(operation -> operation.method().equalsIgnoreCase(name));
  }

  private static NoAnswer aRequest(String method, String path) {
    return NoAnswer.usage(
        "a request is one text; type "
            + Shown.quoted("--request \"" + Ascii.toUpperCase(method) + " " + path + "\""));
  }

  void operation(String id) throws NoAnswer {
    operations.add(OperationQuestion.find(catalogue, id, unknown));
  }

  void command(String spelling) throws NoAnswer {
    Optional<Command> command = catalogue.command(spelling);
    if (command.isEmpty()) {
      throw unknown.command(spelling, catalogue.spellings());
    }
    commands.put(command.get(), Set.of());
  }

  void request(String text) throws NoAnswer {
    int space = text.indexOf(' ');
    if (space < 1) {
      throw NoAnswer.usage(
          "--request is one text, such as \"GET /v1/me\", not " + Shown.quoted(text));
    }
    String method = text.substring(0, space);
    String path = text.substring(space + 1);
    Match match = engine.match(method, path);
    if (match.refusal().isPresent()) {
      throw NoAnswer.because(
          Shown.quoted(text)
              + " matches no operation: "
              + match.refusal().get().reason()
              + RequestHint.of(engine, method, path, match.refusal().get())
                  .map(hint -> "; " + hint)
                  .orElse("; `warder operations` lists all paths"));
    }
    requests.add(match);
  }

  /** Returns all that is wanted when these conditions hold, in each command that has them. */
  Wanted in(List<String> when) throws NoAnswer {
    choose(when);
    Wanted.Builder wanted = Wanted.builder(catalogue);
    for (Map.Entry<Command, Set<String>> entry : commands.entrySet()) {
      Command command = entry.getKey();
      if (command.calls().isEmpty() && entry.getValue().isEmpty()) {
        throw NoAnswer.because(CommandQuestion.conditionsOf(command));
      }
      wanted.command(command, entry.getValue());
    }
    operations.forEach(wanted::operation);
    requests.forEach(wanted::request);
    Wanted all = wanted.build();
    calls = all.calls();
    return all;
  }

  private void choose(List<String> when) throws NoAnswer {
    if (!when.isEmpty() && commands.isEmpty()) {
      throw NoAnswer.usage("--when is about a command; name one, or leave --when out");
    }
    Set<String> names = new LinkedHashSet<>();
    for (Map.Entry<Command, Set<String>> entry : commands.entrySet()) {
      Set<String> own = new LinkedHashSet<>();
      entry.getKey().conditions().forEach(condition -> own.add(condition.name()));
      names.addAll(own);
      own.retainAll(when);
      entry.setValue(own);
    }
    for (String name : when) {
      if (!names.contains(name)) {
        throw unknown.name("condition", name, names);
      }
    }
  }

  /** Returns the conditions in which more would be called than is wanted. */
  List<NotChosen> notChosen() {
    List<NotChosen> notChosen = new ArrayList<>();
    for (Command command : commands.keySet()) {
      for (Condition condition : command.conditions()) {
        List<Call> more =
            condition.calls().stream().filter(call -> !calls.contains(call)).distinct().toList();
        if (!more.isEmpty()) {
          notChosen.add(new NotChosen(command, condition, more));
        }
      }
    }
    return notChosen;
  }
}
