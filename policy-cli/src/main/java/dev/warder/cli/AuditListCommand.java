package dev.warder.cli;

import dev.warder.authority.AuditEntry;
import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was done. */
@Command(
    name = "list",
    customSynopsis = "warder audit list [OPTION]...",
    header = "Lists what was done in the accounts that you manage, and to keys.",
    optionListHeading = "%n",
    footer = {
      "",
      "Exit codes: 0 here it is, 1 it was refused, 2 no answer.",
      "",
      "Examples:",
      "  warder audit list",
      "  warder audit list --after 100 --json"
    })
final class AuditListCommand extends AuthorityTask {
  private static final int MOST = 1_000;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "How many at most, up to 1000; 100 unless said.")
  int most = 100;

  @Option(
      names = "--after",
      paramLabel = "POSITION",
      description = "Where to go on: the last position before.")
  long after;

  @Override
  void check(Console console) throws NoAnswer {
    if (most < 1 || most > MOST) {
      throw NoAnswer.usage("--most is from 1 to 1000, not " + most);
    }
    if (after < 0) {
      throw NoAnswer.usage("--after is 0 or more, not " + after);
    }
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure, IOException {
    List<AuditEntry> entries = authority.audit().list(authority.actor(), after, most);
    if (json) {
      Json.print(
          authority.console().out(),
          json -> {
            json.writeArrayFieldStart("entries");
            for (AuditEntry entry : entries) {
              json.writeStartObject();
              json.writeNumberField("position", entry.position());
              json.writeStringField("at", entry.at().toString());
              json.writeStringField("actor", entry.actor());
              json.writeStringField("action", entry.action());
              json.writeStringField("account", entry.account().orElse(null));
              json.writeStringField("token", entry.token().orElse(null));
              json.writeFieldName("detail");
              Json.writeParsed(json, entry.detail());
              json.writeStringField("mac", entry.mac());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
      return ExitCode.ALLOWED;
    }
    Table table = new Table("POSITION", "AT", "ACTOR", "ACTION", "ACCOUNT", "TOKEN", "DETAIL");
    for (AuditEntry entry : entries) {
      table.row(
          String.valueOf(entry.position()),
          entry.at().toString(),
          Shown.whole(entry.actor()),
          Shown.whole(entry.action()),
          Shown.whole(entry.account().orElse("")),
          Shown.whole(entry.token().orElse("")),
          entry.detail().equals("{}") ? "" : Shown.whole(entry.detail()));
    }
    table.print(authority.console());
    return ExitCode.ALLOWED;
  }
}
