package dev.warder.gate.revocation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object that only we write, member by member in the one order there is. So a name
 * that stands twice, is unknown, missing or elsewhere is refused, as is anything after the object.
 */
final class OrderedMembers implements Closeable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private final JsonParser parser;

  private OrderedMembers(JsonParser parser) {
    this.parser = parser;
  }

  /** Begins to read an object. */
  static OrderedMembers of(byte[] utf8) throws IOException {
    OrderedMembers members = new OrderedMembers(FACTORY.createParser(decode(utf8)));
    members.expect(JsonToken.START_OBJECT, "an object");
    return members;
  }

  private static String decode(byte[] utf8) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("not UTF-8", e);
    }
  }

  String text(String name) throws IOException {
    name(name);
    expect(JsonToken.VALUE_STRING, "text for `" + name + "`");
    return parser.getText();
  }

  long number(String name) throws IOException {
    name(name);
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number for `" + name + "`");
    try {
      return parser.getLongValue();
    } catch (JsonProcessingException e) {
      throw new IOException("too great a number for `" + name + "`", e);
    }
  }

  /** Begins the object that a member is. */
  void begin(String name) throws IOException {
    name(name);
    expect(JsonToken.START_OBJECT, "an object for `" + name + "`");
  }

  /** Ends the object begun last. */
  void end() throws IOException {
    expect(JsonToken.END_OBJECT, "the end of an object");
  }

  /** Ends the outermost object, and with it the text. */
  void finish() throws IOException {
    end();
    if (next() != null) {
      throw new IOException("more than one object");
    }
  }

  private void name(String name) throws IOException {
    expect(JsonToken.FIELD_NAME, "`" + name + "`");
    if (!name.equals(parser.currentName())) {
      throw new IOException("expected `" + name + "`, not `" + parser.currentName() + "`");
    }
  }

  private void expect(JsonToken token, String what) throws IOException {
    if (next() != token) {
      throw new IOException("expected " + what);
    }
  }

  private @Nullable JsonToken next() throws IOException {
    try {
      return parser.nextToken();
    } catch (JsonProcessingException e) {
      throw new IOException("not JSON", e);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
