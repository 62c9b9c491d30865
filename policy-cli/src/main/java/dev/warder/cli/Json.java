package dev.warder.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;

/** Answers for programs: one object on one line, in ASCII. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** Writes the members of an object. */
  @FunctionalInterface
  interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private Json() {}

  /** Prints an object that begins with {@code "format": 1}. */
  static void print(PrintWriter out, Members members) throws IOException {
    out.println(
        object(
            json -> {
              json.writeNumberField("format", 1);
              members.write(json);
            }));
  }

  /** Returns an object. */
  static String object(Members members) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    // Delete is ASCII and legal in JSON, but nothing for a terminal.
    return text.toString().replace("\u007F", "\\u007F");
  }

  /**
   * Writes a value that is JSON already, as this program writes it; what is none is written as a
   * text, so that it cannot be taken for anything else of the answer.
   */
  static void writeParsed(JsonGenerator json, String value) throws IOException {
    if (!isOne(value)) {
      json.writeString(value);
      return;
    }
    try (JsonParser parser = FACTORY.createParser(value)) {
      JsonToken unused = parser.nextToken();
      json.copyCurrentStructure(parser);
    }
  }

  /** Returns whether a text is one JSON value, with nothing behind it. */
  private static boolean isOne(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Writes which catalogue an answer comes from. */
  static void writeCatalogue(JsonGenerator json, Catalogue catalogue) throws IOException {
    json.writeStringField("catalogue", catalogue.name());
    json.writeStringField("version", catalogue.version());
    json.writeStringField("fingerprint", catalogue.fingerprint());
  }

  /** Writes alternatives, each the list of its capabilities. */
  static void writeAlternatives(
      JsonGenerator json, String name, Collection<? extends Collection<Capability>> alternatives)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Collection<Capability> all : alternatives) {
      json.writeStartArray();
      for (Capability capability : all) {
        json.writeString(capability.raw());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Writes the raw strings of capabilities. */
  static void writeCapabilities(
      JsonGenerator json, String name, Collection<Capability> capabilities) throws IOException {
    List<String> raws = capabilities.stream().map(Capability::raw).toList();
    writeStrings(json, name, raws);
  }

  static void writeStrings(JsonGenerator json, String name, Collection<String> strings)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }
}
