package dev.warder.authority;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/** A list of texts as a JSON array. */
final class TextList {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TextList() {}

  static String write(List<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new AssertionError("texts can be written", e);
    }
  }

  /** Returns one text as a JSON string. */
  static String writeOne(String text) {
    String list = write(List.of(text));
    return list.substring(1, list.length() - 1);
  }

  /** Returns the texts in their order, or nothing when it is no list of texts. */
  static Optional<List<String>> parse(String json) {
    try {
      return Optional.of(List.of(JSON.readValue(json, String[].class)));
    } catch (JsonProcessingException | NullPointerException e) {
      return Optional.empty();
    }
  }
}
