package dev.warder.model;

import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the commands of a catalogue file. */
final class CommandSection {
  private final Values values;
  private final Declared<Operation> operations;
  private final RequirementParser requirements;
  private final Declared<Command> commands;
  private final Map<String, Place> spellings = new HashMap<>();

  CommandSection(Values values, Declared<Operation> operations, RequirementParser requirements) {
    this.values = values;
    this.operations = operations;
    this.requirements = requirements;
    this.commands = new Declared<>("command", values);
  }

  Declared<Command> commands(@Nullable Node section) {
    for (Node.Entry entry : values.entries(section, "commands").values()) {
      commands.put(entry.key().text(), command(entry));
    }
    return commands;
  }

  private @Nullable Command command(Node.Entry entry) {
    String name = spelling(entry.key());
    String owner = "command " + Quoted.of(entry.key().text());
    Fields fields =
        new Fields(
            values,
            owner,
            entry.place(),
            entry.value(),
            "aliases",
            "former",
            "documented",
            "calls",
            "when");
    Set<String> aliases = spellings(fields.optional("aliases"));
    Set<String> former = spellings(fields.optional("former"));
    Requirement documented = requirements.parseDocumented(fields.optional("documented"));
    List<Call> calls = calls(fields.optional("calls"));
    List<Condition> conditions = conditions(owner, fields.optional("when"));
    if (isEmpty(fields.optional("calls")) && isEmpty(fields.optional("when"))) {
      values.refuse(entry.place(), owner + " calls nothing; write `calls` or `when`");
    }
    return name == null ? null : new Command(name, aliases, former, documented, calls, conditions);
  }

  private static boolean isEmpty(@Nullable Node list) {
    return list == null || (list instanceof Node.Sequence sequence && sequence.items().isEmpty());
  }

  private Set<String> spellings(@Nullable Node list) {
    Set<String> spellings = new LinkedHashSet<>();
    for (Node item : values.items(list)) {
      String spelling = spelling(item);
      if (spelling != null) {
        spellings.add(spelling);
      }
    }
    return spellings;
  }

  private @Nullable String spelling(Node node) {
    String spelling = values.text(node, Lexis.SPELLING);
    Place earlier = spelling == null ? null : spellings.putIfAbsent(spelling, node.place());
    if (spelling != null && earlier != null) {
      values.refuse(
          node.place(), Quoted.of(spelling) + " is a command's spelling already: " + earlier);
    }
    return spelling;
  }

  private List<Call> calls(@Nullable Node list) {
    List<Call> calls = new ArrayList<>();
    for (Node item : values.items(list)) {
      Call call = item instanceof Node.Mapping ? unspecified(item) : known(item);
      if (call != null) {
        calls.add(call);
      }
    }
    return calls;
  }

  private @Nullable Call known(Node node) {
    Operation operation = operations.resolve(node);
    return operation == null ? null : new Call.Known(operation);
  }

  private @Nullable Call unspecified(Node node) {
    String description =
        new Fields(values, "a call", node.place(), node, "unspecified")
            .required("unspecified", Lexis.TEXT);
    return description == null ? null : new Call.Unspecified(description);
  }

  private List<Condition> conditions(String owner, @Nullable Node list) {
    List<Condition> conditions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node item : values.items(list)) {
      Fields fields =
          new Fields(
              values, "a condition of " + owner, item.place(), item, "name", "condition", "calls");
      Node nameNode = fields.required("name");
      String name = values.text(nameNode, Lexis.NAME);
      String description = fields.required("condition", Lexis.TEXT);
      Node callNodes = fields.required("calls");
      List<Call> calls = calls(callNodes);
      if (callNodes != null && isEmpty(callNodes)) {
        values.refuse(callNodes.place(), "a condition of " + owner + " calls nothing");
      }
      if (nameNode != null && name != null && !names.add(name)) {
        values.refuse(nameNode.place(), owner + " has two conditions called " + Quoted.of(name));
      }
      if (name != null && description != null) {
        conditions.add(new Condition(name, description, calls));
      }
    }
    return conditions;
  }
}
