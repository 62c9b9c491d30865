package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.NoAnswer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds an account with its first admin, and the store where there is none. */
@Command(
    name = "add",
    customSynopsis = "warder account add ID [OPTION]...",
    header = "Adds an account with its first admin. Makes the store if there is none.",
    footer = {
      "",
      "The command acts as the store's operator: the audit names (operator USER).",
      "",
      "Exit codes: 0 added, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder account add A --name \"Example Ltd\"",
      "  warder account add B --admin bob --store tokens.db"
    })
final class AccountAddCommand extends AuthorityTask {
  @Parameters(paramLabel = "ID", description = "The account's id, which never changes.")
  String id = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The account's name; by default its id.")
  @Nullable String name;

  @Option(names = "--admin", paramLabel = "USER", description = "The first admin; by default you.")
  @Nullable String admin;

  @Override
  boolean makesStore() {
    return true;
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure {
    String first =
        admin == null ? authority.actor().user() : StoreOptions.user(admin, "--admin").user();
    try {
      authority.accounts().add(authority.operator(), id, name == null ? id : name, first);
    } catch (IllegalArgumentException e) {
      throw NoAnswer.usage(String.valueOf(e.getMessage()));
    }
    json.print(
        authority.console(),
        to -> {
          to.println("ADDED");
          String account = name == null ? id : id + " (" + name + ")";
          new NamedRows().add("account", account).add("admin", first).print(to);
        },
        object -> {
          object.put("account", id);
          object.put("admin", first);
        });
    return ALLOWED;
  }
}
