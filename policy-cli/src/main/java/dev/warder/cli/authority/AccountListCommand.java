package dev.warder.cli.authority;

import dev.warder.authority.AccountInfo;
import dev.warder.authority.StoreFailure;
import dev.warder.cli.text.TextTable;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the accounts that a user is in. */
@Command(
    name = "list",
    customSynopsis = "warder account list [OPTION]...",
    header = "Lists the accounts that you are a member of, with your roles.",
    footer = {
      "",
      "Exit codes: 0 listed, also when there are none; 2 no answer.",
      "",
      "Examples:",
      "  warder account list",
      "  warder account list --as bob --json"
    })
final class AccountListCommand extends AuthorityTask {

  @Override
  int answer(Authority authority) throws StoreFailure {
    List<AccountInfo> accounts = authority.accounts().list(authority.actor());
    json.print(
        authority.console(),
        to -> {
          TextTable table = new TextTable("ACCOUNT", "NAME", "ROLE");
          accounts.forEach(
              account -> table.row(account.id(), account.name(), account.role().text()));
          table.print(to);
        },
        answer ->
            answer.putObjects(
                "accounts",
                accounts,
                (object, account) -> {
                  object.put("id", account.id());
                  object.put("name", account.name());
                  object.put("role", account.role().text());
                }));
    return ALLOWED;
  }
}
