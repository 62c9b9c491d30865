package dev.warder.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.engine.Decision;
import dev.warder.engine.Explanation;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The body of an answer to a denied request: problem details (RFC 9457). It has no {@code type}, so
 * its {@code title} is the status in words; what to branch on is the {@code reason}.
 */
final class ProblemDetails {
  private static final JsonFactory JSON = new JsonFactory();

  private final AnswerParts parts;

  ProblemDetails(AnswerParts parts) {
    this.parts = parts;
  }

  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      GateReason reason = parts.reason();
      json.writeStringField("title", reason.phrase());
      json.writeNumberField("status", reason.status());
      json.writeStringField("detail", reason.detail());
      json.writeStringField("reason", reason.told());
      Optional<Operation> operation = toldOperation();
      if (operation.isPresent()) {
        write(json, operation.get());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // text in memory has none
    }
    return text.toString();
  }

  /** Returns the operation, where the caller may know it. */
  private Optional<Operation> toldOperation() {
    return parts.token().isEmpty()
            || parts.reason() == GateReason.WRONG_ACCOUNT
            || parts.policy().answers().disclosure() == Disclosure.REASON
        ? Optional.empty()
        : parts.decision().flatMap(Decision::operation);
  }

  private void write(JsonGenerator json, Operation operation) throws IOException {
    json.writeObjectFieldStart("operation");
    json.writeStringField("name", operation.id());
    json.writeStringField("method", operation.method());
    json.writeStringField("path", operation.template().toString());
    json.writeStringField("summary", operation.summary());
    json.writeEndObject();
    if (parts.policy().answers().disclosure() == Disclosure.CAPABILITIES) {
      Explanation explanation = new Needed(parts).explanation();
      if (parts.reason() == GateReason.MISSING_CAPABILITY) {
        if (operation.requirement() instanceof Alternatives alternatives) {
          writeLists(json, "required", alternatives.asList());
        }
        writeLists(json, "missing", explanation.missing());
        json.writeFieldName("enough");
        writeList(json, explanation.enough());
      }
      if (explanation.documentation().isPresent()) {
        json.writeStringField("documentation", explanation.documentation().get());
      }
      json.writeStringField("fingerprint", explanation.fingerprint());
    }
  }

  private static void writeLists(
      JsonGenerator json, String name, Iterable<? extends Iterable<Capability>> lists)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Iterable<Capability> list : lists) {
      writeList(json, list);
    }
    json.writeEndArray();
  }

  private static void writeList(JsonGenerator json, Iterable<Capability> list) throws IOException {
    json.writeStartArray();
    for (Capability capability : list) {
      json.writeStartObject();
      json.writeStringField("capability", capability.raw());
      json.writeStringField("label", capability.label());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
