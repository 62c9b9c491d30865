package dev.warder.cli.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;

/** JSON that others wrote, written anew for people or programs; nothing where it is no JSON. */
public final class ForeignJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  /** For programs: ASCII, and refused where two readers could read two things. */
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private ForeignJson() {}

  /** Each member on a line of its own, as it stands: what stands twice is shown twice. */
  private static final class Indented extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;

    Indented() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      indentObjectsWith(indenter);
      indentArraysWith(indenter);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
      return new Indented();
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(": ");
    }
  }

  /** Returns the text in lines, for people. Nothing in it is made fit to be shown yet. */
  public static Optional<String> indented(String text) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setPrettyPrinter(new Indented());
      copy(FACTORY, text, json);
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(out.toString());
  }

  /** Returns the one object that a text is, on one line in ASCII. */
  static Optional<String> object(String text) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = STRICT.createGenerator(out)) {
      if (copy(STRICT, text, json) != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(out.toString().replace("\u007F", "\\u007F"));
  }

  /** Copies the one value of a text, and returns what it begins with. */
  @CanIgnoreReturnValue
  private static JsonToken copy(JsonFactory factory, String text, JsonGenerator json)
      throws IOException {
    try (JsonParser parser = factory.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new IOException("nothing");
      }
      json.copyCurrentStructureExact(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more than one value");
      }
      return first;
    }
  }
}
