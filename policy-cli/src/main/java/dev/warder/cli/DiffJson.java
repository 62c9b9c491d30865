package dev.warder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.base.Ascii;
import dev.warder.analysis.diff.CatalogueChange;
import dev.warder.analysis.diff.CatalogueDiff;
import dev.warder.analysis.diff.Example;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.util.Optional;

/** What changed between two catalogues, for programs. */
final class DiffJson {
  private final JsonGenerator json;

  DiffJson(JsonGenerator json) {
    this.json = json;
  }

  void write(CatalogueDiff diff) throws IOException {
    json.writeBooleanField("breaking", diff.isBreaking());
    json.writeBooleanField("widening", diff.isWidening());
    json.writeArrayFieldStart("changes");
    for (CatalogueChange change : diff.changes()) {
      json.writeStartObject();
      write(change);
      json.writeEndObject();
    }
    json.writeEndArray();
    write("older", diff.older());
    write("newer", diff.newer());
  }

  private void write(CatalogueChange change) throws IOException {
    json.writeStringField("sort", Ascii.toLowerCase(change.sort().name()));
    json.writeStringField("kind", Ascii.toLowerCase(change.kind().name()));
    json.writeStringField("name", change.name());
    json.writeBooleanField("breaking", change.loss().isPresent());
    json.writeBooleanField("widening", change.gain().isPresent());
    json.writeArrayFieldStart("values");
    for (CatalogueChange.Value value : change.values()) {
      json.writeStartObject();
      json.writeStringField("name", value.name());
      write("before", value.before());
      write("after", value.after());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (change.loss().isPresent()) {
      write("loss", change.loss().get());
    }
    if (change.gain().isPresent()) {
      write("gain", change.gain().get());
    }
  }

  private void write(String name, Example example) throws IOException {
    json.writeObjectFieldStart(name);
    if (example.isAnonymous()) {
      json.writeBooleanField("anonymous", true);
    } else {
      Json.writeStrings(json, "capabilities", example.capabilities());
    }
    if (example.question() instanceof Example.Question.Request request) {
      json.writeStringField("account", example.isOwnAccount() ? "own" : "other");
      json.writeStringField("method", request.method());
      json.writeStringField("path", request.path());
    } else if (example.question() instanceof Example.Question.CommandLine line) {
      json.writeStringField("command", line.spelling());
      write("when", line.condition());
    }
    json.writeEndObject();
  }

  private void write(String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  private void write(String name, Catalogue catalogue) throws IOException {
    json.writeObjectFieldStart(name);
    Json.writeCatalogue(json, catalogue);
    json.writeEndObject();
  }
}
