package dev.warder.model;

import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the operations of a catalogue file. */
final class OperationSection {
  private static final int MAX_METHODS = 64;

  private final Values values;
  private final TemplateParser templates;
  private final RequirementParser requirements;
  private final AccountRuleParser accounts;
  private final Declared<Operation> operations;
  private final Map<String, String> byMethodAndShape = new HashMap<>();
  private final Set<String> methods = new HashSet<>();
  private final Map<String, Place> pathPlaces = new HashMap<>();

  OperationSection(Values values, TemplateParser templates, RequirementParser requirements) {
    this.values = values;
    this.templates = templates;
    this.requirements = requirements;
    this.accounts = new AccountRuleParser(values);
    this.operations = new Declared<>("operation", values);
  }

  Declared<Operation> operations(@Nullable Node section) {
    for (Node.Entry entry : values.entries(section, "operations").values()) {
      operations.put(entry.key().text(), operation(entry));
    }
    return operations;
  }

  /** Refuses operations that clash, once it is known which warnings are accepted. */
  void refuseClashes(List<Acceptance> accepted) {
    TemplateClashes clashes = new TemplateClashes(values, pathPlaces);
    clashes.refuseSlashesAtEnd(operations.entries(), accepted);
    clashes.refuseCovered(operations.entries());
    clashes.refuseDots(operations.entries());
  }

  private @Nullable Operation operation(Node.Entry entry) {
    String id = values.text(entry.key(), Lexis.NAME);
    String owner = "operation " + Quoted.of(entry.key().text());
    Place place = entry.place();
    Fields fields =
        new Fields(
            values,
            owner,
            place,
            entry.value(),
            "method",
            "path",
            "summary",
            "account",
            "owner",
            "requires",
            "documentation");
    Node methodNode = fields.required("method");
    String method = values.text(methodNode, Lexis.METHOD);
    Node path = fields.required("path");
    PathTemplate template = templates.parse(path);
    String summary = fields.required("summary", Lexis.TEXT);
    Requirement requirement = requirements.parse(fields.required("requires"));
    String documentation = fields.optional("documentation", Lexis.ADDRESS);
    AccountRule rule =
        template == null ? null : accounts.parse(owner, place, fields, template, requirement);
    if (methodNode != null && method != null) {
      countMethod(methodNode.place(), method);
    }
    if (path != null && method != null && template != null) {
      pathPlaces.putIfAbsent(entry.key().text(), path.place());
      refuseSameShape(entry.key().text(), path.place(), method, template);
    }
    return id == null
            || method == null
            || template == null
            || summary == null
            || requirement == null
            || rule == null
        ? null
        : new Operation(
            operations.size(), id, method, template, summary, rule, requirement, documentation);
  }

  private void refuseSameShape(String id, Place place, String method, PathTemplate template) {
    String earlier = byMethodAndShape.putIfAbsent(method + " " + template.shape(), id);
    if (earlier != null) {
      values.refuse(
          place,
          "operation "
              + Quoted.of(earlier)
              + " has the same method and shape, so the same requests ask both; leave one of the two"
              + " out");
    }
  }

  private void countMethod(Place place, String method) {
    if (methods.add(method) && methods.size() == MAX_METHODS + 1) {
      values.refuse(place, "more than " + MAX_METHODS + " methods");
    }
  }
}
