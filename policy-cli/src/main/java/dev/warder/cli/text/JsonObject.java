package dev.warder.cli.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An object of an answer for programs. Each member is written, in ASCII, as it is put. */
public final class JsonObject {
  /** Makes generators whose JSON is ASCII without controls. */
  public static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new DeleteEscaped())
          .build();

  private final JsonGenerator json;

  /** Takes a generator that stands inside an object. */
  public JsonObject(JsonGenerator json) {
    this.json = json;
  }

  /** Prints an object on one line that begins with {@code "format": 1}. */
  public static void print(PrintWriter out, Consumer<JsonObject> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      JsonObject object = new JsonObject(json);
      object.put("format", 1);
      members.accept(object);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(text);
  }

  /**
   * Puts a value: a whole number, a truth, a collection as a list, an empty optional or null as
   * null, and everything else as its text.
   */
  public void put(String name, @Nullable Object value) {
    member(name, () -> write(value));
  }

  /** Puts a value, or no member where there is none. */
  public void putIfPresent(String name, Optional<?> value) {
    value.ifPresent(present -> put(name, present));
  }

  /** Puts an object. */
  public void putObject(String name, Consumer<JsonObject> members) {
    member(name, () -> writeObject(members));
  }

  /** Puts a list of objects, one for each element. */
  public <T> void putObjects(
      String name, Collection<T> elements, BiConsumer<JsonObject, T> members) {
    member(
        name,
        () -> {
          json.writeStartArray();
          for (T element : elements) {
            writeObject(object -> members.accept(object, element));
          }
          json.writeEndArray();
        });
  }

  /** Puts the object that a text of somebody else is; any other text is put as a text. */
  public void putForeign(String name, Optional<String> text) {
    Optional<String> object = text.flatMap(ForeignJson::object);
    member(
        name,
        () -> {
          if (object.isPresent()) {
            json.writeRawValue(object.get());
          } else {
            write(text);
          }
        });
  }

  /** Puts which catalogue an answer comes from. */
  public void putCatalogue(Catalogue catalogue) {
    put("catalogue", catalogue.name());
    put("version", catalogue.version());
    put("fingerprint", catalogue.fingerprint());
  }

  private interface Writing {
    void write() throws IOException;
  }

  private void member(String name, Writing value) {
    try {
      json.writeFieldName(name);
      value.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeObject(Consumer<JsonObject> members) throws IOException {
    json.writeStartObject();
    members.accept(this);
    json.writeEndObject();
  }

  private void write(@Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Optional<?> optional) {
      write(optional.orElse(null));
    } else if (value instanceof Collection<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        write(element);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString(value.toString());
    }
  }

  /** Delete is ASCII and legal in JSON, but nothing for a terminal. */
  private static final class DeleteEscaped extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] escapes = standardAsciiEscapesForJSON();
      escapes[DELETE] = ESCAPE_STANDARD;
      return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return null;
    }
  }
}
