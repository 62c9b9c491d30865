package dev.warder.analysis.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.warder.model.Nearest;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a {@link RequestLog}, and then the next. */
final class LogLine {
  /**
   * Names of members are not remembered beyond what is bounded, however many a log has. What a line
   * may hold is bounded by its length alone.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final int MOST_NAMES = 32;

  private final List<String> names = new ArrayList<>();
  private @Nullable String method;
  private @Nullable String target;
  private @Nullable String path;

  /** Reads a line, and returns what is wrong with it, or the empty text. */
  String read(byte[] line, int length) throws IOException {
    names.clear();
    method = null;
    target = null;
    path = null;
    try (JsonParser json = JSON.createParser(line, 0, length)) {
      String problem = read(json);
      return problem.isEmpty() ? lacking() : problem;
    } catch (JsonProcessingException e) {
      return "not JSON, from column " + e.getLocation().getColumnNr() + " on";
    } catch (CharConversionException e) {
      return "not UTF-8";
    }
  }

  private String read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return "not an object";
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String problem = member(json, json.currentName());
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return json.nextToken() == null ? "" : "more than one object";
  }

  private String member(JsonParser json, String name) throws IOException {
    JsonToken value = json.nextToken();
    switch (name) {
      case "method" -> {
        String problem = problem(name, value, method);
        method = json.getText();
        return problem;
      }
      case "target" -> {
        String problem = problem(name, value, target);
        target = json.getText();
        return problem;
      }
      case "path" -> {
        String problem = problem(name, value, path);
        path = json.getText();
        return problem;
      }
      default -> {
        json.skipChildren();
        if (names.size() < MOST_NAMES) {
          names.add(name);
        }
        return "";
      }
    }
  }

  private static String problem(String name, JsonToken value, @Nullable String before) {
    if (before != null) {
      return "`" + name + "` twice";
    }
    return value == JsonToken.VALUE_STRING ? "" : "`" + name + "` is not text";
  }

  private String lacking() {
    if (method == null) {
      return "no `method`" + near("method");
    }
    return target == null && path == null ? "no `target`" + near("target") : "";
  }

  private String near(String name) {
    return Nearest.to(name, names).map(near -> "; nearest: `" + near + "`").orElse("");
  }

  /** Returns the method of a line with nothing wrong. */
  String method() {
    return present(method);
  }

  /** Returns the path of a line with nothing wrong, without its query. */
  String path() {
    String whole = present(target == null ? path : target);
    int query = whole.indexOf('?');
    return query < 0 ? whole : whole.substring(0, query);
  }

  private static String present(@Nullable String member) {
    if (member == null) {
      throw new IllegalStateException("the line was bad");
    }
    return member;
  }
}
