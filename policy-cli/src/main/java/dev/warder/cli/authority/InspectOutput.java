package dev.warder.cli.authority;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.ForeignJson;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Style;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.UnverifiedToken;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;

/** What a token says that nobody verified, and what is wrong with it. */
final class InspectOutput {
  private InspectOutput() {}

  static void print(UnverifiedToken token, Instant now, Console console) {
    PrintWriter out = console.out();
    out.println(
        console.styled(Style.DOUBTFUL, "UNVERIFIED") + ": anybody may have written what follows");
    print("header", token.header(), out);
    print("claims", token.claims(), out);
    out.println("time: " + now);
    if (token.faults().isEmpty()) {
      out.println("faults: none that can be told without keys, issuer and audience");
      return;
    }
    out.println("faults:");
    for (TokenFault fault : token.faults()) {
      out.println("  " + console.styled(Style.BAD, fault.code()) + ": " + fault.message());
    }
  }

  private static void print(String name, Optional<String> text, PrintWriter out) {
    if (text.isEmpty()) {
      out.println(name + ": cannot be read");
      return;
    }
    out.println(name + ":");
    String foreign = text.get();
    ForeignJson.indented(foreign)
        .ifPresentOrElse(
            json -> json.lines().forEach(line -> out.println("  " + Shown.whole(line))),
            () -> out.println("  " + Shown.whole(foreign)));
  }

  static void write(JsonObject json, UnverifiedToken token, Instant now) {
    json.put("verified", false);
    json.putForeign("header", token.header());
    json.putForeign("claims", token.claims());
    json.put("time", now);
    json.putObjects(
        "faults",
        token.faults(),
        (object, fault) -> {
          object.put("fault", fault.code());
          object.put("reason", fault.reason().code());
          object.put("message", fault.message());
        });
  }
}
