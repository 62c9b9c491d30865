package dev.warder.analysis.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.MalformedText;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.SyntaxTokens;
import java.io.IOException;

/** A JSON document (RFC 8259). Columns count UTF-16 units. */
final class JsonTokens implements SyntaxTokens {
  /**
   * What a text may hold is bounded by its length, and by its parser's depth. Names are not
   * remembered: a table that grows with each line of a stream is copied with each line.
   */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final int MOST_SHOWN = 20;

  /** What a signed token begins with; no message shows one. */
  private static final String BEGINNING_OF_A_TOKEN = "eyJ";

  private final String source;
  private final String text;
  private final JsonParser parser;

  JsonTokens(String source, String text) {
    this.source = source;
    this.text = text;
    try {
      this.parser = FACTORY.createParser(text);
    } catch (IOException e) {
      throw new AssertionError("a text is read from memory", e);
    }
  }

  @Override
  public Kind next() throws MalformedText {
    try {
      JsonToken token = parser.nextToken();
      parser.finishToken();
      return token == null
          ? Kind.FINISH
          : switch (token) {
            case START_OBJECT -> Kind.MEMBERS;
            case START_ARRAY -> Kind.ITEMS;
            case END_OBJECT, END_ARRAY -> Kind.END;
            default -> Kind.TEXT;
          };
    } catch (JsonProcessingException e) {
      throw malformed(e.getLocation(), e.getOriginalMessage());
    } catch (IOException e) {
      throw malformed(parser.currentLocation(), "");
    }
  }

  /** Says what stands at the place, in words of our own. */
  private MalformedText malformed(JsonLocation location, String parsers) {
    int from = Math.toIntExact(Math.min(text.length(), Math.max(0, location.getCharOffset())));
    return new MalformedText(at(location), "not well-formed JSON: " + why(from, parsers));
  }

  private String why(int from, String parsers) {
    String before = text.substring(0, from).strip();
    String rest = text.substring(from).strip().lines().findFirst().orElse("");
    if (rest.isEmpty()) {
      return "the text ends before its last value or bracket is closed";
    }
    if (rest.contains(BEGINNING_OF_A_TOKEN)) {
      return "see the text at this place";
    }
    String shown = "`" + Quoted.atMost(MOST_SHOWN, rest) + "`";
    if (before.endsWith(",") && (rest.startsWith("}") || rest.startsWith("]"))) {
      return "a comma too many before " + shown;
    }
    if (rest.startsWith("'")) {
      return "a text stands in double quotes: " + shown;
    }
    if (rest.startsWith("//") || rest.startsWith("/*") || rest.startsWith("#")) {
      return "there are no comments in JSON: " + shown;
    }
    // The parser's own words are not shown; they tell two mistakes from others.
    if (parsers.contains("expecting comma")) {
      return "a comma is missing before " + shown;
    }
    if (parsers.contains("expecting a colon")) {
      return "a colon is missing before " + shown;
    }
    return "near " + shown;
  }

  @Override
  public Place place() {
    return at(parser.currentTokenLocation());
  }

  private Place at(JsonLocation location) {
    return new Place(
        source, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  @Override
  public String text() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw new AssertionError("the token was read whole", e);
    }
  }

  @Override
  public boolean isQuoted() {
    return parser.currentToken() == JsonToken.VALUE_STRING
        || parser.currentToken() == JsonToken.FIELD_NAME;
  }
}
