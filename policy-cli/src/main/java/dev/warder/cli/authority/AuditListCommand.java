package dev.warder.cli.authority;

import dev.warder.authority.AuditEntry;
import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.TextTable;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what was done. */
@Command(
    name = "list",
    customSynopsis = "warder audit list [OPTION]...",
    header = "Lists what was done in the accounts that you manage, and to keys.",
    footer = {
      "",
      "Exit codes: 0 listed, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder audit list",
      "  warder audit list --after 100 --json"
    })
final class AuditListCommand extends AuthorityTask {
  @Mixin Paging paging;

  @Override
  void check(Console console) throws NoAnswer {
    paging.check();
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure {
    List<AuditEntry> entries = authority.audit().list(authority.actor(), paging.after, paging.most);
    json.print(
        authority.console(),
        to -> table(entries).print(to),
        object -> object.putObjects("entries", entries, AuditListCommand::write));
    return ALLOWED;
  }

  private static TextTable table(List<AuditEntry> entries) {
    TextTable table =
        new TextTable("POSITION", "AT", "ACTOR", "ACTION", "ACCOUNT", "TOKEN", "DETAIL")
            .keepWhole("TOKEN");
    for (AuditEntry entry : entries) {
      table.row(
          entry.position(),
          entry.at(),
          entry.actor(),
          entry.action(),
          entry.account(),
          entry.token(),
          entry.detail().equals("{}") ? "" : entry.detail());
    }
    return table;
  }

  private static void write(JsonObject json, AuditEntry entry) {
    json.put("position", entry.position());
    json.put("at", entry.at());
    json.put("actor", entry.actor());
    json.put("action", entry.action());
    json.put("account", entry.account());
    json.put("token", entry.token());
    json.putForeign("detail", Optional.of(entry.detail()));
    json.put("mac", entry.mac());
  }
}
