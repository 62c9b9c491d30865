package dev.warder.cli;

import dev.warder.authority.AccountInfo;
import dev.warder.authority.StoreFailure;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the accounts that a user is in. */
@Command(
    name = "list",
    customSynopsis = "warder account list [OPTION]...",
    header = "Lists the accounts that you are a member of, and as what.",
    optionListHeading = "%n",
    footer = {
      "",
      "Exit codes: 0, also where there is none; 2 no answer.",
      "",
      "Examples:",
      "  warder account list",
      "  warder account list --as bob --json"
    })
final class AccountListCommand extends AuthorityTask {

  @Override
  int answer(Authority authority) throws StoreFailure, IOException {
    List<AccountInfo> accounts = authority.accounts().list(authority.actor());
    if (json) {
      Json.print(
          authority.console().out(),
          json -> {
            json.writeArrayFieldStart("accounts");
            for (AccountInfo account : accounts) {
              json.writeStartObject();
              json.writeStringField("id", account.id());
              json.writeStringField("name", account.name());
              json.writeStringField("role", account.role().text());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
      return ExitCode.ALLOWED;
    }
    Table table = new Table("ACCOUNT", "NAME", "ROLE");
    for (AccountInfo account : accounts) {
      table.row(Shown.whole(account.id()), Shown.whole(account.name()), account.role().text());
    }
    table.print(authority.console());
    return ExitCode.ALLOWED;
  }
}
