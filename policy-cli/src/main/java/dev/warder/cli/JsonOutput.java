package dev.warder.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.warder.engine.Decision;
import dev.warder.engine.Explanation;
import dev.warder.engine.Preflight.CallAnswer;
import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;

/** An answer for programs: one line with one JSON object, in ASCII. */
final class JsonOutput {
  private final JsonGenerator json;

  private JsonOutput(JsonGenerator json) {
    this.json = json;
  }

  static void print(Answer answer, Catalogue catalogue, PrintWriter out) throws IOException {
    StringWriter text = new StringWriter();
    JsonFactory factory = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    try (JsonGenerator json = factory.createGenerator(text)) {
      new JsonOutput(json).write(answer, catalogue);
    }
    // Delete is ASCII and legal in JSON, but nothing for a terminal.
    out.println(text.toString().replace("\u007F", "\\u007F"));
  }

  private void write(Answer answer, Catalogue catalogue) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", 1);
    json.writeBooleanField("allowed", answer.isAllowed());
    if (answer instanceof DecisionAnswer decision) {
      write(decision);
    } else if (answer instanceof CommandAnswer command) {
      write(command);
    }
    writeStrings("unknownCapabilities", answer.grant().unknown());
    json.writeStringField("catalogue", catalogue.name());
    json.writeStringField("catalogueVersion", catalogue.version());
    json.writeStringField("fingerprint", catalogue.fingerprint());
    json.writeEndObject();
  }

  private void write(DecisionAnswer answer) throws IOException {
    Decision decision = answer.decision();
    Explanation explanation = answer.explanation();
    writeReason(decision.reason());
    if (decision.operation().isPresent()) {
      json.writeStringField("operation", decision.operation().get().id());
    }
    if (decision.reason() == Reason.MISSING_CAPABILITY) {
      writeMissing(explanation.missing());
      writeCapabilities("enough", explanation.enough());
    }
    if (decision.reason() == Reason.METHOD_NOT_ALLOWED) {
      writeStrings("allow", decision.allow());
    }
  }

  private void write(CommandAnswer answer) throws IOException {
    writeReason(answer.preflight().reason());
    json.writeStringField("command", answer.command().name());
    writeStrings("conditions", answer.chosen());
    json.writeArrayFieldStart("calls");
    for (CallAnswer call : answer.preflight().calls()) {
      json.writeStartObject();
      json.writeStringField("call", call.call().toString());
      json.writeStringField("reason", call.reason().code());
      if (call.reason() == Reason.MISSING_CAPABILITY) {
        writeMissing(call.missing());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    writeCapabilities("enough", answer.preflight().enough());
    json.writeArrayFieldStart("documented");
    for (Documented documented : answer.documented()) {
      json.writeStartObject();
      json.writeStringField("requirement", documented.words());
      json.writeBooleanField("understates", documented.understates());
      writeCapabilities("missing", documented.missing());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeReason(Reason reason) throws IOException {
    json.writeStringField("reason", reason.code());
    json.writeNumberField("status", reason.status());
  }

  private void writeMissing(List<List<Capability>> alternatives) throws IOException {
    json.writeArrayFieldStart("missing");
    for (List<Capability> all : alternatives) {
      json.writeStartArray();
      for (Capability capability : all) {
        json.writeString(capability.raw());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeCapabilities(String name, Collection<Capability> capabilities)
      throws IOException {
    writeStrings(name, capabilities.stream().map(Capability::raw).toList());
  }

  private void writeStrings(String name, Collection<String> strings) throws IOException {
    json.writeArrayFieldStart(name);
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }
}
