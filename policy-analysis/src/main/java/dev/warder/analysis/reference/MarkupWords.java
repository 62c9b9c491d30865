package dev.warder.analysis.reference;

import static java.util.stream.Collectors.joining;

import dev.warder.model.AccountCheck;
import dev.warder.model.AccountRule;
import dev.warder.model.Alternatives;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the parts of a catalogue mean, in words and in one language of markup. */
final class MarkupWords {
  private final Markup markup;

  MarkupWords(Markup markup) {
    this.markup = markup;
  }

  /**
   * Returns the word for a fixed requirement, or the alternatives with their mark: {@code a, or b
   * and c (preferred)}.
   */
  String requirement(Requirement requirement) {
    return requirement instanceof Alternatives alternatives
        ? alternatives.asList().stream()
            .map(all -> all(all) + (alternatives.isPreferred(all) ? " (preferred)" : ""))
            .collect(joining(", or "))
        : markup.strong(markup.text(requirement.toString()));
  }

  /** Returns {@code a, or b and c}. */
  String alternatives(Collection<? extends Collection<Capability>> alternatives) {
    return alternatives.stream().map(this::all).collect(joining(", or "));
  }

  /** Returns {@code a and b}. */
  String all(Collection<Capability> all) {
    return all.stream().map(Capability::raw).map(markup::code).collect(joining(" and "));
  }

  /**
   * Returns what is needed: {@code a and b, and (c, or d and e)}; {@code any token} or {@code
   * public} where no capability is; and the calls that nobody may make.
   */
  String needs(CallNeeds needs) {
    List<String> parts = new ArrayList<>();
    String capabilities = capabilities(needs);
    if (!capabilities.isEmpty()) {
      parts.add(capabilities);
    }
    if (!needs.unmapped().isEmpty()) {
      parts.add(markup.strong("unmapped") + ": " + calls(needs.unmapped()));
    }
    if (parts.isEmpty()) {
      parts.add(markup.strong(needs.token() ? "any token" : "public"));
    }
    return String.join("; ", parts);
  }

  /** Returns the capabilities that are needed, or nothing. */
  String capabilities(CallNeeds needs) {
    List<String> parts = new ArrayList<>();
    if (!needs.all().isEmpty()) {
      parts.add(all(needs.all()));
    }
    boolean isOnly = needs.all().isEmpty() && needs.oneOf().size() == 1;
    needs.oneOf().stream()
        .map(this::alternatives)
        .map(choice -> isOnly ? choice : "(" + choice + ")")
        .forEach(parts::add);
    return String.join(", and ", parts);
  }

  /** Returns what a condition needs besides, {@code nothing} where all is had already. */
  String further(CommandEntry entry, CommandEntry.Further further) {
    CallNeeds needs = further.needs();
    boolean isNothing =
        needs.areMet() && needs.unmapped().isEmpty() && (entry.always().token() || !needs.token());
    return isNothing ? "nothing" : needs(needs);
  }

  /**
   * Returns how a documented alternative, which is named when it is one of several, differs from
   * what is needed; nothing where it does not.
   */
  String difference(CommandEntry entry, CommandEntry.Difference difference) {
    Documented documented = difference.documented();
    List<String> parts = new ArrayList<>();
    if (documented.understates()) {
      String missing = capabilities(documented.besides());
      parts.add(markup.strong("leaves out") + " " + (missing.isEmpty() ? "the token" : missing));
    }
    Set<Capability> superfluous = difference.superfluous();
    if (!superfluous.isEmpty()) {
      parts.add(markup.strong("not needed") + ": " + all(superfluous));
    }
    return parts.isEmpty() || entry.differences().size() == 1
        ? String.join(", ", parts)
        : all(documented.alternative()) + ": " + String.join(", ", parts);
  }

  /** Returns the calls, operations by their ids. */
  String calls(Collection<Call> calls) {
    return calls.stream().map(this::call).collect(joining(", "));
  }

  private String call(Call call) {
    return call instanceof Call.Known known
        ? markup.code(known.operation().id())
        : markup.text(call.toString());
  }

  /**
   * Returns what must be true of the token's account; the empty text where a template has no
   * parameter and the catalogue names no account.
   */
  String account(AccountRule rule) {
    if (rule.unchecked().isPresent()) {
      return rule.unchecked().get() == AccountRule.Unchecked.NOT_CHECKED ? "not checked" : "";
    }
    return rule.checks().stream().map(this::account).collect(joining(" and "));
  }

  private String account(AccountCheck check) {
    if (check instanceof AccountCheck.Owned owned) {
      return markup.text(owned.kind())
          + " "
          + markup.code(owned.parameter())
          + " belongs to the account";
    }
    return check instanceof AccountCheck.InPath inPath
        ? markup.code(inPath.parameter()) + " is the account"
        : "the request names the account";
  }

  /** Returns names or raw strings, separated by commas. */
  String codes(Collection<String> codes) {
    return codes.stream().map(markup::code).collect(joining(", "));
  }

  /** Returns how much there is: {@code 11 capabilities, 24 operations, 1 command}. */
  static String counts(Catalogue catalogue) {
    int capabilities = catalogue.capabilities().size();
    return (capabilities == 1 ? "1 capability" : capabilities + " capabilities")
        + ", "
        + count(catalogue.operations().size(), "operation")
        + ", "
        + count(catalogue.commands().size(), "command");
  }

  /** Returns a number with its noun: {@code 1 command}. */
  static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
