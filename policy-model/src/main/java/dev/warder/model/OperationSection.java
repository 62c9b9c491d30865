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
  private final Declared<Operation> operations;
  private final Map<String, String> byMethodAndShape = new HashMap<>();
  private final Set<String> methods = new HashSet<>();

  OperationSection(Values values, TemplateParser templates, RequirementParser requirements) {
    this.values = values;
    this.templates = templates;
    this.requirements = requirements;
    this.operations = new Declared<>("operation", values);
  }

  Declared<Operation> operations(@Nullable Node section) {
    for (Node.Entry entry : values.entries(section, "operations").values()) {
      operations.put(entry.key().text(), operation(entry));
    }
    return operations;
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
    AccountRule rule = template == null ? null : accountRule(owner, place, fields, template);
    if (methodNode != null && method != null) {
      countMethod(methodNode.place(), method);
    }
    if (path != null && method != null && template != null) {
      refuseSameShape(entry.key().text(), path.place(), method, template);
    }
    if (requirement == Requirement.Fixed.PUBLIC && rule != null && rule.unchecked().isEmpty()) {
      refusePublic(owner, fields, rule);
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
      values.refuse(place, "operation " + Quoted.of(earlier) + " has the same method and shape");
    }
  }

  private void countMethod(Place place, String method) {
    if (methods.add(method) && methods.size() == MAX_METHODS + 1) {
      values.refuse(place, "more than " + MAX_METHODS + " methods");
    }
  }

  private void refusePublic(String owner, Fields fields, AccountRule rule) {
    Node node = fields.optional(rule.account().isPresent() ? "account" : "owner");
    if (node != null) {
      values.refuse(
          node.place(),
          owner
              + " is public, so it is open to those who have no account: write"
              + " `account: not-checked`");
    }
  }

  private @Nullable AccountRule accountRule(
      String owner, Place place, Fields fields, PathTemplate template) {
    Node account = fields.optional("account");
    Node owned = fields.optional("owner");
    if (!template.hasParameters()) {
      if (account == null && owned == null) {
        return AccountRule.without(AccountRule.Unchecked.NO_PARAMETER);
      }
      String problem = owner + " has no parameter, so it has no account to check";
      values.refuse(fields.placeOf(account == null ? "owner" : "account"), problem);
      return null;
    }
    if (account != null && owned != null) {
      String problem = owner + " has both `account` and `owner`; one of them says it all";
      values.refuse(fields.laterOf("account", "owner"), problem);
      return null;
    }
    if (account != null) {
      return inPath(account, template);
    }
    if (owned != null) {
      return owned(owned, template);
    }
    values.refuse(
        place,
        owner
            + " has a parameter but no account rule: write `account: PARAMETER`,"
            + " `owner: {KIND: PARAMETER}` or `account: not-checked`");
    return null;
  }

  private @Nullable AccountRule inPath(Node account, PathTemplate template) {
    String name = values.text(account);
    if (name != null && name.equals(AccountRule.NOT_CHECKED)) {
      return AccountRule.without(AccountRule.Unchecked.NOT_CHECKED);
    }
    int segment = segment(account, name, template);
    return name == null || segment < 0
        ? null
        : AccountRule.of(List.of(new AccountCheck.InPath(name, segment)));
  }

  private @Nullable AccountRule owned(Node owner, PathTemplate template) {
    Map<String, Node.Entry> entries = values.entries(owner, "owner");
    if (entries.size() != 1) {
      if (owner instanceof Node.Mapping) {
        values.refuse(owner.place(), "owner names one kind and one parameter");
      }
      return null;
    }
    Node.Entry entry = entries.values().iterator().next();
    String kind = values.text(entry.key(), Lexis.NAME);
    String name = values.text(entry.value());
    int segment = segment(entry.value(), name, template);
    return kind == null || name == null || segment < 0
        ? null
        : AccountRule.of(List.of(new AccountCheck.Owned(kind, name, segment)));
  }

  private int segment(Node node, @Nullable String name, PathTemplate template) {
    int segment = name == null ? -1 : template.segmentOf(name);
    if (name != null && segment < 0) {
      List<String> names =
          template.segments().stream()
              .filter(PathSegment.Parameter.class::isInstance)
              .map(parameter -> ((PathSegment.Parameter) parameter).name())
              .toList();
      values.refuse(
          node.place(),
          "no parameter %s in %s%s"
              .formatted(
                  Quoted.of(name),
                  Quoted.of(template.toString()),
                  values.nearest(name, names, "")));
    }
    return segment;
  }
}
