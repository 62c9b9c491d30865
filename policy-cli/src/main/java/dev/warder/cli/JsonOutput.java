package dev.warder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.analysis.reference.Documented;
import dev.warder.engine.Decision;
import dev.warder.engine.Explanation;
import dev.warder.engine.Preflight.CallAnswer;
import dev.warder.engine.Reason;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;

/** An answer of {@code check}, for programs. */
final class JsonOutput {
  private final JsonGenerator json;

  private JsonOutput(JsonGenerator json) {
    this.json = json;
  }

  static void print(Answer answer, Catalogue catalogue, PrintWriter out) throws IOException {
    Json.print(out, json -> new JsonOutput(json).write(answer, catalogue));
  }

  private void write(Answer answer, Catalogue catalogue) throws IOException {
    json.writeBooleanField("allowed", answer.isAllowed());
    if (answer instanceof DecisionAnswer decision) {
      write(decision);
    } else if (answer instanceof CommandAnswer command) {
      write(command);
    }
    Json.writeStrings(json, "unknownCapabilities", answer.grant().unknown());
    Json.writeCatalogue(json, catalogue);
  }

  private void write(DecisionAnswer answer) throws IOException {
    Decision decision = answer.decision();
    Explanation explanation = answer.explanation();
    writeReason(decision.reason());
    if (decision.operation().isPresent()) {
      json.writeStringField("operation", decision.operation().get().id());
    }
    if (decision.reason() == Reason.MISSING_CAPABILITY) {
      Json.writeAlternatives(json, "missing", explanation.missing());
      Json.writeCapabilities(json, "enough", explanation.enough());
    }
    if (decision.reason() == Reason.METHOD_NOT_ALLOWED) {
      Json.writeStrings(json, "allow", decision.allow());
    }
  }

  private void write(CommandAnswer answer) throws IOException {
    writeReason(answer.preflight().reason());
    json.writeStringField("command", answer.command().name());
    Json.writeStrings(json, "when", answer.chosen());
    writeCalls(json, answer.preflight().calls());
    Json.writeCapabilities(json, "enough", answer.preflight().enough());
    json.writeArrayFieldStart("documented");
    for (Documented documented : answer.documented()) {
      json.writeStartObject();
      json.writeStringField("requirement", documented.words());
      json.writeBooleanField("understates", documented.understates());
      Json.writeCapabilities(json, "missing", documented.missing());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeReason(Reason reason) throws IOException {
    json.writeStringField("reason", reason.code());
    json.writeNumberField("status", reason.status());
  }

  /** Writes calls, each with its reason and what it misses. */
  static void writeCalls(JsonGenerator json, Collection<CallAnswer> calls) throws IOException {
    json.writeArrayFieldStart("calls");
    for (CallAnswer call : calls) {
      json.writeStartObject();
      json.writeStringField("call", call.call().toString());
      json.writeStringField("reason", call.reason().code());
      if (call.reason() == Reason.MISSING_CAPABILITY) {
        Json.writeAlternatives(json, "missing", call.missing());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
