package dev.warder.cli.check;

import dev.warder.cli.catalogue.CatalogueOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.engine.Match;
import dev.warder.engine.Match.Resource;
import dev.warder.engine.Ownership;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import dev.warder.model.Operation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who owns what, in the words {@code KIND/ID=ACCOUNT}. The account is what stands after the last
 * {@code =} and the id what stands after the last {@code /} before that, so that an id may have a
 * {@code =}, an account or a kind a {@code /}.
 */
final class Owners implements ResourceOwners {
  private final Map<String, Map<String, @Nullable String>> accounts;

  /** Takes the account of each resource, by kind and id; null for one that cannot be looked up. */
  Owners(Map<String, Map<String, @Nullable String>> accounts) {
    this.accounts = accounts;
  }

  static Owners parse(List<String> options) throws NoAnswer {
    Map<String, Map<String, @Nullable String>> accounts = new LinkedHashMap<>();
    for (String option : options) {
      int equals = option.lastIndexOf('=');
      int slash = option.lastIndexOf('/', equals);
      if (slash < 1 || slash + 1 == equals || equals + 1 == option.length()) {
        throw NoAnswer.usage(
            "--owner is KIND/ID=ACCOUNT, such as app/28AB9a=A, not " + Shown.quoted(option));
      }
      String account = option.substring(equals + 1);
      String before =
          accounts
              .computeIfAbsent(option.substring(0, slash), kind -> new HashMap<>())
              .putIfAbsent(option.substring(slash + 1, equals), account);
      if (before != null && !before.equals(account)) {
        throw NoAnswer.usage(
            "--owner gives "
                + Shown.quoted(option.substring(0, equals))
                + " two accounts, "
                + Shown.quoted(before)
                + " and "
                + Shown.quoted(account));
      }
    }
    return new Owners(accounts);
  }

  /** Checks that there are no other kinds than these of a catalogue. */
  void checkKinds(Set<String> kinds, Unknown unknown) throws NoAnswer {
    for (String kind : accounts.keySet()) {
      if (!kinds.contains(kind)) {
        NoAnswer answer = unknown.name("kind of resource", kind, kinds);
        throw kinds.equals(kinds(ControlApi.catalogue()))
            ? NoAnswer.because(answer.message() + CatalogueOption.HINT)
            : answer;
      }
    }
  }

  /** Returns the kinds of resources that the catalogue has owners of. */
  static Set<String> kinds(Catalogue catalogue) {
    Set<String> kinds = new LinkedHashSet<>();
    for (Operation operation : catalogue.operations()) {
      operation.accountRule().owners().forEach(owned -> kinds.add(owned.kind()));
    }
    return kinds;
  }

  /** Returns the resources of a match whose owner was not given. */
  List<Resource> notGiven(Match match) {
    return match.resources().stream().filter(r -> owner(r.kind(), r.id()) == null).toList();
  }

  /** An owner that was not given is unavailable: the question is then put back. */
  @Override
  public Ownership ownership(String account, String kind, String path, int start, int end) {
    String owner = owner(kind, path.substring(start, end));
    if (owner == null) {
      return Ownership.UNAVAILABLE;
    }
    return owner.equals(account) ? Ownership.OWNED : Ownership.NOT_OWNED;
  }

  private @Nullable String owner(String kind, String id) {
    return accounts.getOrDefault(kind, Map.of()).get(id);
  }
}
