package dev.warder.analysis.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.warder.analysis.document.Part;
import dev.warder.model.yaml.YamlText;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A document of maps, lists, texts, numbers and booleans, written as JSON or YAML. */
final class PlainDocument {
  private static final JsonFactory FACTORY = new JsonFactory();

  private PlainDocument() {}

  /** Returns a part as maps, lists and texts; whole numbers are numbers. */
  static Object of(Part part) {
    return of(
        part,
        text ->
            text.quoted() || !isWhole(text.text()) ? text.text() : Integer.valueOf(text.text()));
  }

  private static Object of(Part part, Function<Part.Text, Object> scalar) {
    if (part instanceof Part.Members members) {
      Map<String, Object> map = new LinkedHashMap<>();
      members.members().forEach((name, member) -> map.put(name, of(member.value(), scalar)));
      return map;
    }
    return part instanceof Part.Items items
        ? items.items().stream().map(item -> of(item, scalar)).toList()
        : scalar.apply((Part.Text) part);
  }

  private static boolean isWhole(String text) {
    return !text.isEmpty()
        && text.length() <= 9
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && (text.length() == 1 || text.charAt(0) != '0');
  }

  static String json(Map<String, Object> document) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    printer.indentObjectsWith(lines);
    return json(document, printer) + "\n";
  }

  /** Returns the compact form, in which every scalar is a string. */
  static String texts(Part part) {
    return json(of(part, Part.Text::text), null);
  }

  private static String json(Object document, @Nullable PrettyPrinter printer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(printer);
      write(json, document);
    } catch (IOException e) {
      throw new AssertionError("text is written to memory", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else {
      json.writeString(value.toString());
    }
  }

  static String yaml(Map<String, Object> document) {
    return YamlText.of(document);
  }
}
