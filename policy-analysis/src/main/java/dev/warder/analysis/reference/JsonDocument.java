package dev.warder.analysis.reference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.warder.analysis.reference.Entries.CapabilityEntry;
import dev.warder.model.Access;
import dev.warder.model.AccountCheck;
import dev.warder.model.AccountRule;
import dev.warder.model.Alternatives;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The reference as JSON, as {@link Reference#json} describes it. */
final class JsonDocument {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Catalogue catalogue;
  private final Entries entries;

  JsonDocument(Catalogue catalogue, Entries entries) {
    this.catalogue = catalogue;
    this.entries = entries;
  }

  String render() {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      generator.setCharacterEscapes(new HarmlessJson());
      new Writer(generator).write(catalogue, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** Writes the parts, each as one value. */
  private record Writer(JsonGenerator json) {
    void write(Catalogue catalogue, Entries entries) throws IOException {
      json.writeStartObject();
      json.writeNumberField("format", 1);
      json.writeStringField("catalogue", catalogue.name());
      json.writeStringField("version", catalogue.version());
      json.writeStringField("title", catalogue.title());
      writeIfPresent("documentation", catalogue.documentation().orElse(""));
      json.writeStringField("fingerprint", catalogue.fingerprint());
      writeList("capabilities", entries.capabilities(), this::write);
      writeList("operations", catalogue.operations(), this::write);
      writeList("commands", entries.commands(), this::write);
      json.writeEndObject();
    }

    private void write(CapabilityEntry entry) throws IOException {
      Capability capability = entry.capability();
      json.writeStartObject();
      json.writeStringField("capability", capability.raw());
      json.writeStringField("label", capability.label());
      json.writeStringField("category", capability.category().label());
      writeIfPresent("access", capability.access().map(Access::word).orElse(""));
      writeIfPresent("implies", capability.implies());
      writeIfPresent("escalates", capability.escalates().orElse(""));
      writeObjects(
          "operations",
          entry.operations(),
          use -> {
            json.writeStringField("operation", use.operation().id());
            json.writeBooleanField("together", use.together());
          });
      writeObjects(
          "commands",
          entry.commands(),
          use -> {
            json.writeStringField("command", use.command().name());
            json.writeBooleanField("together", use.together());
            writeIfPresent("when", use.when());
          });
      json.writeEndObject();
    }

    private void write(Operation operation) throws IOException {
      json.writeStartObject();
      json.writeStringField("operation", operation.id());
      json.writeStringField("method", operation.method());
      json.writeStringField("path", operation.template().toString());
      json.writeStringField("summary", operation.summary());
      writeRequirement("requires", operation.requirement());
      writeIfPresent(
          "preferred",
          operation.requirement().preferred().stream()
              .flatMap(Set::stream)
              .map(Capability::raw)
              .toList());
      AccountRule rule = operation.accountRule();
      writeIfPresent("account", rule.account().orElse(""));
      if (!rule.owners().isEmpty()) {
        json.writeObjectFieldStart("owner");
        for (AccountCheck.Owned owned : rule.owners()) {
          json.writeStringField(owned.kind(), owned.parameter());
        }
        json.writeEndObject();
      }
      writeIfPresent("documentation", operation.documentation().orElse(""));
      json.writeEndObject();
    }

    private void write(CommandEntry entry) throws IOException {
      Command command = entry.command();
      json.writeStartObject();
      json.writeStringField("command", command.name());
      writeIfPresent("aliases", command.aliases());
      writeIfPresent("former", command.former());
      writeCalls("calls", command.calls());
      writeNeeds("needs", entry.always());
      writeObjects(
          "when",
          entry.when(),
          further -> {
            json.writeStringField("name", further.condition().name());
            json.writeStringField("condition", further.condition().description());
            writeCalls("calls", further.condition().calls());
            writeNeeds("needs", further.needs());
          });
      if (command.documented().isPresent()) {
        writeRequirement("documented", command.documented().get());
      }
      writeObjects(
          "differences",
          entry.differences(),
          difference -> {
            writeCapabilities("alternative", difference.documented().alternative());
            json.writeBooleanField("understates", difference.documented().understates());
            writeNeeds("missing", difference.documented().besides());
            writeCapabilities("superfluous", difference.superfluous());
          });
      json.writeEndObject();
    }

    private void writeNeeds(String name, CallNeeds needs) throws IOException {
      json.writeObjectFieldStart(name);
      json.writeBooleanField("token", needs.token());
      writeCapabilities("all", needs.all());
      writeList("oneOf", needs.oneOf(), this::writeAlternatives);
      writeCalls("unmapped", needs.unmapped());
      json.writeEndObject();
    }

    private void writeCalls(String name, List<Call> calls) throws IOException {
      writeList(name, calls, this::write);
    }

    private void write(Call call) throws IOException {
      if (call instanceof Call.Known known) {
        json.writeString(known.operation().id());
      } else {
        json.writeStartObject();
        json.writeStringField("unspecified", call.toString());
        json.writeEndObject();
      }
    }

    private void writeRequirement(String name, Requirement requirement) throws IOException {
      json.writeFieldName(name);
      if (requirement instanceof Alternatives alternatives) {
        writeAlternatives(alternatives.asList());
      } else {
        json.writeString(requirement.toString());
      }
    }

    private void writeAlternatives(Collection<? extends Collection<Capability>> alternatives)
        throws IOException {
      json.writeStartArray();
      for (Collection<Capability> all : alternatives) {
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

    private void writeIfPresent(String name, Collection<String> texts) throws IOException {
      if (!texts.isEmpty()) {
        writeStrings(name, texts);
      }
    }

    private void writeIfPresent(String name, String text) throws IOException {
      if (!text.isEmpty()) {
        json.writeStringField(name, text);
      }
    }

    private void writeStrings(String name, Collection<String> texts) throws IOException {
      writeList(name, texts, json::writeString);
    }

    private <T> void writeObjects(String name, Iterable<T> items, Item<T> members)
        throws IOException {
      writeList(
          name,
          items,
          item -> {
            json.writeStartObject();
            members.write(item);
            json.writeEndObject();
          });
    }

    private <T> void writeList(String name, Iterable<T> items, Item<T> one) throws IOException {
      json.writeArrayFieldStart(name);
      for (T item : items) {
        one.write(item);
      }
      json.writeEndArray();
    }

    private interface Item<T> {
      void write(T item) throws IOException;
    }
  }
}
