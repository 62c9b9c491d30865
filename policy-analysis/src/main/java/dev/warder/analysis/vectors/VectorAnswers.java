package dev.warder.analysis.vectors;

import static java.util.stream.Collectors.joining;

import dev.warder.engine.Preflight;
import dev.warder.engine.Reason;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers as vectors write them: texts, lists, and maps with sorted or fixed order. Expected and
 * actual answers are compared in this form, and shown as JSON.
 */
final class VectorAnswers {
  private VectorAnswers() {}

  static List<Object> texts(Collection<Capability> capabilities) {
    return capabilities.stream().<Object>map(Capability::raw).toList();
  }

  static List<Object> lists(List<List<Capability>> missing) {
    return missing.stream().<Object>map(VectorAnswers::texts).toList();
  }

  static Object of(Call call) {
    return call instanceof Call.Unspecified unspecified
        ? Map.of("unspecified", unspecified.description())
        : call.toString();
  }

  static Object of(Preflight.CallAnswer answer) {
    Map<String, Object> failing = new LinkedHashMap<>();
    failing.put("call", of(answer.call()));
    failing.put("reason", answer.reason().code());
    if (answer.reason() == Reason.MISSING_CAPABILITY) {
      failing.put("missing", lists(answer.missing()));
    }
    return failing;
  }

  /** Returns JSON in ASCII; null is absent. */
  static String json(@Nullable Object value) {
    if (value == null) {
      return "absent";
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
          .collect(joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(VectorAnswers::json).collect(joining(", ", "[", "]"));
    }
    return string(value.toString());
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c >= 0x20 && c < 0x7F) {
        json.append(c);
      } else {
        json.append("\\u").append(Character.forDigit(c >> 12, 16));
        json.append(Character.forDigit(c >> 8 & 15, 16));
        json.append(Character.forDigit(c >> 4 & 15, 16));
        json.append(Character.forDigit(c & 15, 16));
      }
    }
    return json.append('"').toString();
  }
}
