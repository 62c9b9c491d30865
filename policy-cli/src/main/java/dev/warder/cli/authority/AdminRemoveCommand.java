package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.cli.text.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a user out of an account. */
@Command(
    name = "remove",
    customSynopsis = "warder admin remove USER [OPTION]...",
    header = "Removes a user from an account.",
    footer = {
      "",
      "Tokens that were issued in the user's name stay valid. To revoke them, use",
      "warder token revoke-all --user.",
      "",
      "Exit codes: 0 removed, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder admin remove bob",
      "  warder admin remove bob --account A --json"
    })
final class AdminRemoveCommand extends AuthorityTask {
  @Parameters(paramLabel = "USER", description = "The user.")
  String user = "";

  @Mixin AccountOption account;

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure {
    String from = account.in(authority);
    authority.accounts().removeMember(authority.actor(), from, user);
    AdminAddCommand.printMember("REMOVED", from, user, null, json, authority.console());
    return ALLOWED;
  }
}
