package dev.warder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.UnverifiedToken;
import java.io.IOException;
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

  static void printJson(UnverifiedToken token, Instant now, Console console) throws IOException {
    Json.print(
        console.out(),
        json -> {
          json.writeBooleanField("verified", false);
          write(json, "header", token.header());
          write(json, "claims", token.claims());
          json.writeStringField("time", now.toString());
          json.writeArrayFieldStart("faults");
          for (TokenFault fault : token.faults()) {
            json.writeStartObject();
            json.writeStringField("fault", fault.code());
            json.writeStringField("reason", fault.reason().code());
            json.writeStringField("message", fault.message());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** An object as such; other text as text; null where there is not even that. */
  private static void write(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    json.writeFieldName(name);
    Optional<String> object = text.flatMap(ForeignJson::object);
    if (object.isPresent()) {
      json.writeRawValue(object.get());
    } else {
      json.writeString(text.orElse(null));
    }
  }
}
