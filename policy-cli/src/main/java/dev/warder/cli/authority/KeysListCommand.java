package dev.warder.cli.authority;

import dev.warder.authority.KeyInfo;
import dev.warder.authority.StoreFailure;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.TextTable;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Lists the keys that tokens are signed by. */
@Command(
    name = "list",
    customSynopsis = "warder keys list [OPTION]...",
    header = "Lists the keys that sign tokens, with the state of each.",
    footer = {
      "",
      "States:",
      "  waiting    published, and signs later",
      "  signing    signs new tokens",
      "  verifying  signs no more; tokens that it signed are still valid",
      "  retired    its private key is deleted",
      "",
      "Times are in UTC, cut to the minute; --json shows them whole.",
      "",
      "Exit codes: 0 listed, also when there are none; 2 no answer.",
      "",
      "Examples:",
      "  warder keys list",
      "  warder keys list --json"
    })
final class KeysListCommand extends AuthorityTask {

  @Override
  int answer(Authority authority) throws NoAnswer, StoreFailure {
    print(authority.keys().list(), json, authority.console());
    return ALLOWED;
  }

  static void print(List<KeyInfo> keys, JsonOption json, Console console) {
    json.print(
        console,
        to -> table(keys).print(to),
        object -> object.putObjects("keys", keys, KeysListCommand::write));
  }

  private static TextTable table(List<KeyInfo> keys) {
    TextTable table =
        new TextTable("KEY", "ALGORITHM", "CREATED", "SIGNS FROM", "RETIRED", "STATE")
            .keepWhole("KEY");
    for (KeyInfo key : keys) {
      table.row(
          key.id(),
          key.algorithm().code(),
          ShortTime.of(key.createdAt()),
          ShortTime.of(key.signsFrom()),
          key.retiredAt().map(ShortTime::of),
          state(key));
    }
    return table;
  }

  private static void write(JsonObject json, KeyInfo key) {
    json.put("id", key.id());
    json.put("algorithm", key.algorithm().code());
    json.put("createdAt", key.createdAt());
    json.put("signsFrom", key.signsFrom());
    json.put("retiredAt", key.retiredAt());
    json.put("state", state(key));
  }

  private static String state(KeyInfo key) {
    return key.state().name().toLowerCase(Locale.ROOT);
  }
}
