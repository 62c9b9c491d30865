package dev.warder.gate.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object (RFC 8259) of bytes that others wrote. Whatever two readers could read
 * differently is refused: a name twice in one object, at any depth; bytes that are not UTF-8; a
 * byte order mark; half of a surrogate pair; anything after the object.
 *
 * <p>Values are {@link String}, {@link Long} for a whole number that fits, {@link Double} for any
 * other, {@link Boolean}, null, {@link List} and {@link Map}.
 */
final class StrictJson {
  static final int MAX_DEPTH = 16;

  /** Depth is counted here, and all else is bounded by the length of what is read. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;

  /** Whether a text may hold half of a surrogate pair, which well-formed UTF-8 alone cannot. */
  private final boolean hasEscapes;

  private StrictJson(JsonParser parser, boolean hasEscapes) {
    this.parser = parser;
    this.hasEscapes = hasEscapes;
  }

  static Map<String, @Nullable Object> parse(byte[] utf8) throws TokenRejected {
    String json = decode(utf8);
    try (JsonParser parser = FACTORY.createParser(json)) {
      StrictJson reader = new StrictJson(parser, json.indexOf('\\') >= 0);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw TokenRejected.of(TokenFault.NOT_JSON);
      }
      Map<String, @Nullable Object> members = reader.members(1);
      if (parser.nextToken() != null) {
        throw TokenRejected.of(TokenFault.NOT_JSON);
      }
      return members;
    } catch (IOException e) {
      throw TokenRejected.of(TokenFault.NOT_JSON);
    }
  }

  static String decode(byte[] utf8) throws TokenRejected {
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    // The replacement character stands for malformed bytes, or for itself.
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw TokenRejected.of(TokenFault.NOT_UTF8);
    }
  }

  private Map<String, @Nullable Object> members(int depth) throws IOException, TokenRejected {
    checkDepth(depth);
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = text(parser.currentName());
      parser.nextToken();
      int before = members.size();
      members.put(name, value(depth));
      if (members.size() == before) {
        throw TokenRejected.of(TokenFault.DUPLICATE_MEMBER);
      }
    }
    return members;
  }

  private List<@Nullable Object> items(int depth) throws IOException, TokenRejected {
    checkDepth(depth);
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(depth));
    }
    return items;
  }

  private @Nullable Object value(int depth) throws IOException, TokenRejected {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw TokenRejected.of(TokenFault.NOT_JSON);
    }
    return switch (token) {
      case START_OBJECT -> members(depth + 1);
      case START_ARRAY -> items(depth + 1);
      case VALUE_STRING -> text(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> number();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      default -> throw TokenRejected.of(TokenFault.NOT_JSON);
    };
  }

  private Object number() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? (Object) parser.getDoubleValue()
        : (Object) parser.getLongValue();
  }

  private static void checkDepth(int depth) throws TokenRejected {
    if (depth > MAX_DEPTH) {
      throw TokenRejected.of(TokenFault.TOO_DEEP);
    }
  }

  private String text(String text) throws TokenRejected {
    for (int i = 0; hasEscapes && i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean isPair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!isPair) {
          throw TokenRejected.of(TokenFault.NOT_JSON);
        }
        i++;
      }
    }
    return text;
  }
}
