package dev.warder.cli;

import dev.warder.authority.KeyInfo;
import dev.warder.authority.StoreFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Lists the keys that tokens are signed by. */
@Command(
    name = "list",
    customSynopsis = "warder keys list [OPTION]...",
    header = "Lists the keys that tokens are signed by, and what each is for now.",
    optionListHeading = "%n",
    footer = {
      "",
      "waiting: published, signs later. signing. verifying: tokens of its are left.",
      "retired: nothing of it is kept.",
      "",
      "Exit codes: 0, also where there is none; 2 no answer.",
      "",
      "Examples:",
      "  warder keys list",
      "  warder keys list --json"
    })
final class KeysListCommand extends AuthorityTask {

  @Override
  int answer(Authority authority) throws NoAnswer, StoreFailure, IOException {
    print(authority.keys().list(), json, authority.console());
    return ExitCode.ALLOWED;
  }

  static void print(List<KeyInfo> keys, boolean isJson, Console console) throws IOException {
    if (isJson) {
      Json.print(
          console.out(),
          json -> {
            json.writeArrayFieldStart("keys");
            for (KeyInfo key : keys) {
              json.writeStartObject();
              json.writeStringField("id", key.id());
              json.writeStringField("algorithm", key.algorithm().code());
              json.writeStringField("createdAt", key.createdAt().toString());
              json.writeStringField("signsFrom", key.signsFrom().toString());
              TokenInfoOutput.writeTime(json, "retiredAt", key.retiredAt());
              json.writeStringField("state", state(key));
              json.writeEndObject();
            }
            json.writeEndArray();
          });
      return;
    }
    Table table = new Table("KEY", "ALGORITHM", "CREATED", "SIGNS FROM", "RETIRED", "STATE");
    for (KeyInfo key : keys) {
      table.row(
          Shown.whole(key.id()),
          key.algorithm().code(),
          key.createdAt().toString(),
          key.signsFrom().toString(),
          key.retiredAt().map(Instant::toString).orElse(""),
          state(key));
    }
    table.print(console);
  }

  private static String state(KeyInfo key) {
    return key.state().name().toLowerCase(Locale.ROOT);
  }
}
