package dev.warder.model;

import com.google.common.collect.Iterables;
import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the account rule of an operation: its keys {@code account} and {@code owner}. */
final class AccountRuleParser {
  private static final String ACCOUNT = "account";
  private static final String OWNER = "owner";
  private static final String WITHOUT_PARAMETER =
      "`account: from-request` or `account: not-checked`";

  private final Values values;

  AccountRuleParser(Values values) {
    this.values = values;
  }

  /** Returns the rule, or null with a problem. */
  @Nullable AccountRule parse(
      String operation,
      Place place,
      Fields fields,
      PathTemplate template,
      @Nullable Requirement requirement) {
    AccountRule rule =
        template.hasParameters()
            ? ofParameters(operation, place, fields, template)
            : withoutParameters(operation, fields);
    if (requirement == Requirement.Fixed.PUBLIC && rule != null && !rule.checks().isEmpty()) {
      values.refuse(
          place(fields),
          operation
              + " is public, so it is open to those who have no account: "
              + (template.hasParameters()
                  ? "write `account: not-checked`"
                  : "leave `account` out"));
    }
    return rule;
  }

  private static Place place(Fields fields) {
    Node account = fields.optional(ACCOUNT);
    Node named = account == null ? fields.optional(OWNER) : account;
    return named == null ? fields.placeOf(OWNER) : named.place();
  }

  private @Nullable AccountRule withoutParameters(String operation, Fields fields) {
    Node account = fields.optional(ACCOUNT);
    if (fields.optional(OWNER) != null) {
      values.refuse(
          fields.placeOf(OWNER),
          operation + " has no parameter, so it names no resource with an owner");
      return null;
    }
    if (account == null) {
      return AccountRule.without(AccountRule.Unchecked.NO_PARAMETER);
    }
    String name = values.text(account);
    if (name == null) {
      return null;
    }
    if (!name.equals(AccountRule.FROM_REQUEST)) {
      values.refuse(
          fields.placeOf(ACCOUNT),
          operation
              + " has no parameter, so its path has no account to check: leave `account` out, or"
              + " write `account: from-request`");
      return null;
    }
    return AccountRule.of(List.of(new AccountCheck.FromRequest()));
  }

  private @Nullable AccountRule ofParameters(
      String operation, Place place, Fields fields, PathTemplate template) {
    Node account = fields.optional(ACCOUNT);
    Node owner = fields.optional(OWNER);
    if (account == null && owner == null) {
      values.refuse(
          place,
          operation
              + " has a parameter but no account rule: write "
              + (names(template).isEmpty()
                  ? WITHOUT_PARAMETER
                  : "`account: PARAMETER`, `account: from-request`, `owner: {KIND: PARAMETER}` or"
                      + " `account: not-checked`"));
      return null;
    }
    String name = values.text(account);
    if (name != null && name.equals(AccountRule.NOT_CHECKED)) {
      if (owner == null) {
        return AccountRule.without(AccountRule.Unchecked.NOT_CHECKED);
      }
      values.refuse(
          fields.laterOf(ACCOUNT, OWNER),
          operation + " has both `account: not-checked` and `owner`; leave one of them out");
      return null;
    }
    return checks(account, name, owner, template);
  }

  private @Nullable AccountRule checks(
      @Nullable Node account, @Nullable String name, @Nullable Node owner, PathTemplate template) {
    List<AccountCheck> checks = new ArrayList<>();
    Map<String, Place> named = new HashMap<>();
    boolean isRight = account == null || addAccount(account, name, template, checks, named);
    if (owner != null) {
      isRight &= addOwners(owner, template, checks, named);
    }
    return isRight ? AccountRule.of(checks) : null;
  }

  private boolean addAccount(
      Node account,
      @Nullable String name,
      PathTemplate template,
      List<AccountCheck> checks,
      Map<String, Place> named) {
    if (name == null) {
      return false;
    }
    if (name.equals(AccountRule.FROM_REQUEST)) {
      return checks.add(new AccountCheck.FromRequest());
    }
    int segment =
        segment(
            account,
            name,
            template,
            named,
            List.of(AccountRule.FROM_REQUEST, AccountRule.NOT_CHECKED));
    return segment >= 0 && checks.add(new AccountCheck.InPath(name, segment));
  }

  private boolean addOwners(
      Node owner, PathTemplate template, List<AccountCheck> checks, Map<String, Place> named) {
    Map<String, Node.Entry> entries = values.entries(owner, OWNER);
    if (entries.isEmpty() && owner instanceof Node.Mapping) {
      values.refuse(owner.place(), "owner names at least one kind and its parameter");
    }
    boolean isRight = !entries.isEmpty();
    for (Node.Entry entry : entries.values()) {
      String kind = values.text(entry.key(), Lexis.NAME);
      String name = values.text(entry.value());
      int segment = name == null ? -1 : segment(entry.value(), name, template, named, List.of());
      if (kind == null || name == null || segment < 0) {
        isRight = false;
      } else {
        checks.add(new AccountCheck.Owned(kind, name, segment));
      }
    }
    return isRight;
  }

  /**
   * Returns the segment of a parameter that no other check names, or -1 with a problem.
   *
   * @param words what may stand in the place of a parameter
   */
  private int segment(
      Node node, String name, PathTemplate template, Map<String, Place> named, List<String> words) {
    int segment = template.segmentOf(name);
    if (segment < 0) {
      refuseUnknown(node, name, template, words);
      return -1;
    }
    Place other = named.putIfAbsent(name, node.place());
    if (other != null) {
      values.refuse(
          Place.IN_FILE.compare(node.place(), other) > 0 ? node.place() : other,
          "parameter "
              + Quoted.of(name)
              + " is named twice: it is either the account or the id of one resource");
      return -1;
    }
    return segment;
  }

  private void refuseUnknown(Node node, String name, PathTemplate template, List<String> words) {
    List<String> names = names(template);
    String bare = bare(name);
    if (template.isSpan(bare)) {
      values.refuse(
          node.place(),
          Quoted.of(bare)
              + " spans segments, and an account or a resource is one segment; "
              + (names.isEmpty() ? "" : "name another parameter, or ")
              + "write "
              + WITHOUT_PARAMETER
              + " instead");
      return;
    }
    values.refuse(
        node.place(),
        "no parameter %s in %s%s"
            .formatted(
                Quoted.of(name),
                Quoted.of(template.toString()),
                names.contains(bare)
                    ? "; write " + Quoted.of(bare)
                    : values.nearest(name, Iterables.concat(names, words), "")));
  }

  /** Returns the names of the parameters that do not span. */
  private static List<String> names(PathTemplate template) {
    return template.segments().stream()
        .filter(PathSegment.Parameter.class::isInstance)
        .map(parameter -> ((PathSegment.Parameter) parameter).name())
        .toList();
  }

  /** Returns a parameter's name without the braces, the dots and the text that a template has. */
  private static String bare(String name) {
    int open = name.indexOf('{');
    int close = name.indexOf('}');
    String bare = open < 0 || close < open ? name : name.substring(open + 1, close);
    return bare.endsWith("...") ? bare.substring(0, bare.length() - 3) : bare;
  }
}
