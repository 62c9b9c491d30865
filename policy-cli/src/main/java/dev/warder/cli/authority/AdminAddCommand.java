package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.Role;
import dev.warder.authority.StoreFailure;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a user a role in an account. */
@Command(
    name = "add",
    customSynopsis = "warder admin add USER [OPTION]...",
    header = "Makes a user an admin of an account, or gives the user another role.",
    footer = {
      "",
      "Owners and admins manage an account's tokens and members; developers and",
      "billing do not. An account keeps its last owner or admin.",
      "",
      "Exit codes: 0 done, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder admin add bob",
      "  warder admin add carol --account A --role developer"
    })
final class AdminAddCommand extends AuthorityTask {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user = "";

  @Mixin AccountOption account;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "The role: admin (the default), owner, developer or billing.")
  String role = "admin";

  @Override
  void check(Console console) throws NoAnswer {
    String unused = role().text();
  }

  private Role role() throws NoAnswer {
    return OptionValue.choose("--role", role, Role.values(), Role::text);
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure {
    String in = account.in(authority);
    String member = StoreOptions.user(user, "USER").user();
    authority.accounts().setRole(authority.actor(), in, member, role());
    printMember("SET", in, member, role, json, authority.console());
    return ALLOWED;
  }

  /** Prints what a user is in an account now. */
  static void printMember(
      String done,
      String account,
      String user,
      @Nullable String role,
      JsonOption json,
      Console console) {
    json.print(
        console,
        to -> {
          to.println(done);
          new NamedRows()
              .add("account", account)
              .add("user", user)
              .add("role", role == null ? "none" : role)
              .print(to);
        },
        object -> {
          object.put("account", account);
          object.put("user", user);
          object.put("role", role);
        });
  }
}
